using System.Collections.Immutable;

namespace Prep.Seguimiento.Plan;

/// <summary>The plan of work of a Commission, as its founding document says it: whose it is, what it wants, what is done each month and when it meets.</summary>
/// <param name="Fuente">The document it was taken from.</param>
/// <param name="ProcesoElectoral">The election it belongs to, by its name.</param>
/// <param name="Firma">Who signs it.</param>
public sealed record PlanDeTrabajo(
    string Fuente,
    Institucion Institucion,
    string ProcesoElectoral,
    ImmutableArray<Fundamento> Fundamento,
    Comision Comision,
    string Objetivo,
    ImmutableArray<string> ObjetivosEspecificos,
    ImmutableArray<Actividad> Actividades,
    ImmutableArray<SesionPrevista> Sesiones,
    ReglasDeConvocatoria Convocatoria,
    string Firma)
{
    /// <summary>The months with something to do, in order.</summary>
    public IEnumerable<IGrouping<Mes, Actividad>> PorMes => Actividades.GroupBy(a => a.Periodo).OrderBy(g => g.Key.Primero);
}

public sealed record Institucion(string Nombre, string Siglas);

/// <param name="Articulo">Empty when the document names none.</param>
public sealed record Fundamento(string Norma, string Articulo, string Contenido);

/// <param name="Integracion">The agreement that made it.</param>
/// <param name="Instalacion">When it was installed; null while it is not.</param>
public sealed record Comision(string Nombre, string InstanciaInterna, AcuerdoDeIntegracion? Integracion, DateOnly? Instalacion, DesignacionDeSecretaria? Designacion);

public sealed record AcuerdoDeIntegracion(string Acuerdo, string Organo, DateOnly Fecha);

public sealed record DesignacionDeSecretaria(string Oficio, DateOnly Fecha);

/// <summary>What the document says of who calls a session.</summary>
public sealed record ReglasDeConvocatoria(string Ordinarias, string Extraordinarias);

/// <summary>Which form of a document an activity follows, when its text says it.</summary>
public enum FaseDeDocumento
{
    Proyecto,
    VersionFinal,
}

/// <summary>Something that the Commission follows, in a month.</summary>
/// <param name="Id">As <c>2024-01-4</c>: does not change with its text.</param>
/// <param name="Fase">Null when the text does not say it.</param>
/// <param name="Entregable">Number of the deliverable that it belongs to; null when none.</param>
/// <param name="DependeDe">What must be done before.</param>
public sealed record Actividad(string Id, string Texto, Mes Periodo, FaseDeDocumento? Fase, int? Entregable, ImmutableArray<string> DependeDe)
{
    /// <summary>The day that the plan gives it; null when it gives only the month.</summary>
    public DateOnly? Limite { get; init; }

    /// <summary>Who answers for it, as a person or an area is called; empty when the plan does not say it.</summary>
    public string Responsable { get; init; } = "";

    /// <summary>The date until which it is on time.</summary>
    public DateOnly Vence => Limite ?? Periodo.Ultimo;

    // An array of the library is equal to itself alone; here, to another with the same.
    public bool Equals(Actividad? otra) => otra is not null
        && (Id, Texto, Periodo, Fase, Entregable, Limite, Responsable) == (otra.Id, otra.Texto, otra.Periodo, otra.Fase, otra.Entregable, otra.Limite, otra.Responsable)
        && DependeDe.SequenceEqual(otra.DependeDe);

    public override int GetHashCode() => HashCode.Combine(Id, Texto, Periodo);
}

public enum TipoDeSesion
{
    Instalacion,
    Ordinaria,
    Extraordinaria,

    /// <summary>It talks and takes note; nobody votes and no quorum is asked for.</summary>
    ReunionDeTrabajo,
}

/// <summary>A session that the plan foresees.</summary>
/// <param name="Fecha">Null while the document gives only the month.</param>
public sealed record SesionPrevista(string Nombre, TipoDeSesion Tipo, Mes Mes, DateOnly? Fecha);
