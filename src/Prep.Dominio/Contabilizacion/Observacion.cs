namespace Prep.Dominio.Contabilizacion;

/// <summary>Observations of an acta. The words and their combinations belong to each layout; the domain holds flags.</summary>
[Flags]
public enum Observacion
{
    Ninguna = 0,

    /// <summary>At least one vote field, not all, is illegible.</summary>
    AlgunoIlegible = 1 << 0,

    /// <summary>At least one vote field, not all, is empty.</summary>
    AlgunoSinDato = 1 << 1,
    ExcedeListaNominal = 1 << 2,
    TodosIlegibles = 1 << 3,
    TodosVacios = 1 << 4,
    TodosIlegiblesOVacios = 1 << 5,
    SinActaPaqueteNoEntregado = 1 << 6,
    SinActaCasillaNoInstalada = 1 << 7,
    SinActaPaqueteSinBolsa = 1 << 8,
    FueraDeCatalogo = 1 << 9,
}

public static class Observaciones
{
    public const Observacion DeSinActa =
        Observacion.SinActaPaqueteNoEntregado | Observacion.SinActaCasillaNoInstalada | Observacion.SinActaPaqueteSinBolsa;

    /// <summary>Flags that enter PORCENTAJE_ACTAS_INCONSISTENCIAS: never "sin acta" nor "fuera de catálogo".</summary>
    /// <remarks>Regla F-08. Fuente: LEEME INE 2024, campo 8.</remarks>
    public const Observacion DeInconsistencia =
        Observacion.AlgunoIlegible | Observacion.AlgunoSinDato | Observacion.ExcedeListaNominal
        | Observacion.TodosIlegibles | Observacion.TodosVacios | Observacion.TodosIlegiblesOVacios;

    public static bool EsInconsistencia(this Observacion observacion) => (observacion & DeInconsistencia) != 0;
}

/// <summary>CONTABILIZADA of the official files.</summary>
public enum Contabilizada
{
    No = 0,
    Si = 1,
    FueraDeCatalogo = 2,
}

/// <summary>How an acta counts and what is observed of it.</summary>
public readonly record struct Conteo(Contabilizada Contabilizada, Observacion Observacion);
