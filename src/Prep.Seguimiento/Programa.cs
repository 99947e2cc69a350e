using System.Collections.Immutable;
using Prep.Operacion.Puestos;
using Prep.Seguimiento.Auditoria;
using Prep.Seguimiento.Contratos;
using Prep.Seguimiento.Cotaprep;
using Prep.Seguimiento.Difusores;
using Prep.Seguimiento.Documentos;
using Prep.Seguimiento.Entregables;
using Prep.Seguimiento.Informes;
using Prep.Seguimiento.Instalacion;
using Prep.Seguimiento.Libro;
using Prep.Seguimiento.Observaciones;
using Prep.Seguimiento.Plan;
using Prep.Seguimiento.Sesiones;

namespace Prep.Seguimiento;

/// <summary>The follow-up of one PREP: its plan and what became of it. An immutable value worked out from the book.</summary>
/// <remarks>Each part takes from an entry what is its own: a new part is a folder with its events, its record with <c>Con</c>, and a line here.</remarks>
/// <param name="Autores">What each who wrote in it was last called, by key of the roster.</param>
/// <param name="Historia">Every entry, in order: who did what and when.</param>
public sealed record Programa(
    string Id,
    PlanDelPrograma Plan,
    SesionesDelPrograma Sesiones,
    EntregablesDelPrograma Entregables,
    InformesDelPrograma Informes,
    DocumentosDelPrograma Documentos,
    ObservacionesDelPrograma Observaciones,
    InstalacionDelPrograma Instalacion,
    ContratosDelPrograma Contratos,
    AuditoriaDelPrograma Auditoria,
    DifusoresDelPrograma Difusores,
    CotaprepDelPrograma Cotaprep,
    ImmutableDictionary<string, string> Autores,
    ImmutableList<Asiento> Historia)
{
    public bool Abierto => Plan.Abierto;

    /// <summary>As they are offered to choose: first those whose electoral calendar has not ended.</summary>
    public static IReadOnlyList<Programa> ParaElegir(IEnumerable<Programa> programas, DateTimeOffset ahora) => [.. programas.OrderBy(p => p.Plan.Definicion.Dia(ahora) > p.Plan.Definicion.Fin)];

    public static Programa Vacio(string id) => new(
        id,
        PlanDelPrograma.Vacio,
        SesionesDelPrograma.Vacio,
        EntregablesDelPrograma.Vacio,
        InformesDelPrograma.Vacio,
        DocumentosDelPrograma.Vacio,
        ObservacionesDelPrograma.Vacio,
        InstalacionDelPrograma.Vacia,
        ContratosDelPrograma.Vacio,
        AuditoriaDelPrograma.Vacia,
        DifusoresDelPrograma.Vacio,
        CotaprepDelPrograma.Vacio,
        ImmutableDictionary<string, string>.Empty,
        []);

    public Programa Con(Asiento asiento) => this with
    {
        Plan = Plan.Con(asiento),
        Sesiones = Sesiones.Con(asiento),
        Entregables = Entregables.Con(asiento),
        Informes = Informes.Con(asiento),
        Documentos = Documentos.Con(asiento),
        Observaciones = Observaciones.Con(asiento),
        Instalacion = Instalacion.Con(asiento),
        Contratos = Contratos.Con(asiento),
        Auditoria = Auditoria.Con(asiento),
        Difusores = Difusores.Con(asiento),
        Cotaprep = Cotaprep.Con(asiento),
        Autores = asiento.Suceso.Autor is { } nombre ? Autores.SetItem(asiento.Persona, nombre) : Autores,
        Historia = Historia.Add(asiento),
    };

    /// <summary>The programme as it was at the end of a day of its zone; as it was opened, when that was later.</summary>
    public Programa Al(DateOnly dia) => Plan.Definicion.Dia(Historia[^1].En) <= dia ? this : Historia.Where((a, i) => i == 0 || Plan.Definicion.Dia(a.En) <= dia).Aggregate(Vacio(Id), (p, a) => p.Con(a));

    /// <summary>The name of a person who is or was of the Commission, or of who wrote in the book; the key of the roster of who is neither.</summary>
    public string NombreDe(string persona) => Plan.Nombres.GetValueOrDefault(persona) ?? Autores.GetValueOrDefault(persona, persona);

    /// <summary>Who wrote an entry and in which puesto.</summary>
    public string NombreYPuesto(Asiento asiento) => $"{asiento.Suceso.Autor ?? NombreDe(asiento.Persona)} ({NombreDePuesto.De(asiento.Puesto)})";
}
