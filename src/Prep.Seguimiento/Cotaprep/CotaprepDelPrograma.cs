using System.Collections.Immutable;
using Prep.Seguimiento.Asuntos;
using Prep.Seguimiento.Libro;
using Prep.Seguimiento.Observaciones;
using Prep.Seguimiento.Plan;

namespace Prep.Seguimiento.Cotaprep;

/// <param name="Hecha">Null while it was not.</param>
public sealed record RenglonDelCotaprep(int Numero, ActividadDelCotaprep Prevista, ActividadDelCotaprepHecha? Hecha);

/// <param name="Concluida">Null while it is open.</param>
public sealed record Revision(RevisionAbierta Abierta, DateTimeOffset AbiertaEn, RevisionConcluida? Concluida)
{
    public Asunto Asunto => new(TipoDeAsunto.Revision, Abierta.Clave);

    /// <summary>In the order in which they were made.</summary>
    public IReadOnlyList<Observacion> Observaciones(Programa programa) => [.. programa.Observaciones.De(Asunto)];
}

/// <summary>The technical committee that advises: its plan, what it reviewed and what it concludes. Its members are those of the programme in that puesto.</summary>
public sealed record CotaprepDelPrograma(ImmutableSortedDictionary<int, RenglonDelCotaprep> Plan, ImmutableList<Revision> Revisiones, string Conclusiones)
{
    public const string Puesto = "COTAPREP";

    public static readonly CotaprepDelPrograma Vacio = new(ImmutableSortedDictionary<int, RenglonDelCotaprep>.Empty, [], "");

    public Revision? Revision(string clave) => Revisiones.Find(r => r.Abierta.Clave == clave);

    public static IReadOnlyList<Integrante> Integrantes(Programa programa) => [.. programa.Plan.Definicion.Integrantes.Where(i => i.Puesto == Puesto)];

    public CotaprepDelPrograma Con(Asiento a) => a.Suceso switch
    {
        ActividadDelCotaprep s => this with { Plan = Plan.Add(a.Numero, new(a.Numero, s, null)) },
        ActividadDelCotaprepHecha s => this with { Plan = Plan.SetItem(s.Numero, Plan[s.Numero] with { Hecha = s }) },
        RevisionAbierta s => this with { Revisiones = Revisiones.Add(new(s, a.En, null)) },
        RevisionConcluida s => this with { Revisiones = Revisiones.ConvertAll(r => r.Abierta.Clave == s.Clave ? r with { Concluida = s } : r) },
        ConclusionesEscritas s => this with { Conclusiones = s.Texto },
        _ => this,
    };
}
