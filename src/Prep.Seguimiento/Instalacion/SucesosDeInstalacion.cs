using System.Collections.Immutable;
using Prep.Dominio.Sitios;
using Prep.Seguimiento.Libro;

namespace Prep.Seguimiento.Instalacion;

/// <summary>What a place of the PREP is. The book writes these names.</summary>
public enum TipoDeSitio
{
    Catd,
    Ccv,
}

/// <summary>A place is planned, or planned otherwise: the last one holds.</summary>
/// <param name="Clave">That of the catalogue and the roster.</param>
/// <param name="Equipos">How many computers it needs.</param>
/// <param name="Personas">How many persons it needs.</param>
/// <param name="Enlaces">How it reaches the centre, and with what else when that fails.</param>
/// <param name="Energia">What feeds it when the grid fails.</param>
/// <param name="ListoEl">Until when it must be ready; null while nobody said.</param>
[Nombre("sitio.previsto")]
public sealed record SitioPrevisto(string Clave, TipoDeSitio Tipo, string Domicilio, int Equipos, int Personas, string Enlaces, string Energia, DateOnly? ListoEl) : Suceso;

/// <summary>A place is no longer planned.</summary>
[Nombre("sitio.retirado")]
public sealed record SitioRetirado(string Clave, string Motivo) : Suceso;

/// <summary>Somebody of the follow-up was at a place and looked at it.</summary>
/// <param name="Visitantes">Who went, as they are called.</param>
/// <param name="Puntos">The checklist of that day with its answers: a later list changes nothing of it.</param>
[Nombre("sitio.visitado")]
public sealed record SitioVisitado(string Clave, DateOnly Fecha, string Visitantes, ImmutableArray<PuntoVisto> Puntos, string Texto) : Suceso;

/// <param name="Texto">What was looked at, word for word.</param>
/// <param name="Nota">Always when the answer is no.</param>
public sealed record PuntoVisto(string Texto, RespuestaDeLista Respuesta, string Nota);

/// <summary>What the operation said at an instant, kept in the book: the servers of simulacros are emptied, and what happened there stays here.</summary>
/// <param name="Proceso">Key of the process.</param>
/// <param name="Clase"><c>Jornada</c>, <c>Simulacro</c>, <c>Practica</c> or <c>Repeticion</c>.</param>
/// <param name="SitiosListos">With their list of opening whole.</param>
/// <param name="Cortes">Those made, of which <paramref name="CortesTarde"/> were late.</param>
/// <param name="CerosEn">When each milestone was; null while it was not.</param>
[Nombre("operacion.constatada")]
public sealed record OperacionConstatada(
    string Proceso, string Nombre, string Clase, int Sitios, int SitiosListos, int Personas, int Capacitadas, int Incidentes, int IncidentesAbiertos,
    int Cortes, int CortesTarde, int CortesOmitidos, DateTimeOffset? CerosEn, DateTimeOffset? InicioEn, DateTimeOffset? CierreEn, string Nota) : Suceso;
