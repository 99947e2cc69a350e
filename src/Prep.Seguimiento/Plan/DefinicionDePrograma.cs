using System.Collections.Immutable;
using Prep.Dominio;

namespace Prep.Seguimiento.Plan;

/// <summary>A programme as its institute sets it: the plan of work and what the plan does not say.</summary>
/// <param name="Jornada">The election day: reference terms are counted from it.</param>
/// <param name="Inicio">Of the electoral calendar; what happens outside it is a mistake of typing.</param>
/// <param name="Zona">IANA name.</param>
/// <param name="ReglasDelCotaprep">Of its sessions; null when they are those of the Commission with its own members.</param>
public sealed record DefinicionDePrograma(
    string Id,
    PlanDeTrabajo Plan,
    DateOnly Jornada,
    DateOnly Inicio,
    DateOnly Fin,
    string Zona,
    ReglasDeSesion Reglas,
    ImmutableArray<Integrante> Integrantes,
    ImmutableArray<Entregable> Entregables,
    ReglasDeSesion? ReglasDelCotaprep = null)
{
    /// <summary>What is looked at in a visit to a place, in order; may be empty.</summary>
    public ImmutableArray<string> ListaDeVisita { get; init; } = [];

    /// <summary>Whether it may name a programme: it goes in addresses and names a folder.</summary>
    public static bool EsClave(string texto) => texto.Length is > 0 and <= 60 && texto.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');

    public Entregable? EntregableDe(Actividad actividad) => Entregables.FirstOrDefault(e => e.Numero == actividad.Entregable);

    /// <summary>The reference term of an activity: that of its deliverable, as draft or as final version. Null when it has none.</summary>
    public DateOnly? PlazoDeReferencia(Actividad actividad) => EntregableDe(actividad) is { } e && (actividad.Fase == FaseDeDocumento.Proyecto ? e.Proyecto : e.Final) is { } dias ? Jornada.AddDays(dias) : null;

    public bool EnCalendario(DateOnly dia) => dia >= Inicio && dia <= Fin;

    /// <returns>Null when the day is in the calendar; <c>fecha_fuera_de_calendario</c>.</returns>
    public Rechazo? FueraDeCalendario(DateOnly dia) => EnCalendario(dia)
        ? null
        : new("fecha_fuera_de_calendario", $"El {Palabras.De(dia)} está fuera del calendario electoral, que va del {Palabras.De(Inicio)} al {Palabras.De(Fin)}. Revise el año.");

    /// <summary>The clock of the place.</summary>
    public TimeZoneInfo Husos => TimeZoneInfo.FindSystemTimeZoneById(Zona);

    /// <summary>The day it is there.</summary>
    public DateOnly Dia(DateTimeOffset en) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(en, Husos).DateTime);
}

/// <summary>A person of the Commission in a puesto.</summary>
/// <param name="Puesto">One of <see cref="Operacion.Http.Puesto.Permisos"/>.</param>
/// <param name="Cargo">As the document names it.</param>
/// <param name="Persona">The key of the roster; null while the person has no account.</param>
public sealed record Integrante(string Nombre, string Puesto, string Cargo, string? Persona = null);

/// <summary>How this institute calls and holds its sessions.</summary>
/// <param name="Votan">Puestos with voice and vote: they make the quorum and the majority.</param>
/// <param name="HorasOrdinaria">Least notice of an ordinary session, in hours.</param>
/// <param name="HorasExtraordinaria">The same of an extraordinary one.</param>
/// <param name="MinutosSegundaConvocatoria">What is waited after the hour before the second call.</param>
/// <param name="QuorumSegunda">Those who vote that are enough at the second call.</param>
/// <param name="VotoDeCalidad">The vote of who presides breaks a tie.</param>
/// <param name="Preside">The puesto of who presides.</param>
/// <param name="NumeroDeAcuerdo">How an agreement is numbered: <c>{numero}</c> of the year and <c>{anio}</c>.</param>
public sealed record ReglasDeSesion(
    ImmutableArray<string> Votan,
    int HorasOrdinaria,
    int HorasExtraordinaria,
    int MinutosSegundaConvocatoria,
    int QuorumSegunda,
    bool VotoDeCalidad = false,
    string Preside = "PRESIDENCIA",
    string NumeroDeAcuerdo = "A{numero}/{anio}");

/// <summary>Who gives a deliverable its approval. INE observes all of them.</summary>
public enum Organo
{
    ConsejoGeneral,
    Comision,
    Cotaprep,
    InstanciaInterna,
}

/// <summary>What the rules ask the institute to produce.</summary>
/// <param name="Numero">That of the list of the rules.</param>
/// <param name="Proyecto">Reference term of its draft, in days from the election day; negative is before. Null when it has none.</param>
/// <param name="Final">The same of its final version.</param>
/// <param name="CadaMes">It is given every month.</param>
/// <remarks>Fuente: spec §9.1.</remarks>
public sealed record Entregable(int Numero, string Nombre, Organo Aprueba, int? Proyecto, int? Final, bool CadaMes)
{
    /// <summary>What of the operation is shown beside it and its activities.</summary>
    public ImmutableArray<Observable> Observa { get; init; } = [];
}

/// <summary>What the operation knows that says how a deliverable goes. The book writes these names.</summary>
public enum Observable
{
    /// <summary>The agreed installation, place by place.</summary>
    Sitios,
    Personal,
    Capacitacion,
    Inicio,
    ActualizacionesDeDatos,
    ActualizacionesDeBases,
    UltimaActualizacion,
    Direcciones,
    Simulacro,
    Cortes,
    Cierre,
}
