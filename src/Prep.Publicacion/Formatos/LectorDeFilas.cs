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
    private readonly int _columnas;
    private readonly int _contabilizada;
    private readonly int _observaciones;
    private readonly ObservacionesVistas _vistas = new();

    public LectorDeFilas(ArchivoOficial archivo)
    {
        _archivo = archivo;
        _escaner = archivo.Renglones();
        var esquema = archivo.Esquema;
        Votos = new(esquema, _escaner);
        _columnas = esquema.Nombres.Count;
        _contabilizada = esquema[Columna.Contabilizada];
        _observaciones = esquema[Columna.Observaciones];
    }

    /// <summary>The vote cells of the current row.</summary>
    public VotosDeFila Votos { get; }

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

    /// <summary>Fuera de catálogo by its CONTABILIZADA alone: its key and its observation say otherwise.</summary>
    /// <remarks>2 is fuera de catálogo in the dictionaries of every year, whatever the key. Fuente: spec §5.2; LEEME INE 2024, campo 41.</remarks>
    public bool FueraConClave => Clase == ClaseDeHecho.FueraDeCatalogo && Observacion.Observacion != Dominio.Contabilizacion.Observacion.FueraDeCatalogo && this.TieneClave();

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
            Votos.Leer();
            Clasificar();
        }

        return true;
    }

    /// <summary>The cell of a column; empty when the file does not have it.</summary>
    public ReadOnlySpan<byte> Celda(Columna columna) => _archivo.Esquema[columna] is >= 0 and var i ? _escaner[i] : default;

    public string Texto(Columna columna) => Encoding.UTF8.GetString(Palabras.Clave(Celda(columna)));

    internal Hallazgo Hallazgo(string codigo, int columna, string publicado, string calculado, string mensaje) => _archivo.Hallazgo(
        codigo, Linea, columna + 1, Estado == Forma.Bien ? this.ClaveActa() : "",
        columna >= 0 && columna < _archivo.Esquema.Nombres.Count ? _archivo.Esquema.Nombres[columna] : "", publicado, calculado, mensaje);

    internal Hallazgo Hallazgo(string codigo, Columna columna, string publicado, string calculado, string mensaje) =>
        Hallazgo(codigo, _archivo.Esquema[columna], publicado, calculado, mensaje);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Clasificar()
    {
        LeerContabilizada();
        Observacion = _observaciones >= 0 ? _vistas.Leer(_escaner[_observaciones]) : ObservacionLeida.Ninguna;
        Clase = true switch
        {
            _ when Contabilizada == Dominio.Contabilizacion.Contabilizada.FueraDeCatalogo
                || Observacion.Observacion == Dominio.Contabilizacion.Observacion.FueraDeCatalogo
                || (Contabilizada is null && SinClave()) => ClaseDeHecho.FueraDeCatalogo,
            _ when Observacion.EsSinActa || (Votos.SinActas > 0 && Votos.Numeros == 0) => ClaseDeHecho.SinActa,
            // Some zero cortes print 0 in every cell and nothing in CONTABILIZADA.
            _ when Contabilizada is null && _contabilizada >= 0 && Votos.Suma + Votos.Ilegibles + Votos.SinDatos == 0 => ClaseDeHecho.NoCapturada,
            _ when Contabilizada is not null || Votos.Numeros + Votos.Ilegibles + Votos.SinDatos > 0 => ClaseDeHecho.Capturada,
            _ => ClaseDeHecho.NoCapturada,
        };
    }

    // Keys denied, not ruined: with an image and no key it was received and matched nothing, though its section could be read.
    private bool SinClave() => (_archivo.Esquema.Tiene(Columna.ClaveActa) || _archivo.Esquema.Tiene(Columna.ClaveCasilla))
        && (!this.TieneClave() || (Palabras.EsNada(Celda(Columna.ClaveActa)) && Palabras.EsNada(Celda(Columna.ClaveCasilla)) && !Palabras.EsNada(Celda(Columna.Codigo))));

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void LeerContabilizada()
    {
        var celda = Celda(Columna.Contabilizada);
        var digito = celda.Length == 1 ? celda[0] : Formatos.Celda.Leer(celda) is >= 0 and <= 9 and var n ? (byte)('0' + n) : (byte)0;
        Contabilizada = digito is >= (byte)'0' and <= (byte)'2' ? (Contabilizada)(digito - '0') : null;
        ContabilizadaRara = Contabilizada is null && _contabilizada >= 0 && !Palabras.EsNada(celda);
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
