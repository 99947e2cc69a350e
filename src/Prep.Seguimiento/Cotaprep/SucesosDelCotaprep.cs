using Prep.Seguimiento.Libro;
using Prep.Seguimiento.Plan;

namespace Prep.Seguimiento.Cotaprep;

/// <summary>What the COTAPREP reviews. The book writes these names.</summary>
/// <remarks>Fuente: spec §9.1 entregable 11.</remarks>
public enum Revisable
{
    /// <summary>The navigable prototype of the site.</summary>
    Prototipo,

    /// <summary>The format of the databases.</summary>
    Bases,
}

/// <summary>Something of the committee's own plan of work. Its number is that of the entry.</summary>
[Nombre("cotaprep.actividad")]
public sealed record ActividadDelCotaprep(string Texto, Mes Mes) : Suceso;

[Nombre("cotaprep.actividad-hecha")]
public sealed record ActividadDelCotaprepHecha(int Numero, DateOnly Fecha, string Nota) : Suceso;

/// <summary>Something was given to the committee to review: a round. What is observed of it are observations of its asunto.</summary>
/// <param name="Clave">As <c>prototipo-1</c>.</param>
/// <param name="Que">Which version, and where it can be seen.</param>
/// <param name="Hasta">Until when it is observed.</param>
[Nombre("revision.abierta")]
public sealed record RevisionAbierta(string Clave, Revisable Objeto, string Que, DateOnly Hasta) : Suceso;

/// <summary>The committee said what it thinks, with every observation answered.</summary>
[Nombre("revision.concluida")]
public sealed record RevisionConcluida(string Clave, DateOnly Fecha, string Opinion) : Suceso;

/// <summary>What the committee concludes in its final report, which no data say.</summary>
[Nombre("cotaprep.conclusiones")]
public sealed record ConclusionesEscritas(string Texto) : Suceso;
