using Prep.Dominio.Catalogo;

namespace Prep.Publicacion.Formatos;

/// <summary>Finds the area of a row, whichever columns name it.</summary>
/// <remarks>Rows with N/A, district 000 or without any key belong to <see cref="AreaId.SinArea"/> (spec §14 "special mesas").</remarks>
internal sealed class ClaveDeArea(Esquema esquema, TipoDeEleccion tipo, bool nacional)
{
    private readonly Dictionary<string, string> _porNombre = [];

    /// <summary>Areas already known: a file that only names them gets their keys, whatever the order of its rows.</summary>
    public ClaveDeArea ConAreas(IEnumerable<Area> areas)
    {
        foreach (var area in areas.Where(a => !esquema.Tiene(Id) && !a.Id.EsSinArea))
        {
            _porNombre.TryAdd(area.Nombre, area.Id.Clave[(area.Id.Clave.IndexOf('-') + 1)..]);
        }

        return this;
    }

    public bool PorMunicipio { get; } = esquema.Tiene(Columna.IdMunicipio) || esquema.Tiene(Columna.Municipio)
        ? tipo == TipoDeEleccion.Ayuntamientos || !(esquema.Tiene(Columna.IdDistrito) || esquema.Tiene(Columna.Distrito))
        : false;

    private Columna Id => PorMunicipio ? Columna.IdMunicipio : Columna.IdDistrito;

    private Columna Nombre => PorMunicipio ? Columna.Municipio : Columna.Distrito;

    public TipoDeArea Tipo => PorMunicipio ? TipoDeArea.Municipio : TipoDeArea.Distrito;

    public AreaId De(LectorDeFilas fila)
    {
        var clave = esquema.Tiene(Id) ? fila.Digitos(Id, 3) : PorSuNombre(fila.Texto(Nombre));
        if (clave.Length == 0 || clave.Trim('0').Length == 0)
        {
            return AreaId.SinArea;
        }

        return new(nacional ? $"{fila.Digitos(Columna.IdEntidad, 2)}-{clave}" : clave);
    }

    public string NombreDe(LectorDeFilas fila, AreaId area)
    {
        var nombre = esquema.Tiene(Nombre) && !Palabras.EsNada(fila.Celda(Nombre)) ? fila.Texto(Nombre).Trim() : "";
        return nombre.Length > 0 ? nombre : area.EsSinArea ? "Sin área" : PorMunicipio ? $"Municipio {fila.Digitos(Id, 3)}" : $"Distrito {fila.Digitos(Id, 3)}";
    }

    /// <summary>Municipality of the casilla when the election is by district and the file has it too.</summary>
    public Municipio? MunicipioDe(LectorDeFilas fila) =>
        esquema.Tiene(Columna.IdMunicipio) && fila.Digitos(Columna.IdMunicipio, 3) is { Length: > 0 } clave && clave.Trim('0').Length > 0
            ? new(clave, fila.Texto(Columna.Municipio))
            : null;

    private string PorSuNombre(string nombre)
    {
        if (nombre.Length == 0 || nombre == "-" || Palabras.Normalizar(nombre) == "N/A")
        {
            return "";
        }

        // Mexico City 2024: the column of the name holds the number.
        if (nombre.Length <= 3 && nombre.All(char.IsAsciiDigit))
        {
            return nombre.PadLeft(3, '0');
        }

        if (!_porNombre.TryGetValue(nombre, out var clave))
        {
            _porNombre[nombre] = clave = $"{_porNombre.Count + 1:000}";
        }

        return clave;
    }
}

/// <summary>What the rows of one area say of its boleta.</summary>
/// <remarks>
/// Regla L-05: a row of the boleta is a column where some captured acta of the area wrote a number or a word. With nothing captured, what
/// the empty rows tell apart (<c>-</c> printed, blank absent), or else every column that some area uses.
/// </remarks>
internal sealed class AreaInferida(string nombre, int columnas)
{
    private readonly bool[] _escrita = new bool[columnas];
    private readonly bool[] _guion = new bool[columnas];
    private readonly bool[] _vacia = new bool[columnas];

    public string Nombre { get; } = nombre;

    public bool Capturada { get; private set; }

    public void Ver(LectorDeFilas fila)
    {
        Capturada |= fila.Clase == ClaseDeHecho.Capturada && fila.Votos.Numeros + fila.Votos.Ilegibles + fila.Votos.SinDatos > 0;
        for (var i = 0; i < columnas; i++)
        {
            switch (fila.Votos.Valores[i])
            {
                case >= 0 or Celda.SinDato or Celda.Ilegible or Celda.Palabra or Celda.MalNumero:
                    _escrita[i] |= fila.Clase == ClaseDeHecho.Capturada;
                    break;
                case Celda.SinActa:
                    _guion[i] = true;
                    break;
                case Celda.Guion when fila.Clase == ClaseDeHecho.NoCapturada:
                    _guion[i] = true;
                    break;
                case Celda.Vacia when fila.Clase != ClaseDeHecho.Capturada:
                    _vacia[i] = true;
                    break;
            }
        }
    }

    public bool Escrita(int columna) => _escrita[columna];

    /// <param name="enUso">Columns that any area wrote.</param>
    /// <param name="guionEsAusente">Captured actas of the file print <c>-</c> where a row is not on the boleta.</param>
    public IReadOnlyList<int> Boleta(IReadOnlyList<bool> enUso, bool guionEsAusente)
    {
        var todas = Enumerable.Range(0, columnas);
        if (Capturada)
        {
            return [.. todas.Where(i => _escrita[i])];
        }

        var hayUso = enUso.Any(u => u);
        var distingue = !guionEsAusente && _guion.Any(g => g) && todas.Any(i => _vacia[i] && !_guion[i]);
        IReadOnlyList<int> boleta = [.. todas.Where(i => distingue ? _guion[i] : !hayUso || enUso[i])];
        return boleta.Count > 0 ? boleta : [.. todas];
    }
}
