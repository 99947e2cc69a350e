using System.Runtime.CompilerServices;
using System.Text;
using Prep.Dominio.Contabilizacion;
using Prep.Publicacion.Comprobacion;

namespace Prep.Publicacion.Formatos;

/// <summary>Goes through the rows of a file once and says what each is. The current row only; nothing is kept.</summary>
public sealed class LectorDeFilas
{
    /// <summary>Kinds of a row's shape.</summary>
    public enum Forma
    {
        Bien,
        Corta,
        Larga,
        SinCerrar,
        Enorme,
    }

    private readonly ArchivoOficial _archivo;
    private readonly Escaner _escaner;
    private readonly int[] _votos;
    private readonly int _columnas;
    private readonly int _contabilizada;
    private readonly int _observaciones;
    private readonly List<(byte[] Texto, ObservacionLeida Leida)> _vistas = [];

    public LectorDeFilas(ArchivoOficial archivo)
    {
        _archivo = archivo;
        _escaner = archivo.Renglones();
        var esquema = archivo.Esquema;
        int[] finales = [esquema[Columna.NoRegistradas], esquema[Columna.Nulos]];
        ColumnasDeVotos = [.. esquema.Boleta.Select(c => c.Indice), .. finales.Where(i => i >= 0)];
        _votos = new int[ColumnasDeVotos.Length];
        _columnas = esquema.Nombres.Count;
        _contabilizada = esquema[Columna.Contabilizada];
        _observaciones = esquema[Columna.Observaciones];
    }

    /// <summary>Places of the vote columns: the boleta, then no registradas and nulos where they exist.</summary>
    public int[] ColumnasDeVotos { get; }

    /// <summary>What each vote column says (<see cref="Celda"/>), aligned with <see cref="ColumnasDeVotos"/>.</summary>
    public ReadOnlySpan<int> Votos => _votos;

    public Escaner Escaner => _escaner;

    /// <summary>Cells that every row must have.</summary>
    public int Columnas => _columnas;

    public int Linea => _escaner.Linea;

    public Forma Estado { get; private set; }

    public ClaseDeHecho Clase { get; private set; }

    public ObservacionLeida Observacion { get; private set; }

    /// <summary>CONTABILIZADA, or null where the row has none.</summary>
    public Contabilizada? Contabilizada { get; private set; }

    /// <summary>CONTABILIZADA holds something that is not 0, 1, 2 nor "nothing".</summary>
    public bool ContabilizadaRara { get; private set; }

    /// <summary>Sum of the numbers in vote columns.</summary>
    public int Suma { get; private set; }

    public int Numeros { get; private set; }

    public int Ilegibles { get; private set; }

    public int SinDatos { get; private set; }

    public int SinActas { get; private set; }

    public int Vacias { get; private set; }

    /// <summary>Cells with an unknown word or a bad number.</summary>
    public int Raras { get; private set; }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public bool Avanzar()
    {
        if (!_escaner.Avanzar())
        {
            return false;
        }

        if (_escaner.Celdas > _columnas)
        {
            UnirLista();
        }

        Estado = true switch
        {
            _ when _escaner.LineaLarga => Forma.Enorme,
            _ when _escaner.SinCerrar => Forma.SinCerrar,
            _ when _escaner.Celdas < _columnas => Forma.Corta,
            _ when _escaner.Celdas > _columnas && SobraAlgo() => Forma.Larga,
            _ => Forma.Bien,
        };

        if (Estado == Forma.Bien)
        {
            LeerVotos();
            Clasificar();
        }

        return true;
    }

    /// <summary>The cell of a column; empty when the file does not have it.</summary>
    public ReadOnlySpan<byte> Celda(Columna columna) => _archivo.Esquema[columna] is >= 0 and var i ? _escaner[i] : default;

    public string Texto(Columna columna) => Encoding.UTF8.GetString(Palabras.Clave(Celda(columna)));

    /// <summary>CLAVE_ACTA without apostrophes; made from its parts when the file has no such column.</summary>
    public string ClaveActa()
    {
        var clave = Palabras.Clave(Celda(Columna.ClaveActa));
        return !clave.IsEmpty ? Encoding.UTF8.GetString(clave) : ClaveCasilla() + Texto(Columna.TipoActa);
    }

    public string ClaveCasilla()
    {
        var clave = Palabras.Clave(Celda(Columna.ClaveCasilla));
        return !clave.IsEmpty
            ? Encoding.UTF8.GetString(clave)
            : Digitos(Columna.IdEntidad, 2) + Digitos(Columna.Seccion, 4) + Texto(Columna.TipoCasilla) + Digitos(Columna.IdCasilla, 2) + Digitos(Columna.ExtContigua, 2);
    }

    /// <summary>A number of a key column with leading zeros to that width; empty when the cell is not a number.</summary>
    public string Digitos(Columna columna, int ancho)
    {
        var celda = Palabras.Clave(Celda(columna)).TrimStart((byte)'0');
        if (celda.Length == 5 && celda[1] == ',')
        {
            celda = (byte[])[celda[0], .. celda[2..]]; // 2,083: a spreadsheet passed by
        }

        foreach (var b in celda)
        {
            if (!char.IsAsciiDigit((char)b))
            {
                return "";
            }
        }

        return celda.IsEmpty && Palabras.Clave(Celda(columna)).IsEmpty ? "" : Encoding.ASCII.GetString(celda).PadLeft(ancho, '0');
    }

