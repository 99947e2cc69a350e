using Prep.Dominio;
using Prep.Operacion;
using Prep.Operacion.Http;
using Prep.Operacion.Sitios;

namespace Prep.Seguimiento.Instalacion;

/// <summary>The places whose visits a person writes down: who keeps the follow-up, those of all; a consejo, the CATDs of its area.</summary>
/// <param name="Todos">Also those that the operation does not know.</param>
/// <param name="Catds">Null while no process says which CATDs are of which consejo.</param>
public sealed record AlcanceDeVisitas(bool Todos, IReadOnlySet<string>? Catds)
{
    public static AlcanceDeVisitas De(Sesion quien, Contexto operacion) =>
        quien.Puede(Permiso.LlevarSeguimiento) ? new(true, null)
        : !quien.Puede(Permiso.VisitarSitio) ? new(false, new HashSet<string>())
        : new(false, operacion.ProcesoCargado is null ? null : VerSitios.Alcance(operacion));

    /// <returns>Null, or <c>sitio_sin_consejo</c>, <c>sitio_ajeno</c>.</returns>
    public Rechazo? Falta(string sitio) =>
        Todos || Catds?.Contains(sitio) == true ? null
        : Catds is null ? new("sitio_sin_consejo", "Todavía no hay un proceso cargado que diga qué CATD son de su consejo. Pida a la Secretaría Técnica que lo anote.", ClaseDeRechazo.Conflicto)
        : new("sitio_ajeno", $"{sitio} no es de los CATD de su consejo{(Catds.Count > 0 ? $", que son {string.Join(", ", Catds.Order(StringComparer.Ordinal).Take(10))}{(Catds.Count > 10 ? "…" : "")}" : "")}. Pida a la Secretaría Técnica que lo anote.", ClaseDeRechazo.NoPermitido);
}
