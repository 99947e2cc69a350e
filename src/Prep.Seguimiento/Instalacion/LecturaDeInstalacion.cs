using System.Collections.Immutable;
using Prep.Dominio.Calendario;
using Prep.Dominio.Catalogo;
using Prep.Dominio.Sitios;
using Prep.Operacion.Hitos;

namespace Prep.Seguimiento.Instalacion;

/// <summary>What the operation knew at an instant of its places, persons and milestones. Never votes; of persons, counts.</summary>
/// <param name="Proceso">Null while no process is loaded.</param>
/// <param name="Sitios">Those of the catalogue and of the agreed installation, by key.</param>
/// <param name="Personal">The roster by site, also of places that the process does not have.</param>
public sealed record LecturaDeInstalacion(
    DateTimeOffset En,
    ProcesoEnVivo? Proceso,
    ImmutableSortedDictionary<string, SitioEnVivo> Sitios,
    ImmutableDictionary<string, PersonalEnVivo> Personal)
{
    /// <summary>What who observed from a consejo is called in the roster, by key.</summary>
    public ImmutableDictionary<string, string> Observadores { get; init; } = ImmutableDictionary<string, string>.Empty;

    public PersonalEnVivo PersonalDe(string sitio) => Personal.GetValueOrDefault(sitio, PersonalEnVivo.Nadie);
}

/// <param name="Configuracion">The agreed values in force.</param>
public sealed record ProcesoEnVivo(Proceso Proceso, Configuracion Configuracion, VerHitos.Noche Noche)
{
    /// <summary>The milestones, without the cortes between them.</summary>
    public IEnumerable<VerHitos.Renglon> Hitos => Noche.Renglones.Where(r => r.Paso != VerHitos.Paso.Corte);

    /// <summary>The cortes that were made or should have been.</summary>
    public IEnumerable<VerHitos.Renglon> Cortes => Noche.Renglones.Where(r => r.Paso == VerHitos.Paso.Corte && r.Como != VerHitos.Como.PorVenir);
}

/// <param name="Acordado">As the institute agreed to install it; null when it did not.</param>
/// <param name="Estado">What its bitácora says.</param>
public sealed record SitioEnVivo(string Clave, SitioAcordado? Acordado, EstadoDeSitio Estado)
{
    public int PuntosDeApertura => ListaDeComprobacion.Apertura.Count - Estado.Faltan(MomentoDeLista.Apertura).Count();

    /// <summary>Its list of opening is answered whole, or it opened.</summary>
    public bool Listo => Estado.Situacion != SituacionDeSitio.SinAbrir || PuntosDeApertura == ListaDeComprobacion.Apertura.Count;
}

/// <summary>The roster of a place and what its persons were trained in.</summary>
/// <param name="PorPuesto">Persons that may take each puesto.</param>
/// <param name="Capacitadas">Persons whose training for all their puestos was passed.</param>
/// <param name="PorTema">Persons that a topic reached.</param>
/// <param name="Equipos">Computers enrolled there.</param>
public sealed record PersonalEnVivo(
    int Personas, int ConCredencial, ImmutableSortedDictionary<string, int> PorPuesto, int Capacitadas, int Minutos, ImmutableDictionary<string, int> PorTema, int Equipos)
{
    public static readonly PersonalEnVivo Nadie = new(0, 0, ImmutableSortedDictionary<string, int>.Empty, 0, 0, ImmutableDictionary<string, int>.Empty, 0);
}