    internal Hallazgo Hallazgo(string codigo, int columna, string publicado, string calculado, string mensaje) => _archivo.Hallazgo(
        codigo, Linea, columna + 1, Estado == Forma.Bien ? ClaveActa() : "",
        columna >= 0 && columna < _archivo.Esquema.Nombres.Count ? _archivo.Esquema.Nombres[columna] : "", publicado, calculado, mensaje);

    internal Hallazgo Hallazgo(string codigo, Columna columna, string publicado, string calculado, string mensaje) =>
        Hallazgo(codigo, _archivo.Esquema[columna], publicado, calculado, mensaje);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Digito(byte[] bytes, int i)
    {
        var d = bytes[i] - '0';
        return d is >= 0 and <= 9 ? d : -10_000;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void LeerVotos()
    {
        var (inicios, fines, bytes) = (_escaner.Inicios, _escaner.Fines, _archivo.Texto.Bytes);
        var (suma, numeros, ilegibles, sinDatos, sinActas, vacias, raras) = (0, 0, 0, 0, 0, 0, 0);
        var columnas = ColumnasDeVotos;
        var votos = _votos;
        for (var i = 0; i < columnas.Length && i < votos.Length; i++)
        {
            var c = columnas[i];
            var inicio = inicios[c];
            var largo = fines[c] - inicio;
            // one to three digits in line: nearly every cell of a real file
            var valor = largo switch
            {
                1 => Digito(bytes, inicio),
                2 => (Digito(bytes, inicio) * 10) + Digito(bytes, inicio + 1),
                3 => (Digito(bytes, inicio) * 100) + (Digito(bytes, inicio + 1) * 10) + Digito(bytes, inicio + 2),
                _ => -1,
            };
            if (valor < 0)
            {
                valor = Formatos.Celda.Leer(bytes.AsSpan(inicio, largo));
            }

            votos[i] = valor;
            if (valor >= 0)
            {
                suma += valor;
                numeros++;
                continue;
            }

            switch (valor)
            {
                case Formatos.Celda.Ilegible: ilegibles++; break;
                case Formatos.Celda.SinDato: sinDatos++; break;
                case Formatos.Celda.SinActa: sinActas++; break;
                case Formatos.Celda.Vacia: vacias++; break;
                case Formatos.Celda.Palabra or Formatos.Celda.MalNumero: raras++; break;
            }
        }

        (Suma, Numeros, Ilegibles, SinDatos, SinActas, Vacias, Raras) = (suma, numeros, ilegibles, sinDatos, sinActas, vacias, raras);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Clasificar()
    {
        LeerContabilizada();
        Observacion = _observaciones >= 0 ? LeerObservacion(_escaner[_observaciones]) : ObservacionLeida.Ninguna;
        Clase = true switch
        {
            _ when Contabilizada == Dominio.Contabilizacion.Contabilizada.FueraDeCatalogo
                || Observacion.Observacion == Dominio.Contabilizacion.Observacion.FueraDeCatalogo
                || (Contabilizada is null && SinClave()) => ClaseDeHecho.FueraDeCatalogo,
            _ when Observacion.EsSinActa || (SinActas > 0 && Numeros == 0) => ClaseDeHecho.SinActa,
            // Some zero cortes print 0 in every cell and nothing in CONTABILIZADA.
            _ when Contabilizada is null && _contabilizada >= 0 && Suma + Ilegibles + SinDatos == 0 => ClaseDeHecho.NoCapturada,
            _ when Contabilizada is not null || Numeros + Ilegibles + SinDatos > 0 => ClaseDeHecho.Capturada,
            _ => ClaseDeHecho.NoCapturada,
        };
    }

    private bool SinClave() => Palabras.EsNada(Celda(Columna.ClaveActa)) && Palabras.EsNada(Celda(Columna.ClaveCasilla))
        && (_archivo.Esquema.Tiene(Columna.ClaveActa) || _archivo.Esquema.Tiene(Columna.ClaveCasilla));

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void LeerContabilizada()
    {
        var celda = Celda(Columna.Contabilizada);
        var digito = celda.Length == 1 ? celda[0] : Formatos.Celda.Leer(celda) is >= 0 and <= 9 and var n ? (byte)('0' + n) : (byte)0;
        Contabilizada = digito is >= (byte)'0' and <= (byte)'2' ? (Contabilizada)(digito - '0') : null;
        ContabilizadaRara = Contabilizada is null && _contabilizada >= 0 && !Palabras.EsNada(celda);
    }

    // Few different texts stand in a file: each is understood once.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private ObservacionLeida LeerObservacion(ReadOnlySpan<byte> celda)
    {
        if (celda.Length == 1 && celda[0] == '-')
        {
            return ObservacionLeida.Ninguna;
        }

        foreach (var (texto, leida) in _vistas)
        {
            if (celda.SequenceEqual(texto))
            {
                return leida;
            }
        }

        var nueva = ObservacionLeida.Leer(celda);
        if (_vistas.Count < 64)
        {
            _vistas.Add((celda.ToArray(), nueva));
        }

        return nueva;
    }

    private bool SobraAlgo()
    {
        for (var i = _columnas; i < _escaner.Celdas; i++)
        {
            if (!_escaner[i].Trim((byte)' ').IsEmpty)
            {
                return true;
            }
        }

        return false;
    }

    // ['Ilegible','Sin dato'] without quotes around it: the list is one cell.
    private void UnirLista()
    {
        if (_observaciones < 0 || !_escaner[_observaciones].StartsWith("["u8))
        {
            return;
        }

        for (var i = _observaciones; i < _escaner.Celdas; i++)
        {
            if (_escaner[i].EndsWith("]"u8))
            {
                _escaner.Unir(_observaciones, i);
                return;
            }
        }
    }
}
