using System.Runtime.CompilerServices;
using Prep.Dominio.Catalogo;
using Prep.Dominio.Contabilizacion;
using Prep.Publicacion.Formatos;

namespace Prep.Publicacion.Comprobacion;

/// <summary>Ways in which real files counted their inconsistencias.</summary>
public enum DefinicionDeInconsistencias
{
    /// <summary>Excede, ilegible, sin dato, all of them; never sin acta. The one that is due (spec §14).</summary>
    DeLaNorma,
    SoloExcede,

    /// <summary>The norm's and sin acta (Mexico City 2024).</summary>
    ConSinActa,

    /// <summary>Without those whose every field is illegible or empty.</summary>
    SinTodos,

    /// <summary>Illegible or empty, not excede.</summary>
    SinExcede,
    SoloNoContabilizadas,

    /// <summary>Every acta with any observation, fuera de catálogo too.</summary>
    ConObservacion,
}

/// <summary>One pass over the rows: the figures, and what is wrong or strange in each row.</summary>
public sealed class Recuento
{
    private readonly ArchivoOficial _archivo;
    private readonly LectorDeFilas _fila;
    private readonly RevisorDeRenglon _revisor;
    private readonly int _lista;
    private readonly int _tipo;

    public Recuento(ArchivoOficial archivo)
    {
        _archivo = archivo;
        _fila = new(archivo);
        _lista = archivo.Esquema[Columna.ListaNominal];
        _tipo = archivo.Esquema[Columna.TipoCasilla];
        _revisor = new(archivo, _fila, Faltas, Avisos);
    }

    public List<Hallazgo> Faltas { get; } = [];

    public List<Hallazgo> Avisos { get; } = [];

    public int Renglones { get; private set; }

    public long CeldasDeVotos { get; private set; }

    public int Esperadas { get; private set; }

    public int Fuera { get; private set; }

    public int Contabilizadas { get; private set; }

    public int NoContabilizadas { get; private set; }

    public int Capturadas => Contabilizadas + NoContabilizadas;

    public long ListaNominal { get; private set; }

    public long ConEspeciales { get; private set; }

    public long SinEspeciales { get; private set; }

    public int[] Inconsistencias { get; } = new int[Enum.GetValues<DefinicionDeInconsistencias>().Length];

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Contar()
    {
        while (_fila.Avanzar())
        {
            Renglones++;
            if (FallaDeForma.De(_fila) is { } falla)
            {
                Faltas.Add(falla);
                Esperadas++;
                continue;
            }

            CeldasDeVotos += _fila.Votos.Columnas.Count;
            Sumar();
            _revisor.Revisar();
        }

        _revisor.Cerrar();
        if (_archivo.PrimerNulo() is { } nulo)
        {
            Faltas.Add(_archivo.Hallazgo("byte_nulo", nulo.Linea, nulo.Columna, "", "", "", "", "Hay un byte NUL: el archivo está dañado; vuelva a descargarlo."));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Sumar()
    {
        var observacion = _fila.Observacion.Observacion;
        if (_fila.Clase == ClaseDeHecho.FueraDeCatalogo)
        {
            Fuera++;
            Inconsistencias[(int)DefinicionDeInconsistencias.ConObservacion]++;
            return;
        }

        Esperadas++;
        var contabilizada = _fila.Contabilizada ?? Deducida();
        if (contabilizada == Contabilizada.Si)
        {
            Contabilizadas++;
            ListaNominal += _lista >= 0 && Celda.Leer(_fila.Escaner[_lista]) is > 0 and var lista ? lista : 0;
            ConEspeciales += _fila.Votos.Suma;
            SinEspeciales += EsEspecial() ? 0 : _fila.Votos.Suma;
        }
        else if (contabilizada == Contabilizada.No)
        {
            NoContabilizadas++;
        }

        if (observacion != Observacion.Ninguna)
        {
            SumarInconsistencia(observacion, contabilizada);
        }
    }

    // A file without the column: counted unless its observation says otherwise.
    private Contabilizada? Deducida()
    {
        const Observacion NoCuentan = Observacion.ExcedeListaNominal | Observacion.TodosIlegibles | Observacion.TodosVacios | Observacion.TodosIlegiblesOVacios;
        return _archivo.Esquema.Tiene(Columna.Contabilizada) ? null : _fila.Clase switch
        {
            ClaseDeHecho.SinActa => Contabilizada.No,
            ClaseDeHecho.Capturada => _fila.Votos.Numeros == 0 || (_fila.Observacion.Observacion & NoCuentan) != 0 ? Contabilizada.No : Contabilizada.Si,
            _ => null,
        };
    }

    private bool EsEspecial() => _tipo >= 0 && Palabras.Clave(_fila.Escaner[_tipo]) is [(byte)'S' or (byte)'s'] or [(byte)'E' or (byte)'e', (byte)'S' or (byte)'s', ..];

    private void SumarInconsistencia(Observacion observacion, Contabilizada? contabilizada)
    {
        const Observacion Todos = Observacion.TodosIlegibles | Observacion.TodosVacios | Observacion.TodosIlegiblesOVacios;
        var inconsistencia = observacion.EsInconsistencia();
        var excede = observacion.HasFlag(Observacion.ExcedeListaNominal);
        void Sumar(DefinicionDeInconsistencias d, bool si) => Inconsistencias[(int)d] += si ? 1 : 0;
        Sumar(DefinicionDeInconsistencias.DeLaNorma, inconsistencia);
        Sumar(DefinicionDeInconsistencias.SoloExcede, excede);
        Sumar(DefinicionDeInconsistencias.ConSinActa, inconsistencia || (observacion & Observaciones.DeSinActa) != 0);
        Sumar(DefinicionDeInconsistencias.SinTodos, inconsistencia && (observacion & Todos) == 0);
        Sumar(DefinicionDeInconsistencias.SinExcede, inconsistencia && !excede);
        Sumar(DefinicionDeInconsistencias.SoloNoContabilizadas, inconsistencia && contabilizada == Contabilizada.No);
        Sumar(DefinicionDeInconsistencias.ConObservacion, true);
    }
}
