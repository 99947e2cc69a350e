using System.Collections.Immutable;
using Prep.Seguimiento.Entregables;
using Prep.Seguimiento.Libro;
using Prep.Seguimiento.Plan;

namespace Prep.Seguimiento;

/// <summary>The follow-up of one PREP: its plan and what became of it. An immutable value worked out from the book.</summary>
/// <remarks>Each part takes from an entry what is its own: a new part is a folder with its events, its record with <c>Con</c>, and a line here.</remarks>
/// <param name="Historia">Every entry, in order: who did what and when.</param>
public sealed record Programa(
    string Id,
    PlanDelPrograma Plan,
    EntregablesDelPrograma Entregables,
    ImmutableList<Asiento> Historia)
{
    public bool Abierto => Plan.Abierto;

    public static Programa Vacio(string id) => new(
        id,
        PlanDelPrograma.Vacio,
        EntregablesDelPrograma.Vacio,
        []);

    public Programa Con(Asiento asiento) => this with
    {
        Plan = Plan.Con(asiento),
        Entregables = Entregables.Con(asiento),
        Historia = Historia.Add(asiento),
    };
}
