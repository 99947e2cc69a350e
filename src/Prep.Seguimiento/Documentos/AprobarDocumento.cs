using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Prep.Dominio;
using Prep.Operacion.Http;
using Prep.Seguimiento.Asuntos;
using Prep.Seguimiento.Libro;
using Prep.Seguimiento.Plan;

namespace Prep.Seguimiento.Documentos;

/// <summary>The Secretaría Técnica says by which agreement a version was approved. From then on it stays as it is: what replaces it is another version.</summary>
public static class AprobarDocumento
{
    public sealed record Request(int Numero, int Version, Aprobacion? Aprobacion);

    internal static void Map(RouteGroupBuilder programas) => programas.MapPost("/documentos/{numero:int}/{version:int}/aprobacion",
        async (string programa, int numero, int version, IFormCollection campos, HttpContext http, ContextoDeSeguimiento c, CancellationToken ct) =>
            await FormaDeDocumento.ResponderAsync(programa, numero, $"aprobar-{numero}-{version}", $"Quedó aprobada la versión {version}.", campos, http, c,
                () => c.AnotarAsync(programa, (p, ahora) => Decidir(p, new(numero, version, EstadoPedido.AprobacionDe(campos)), ahora), ct), ct)).RequireAuthorization(Permiso.LlevarSeguimiento);

    /// <returns><c>documento_desconocido</c>, <c>version_aprobada</c>, and those of <see cref="ReglaDeEstado"/>.</returns>
    public static Result<Suceso> Decidir(Programa programa, Request r, DateTimeOffset ahora)
    {
        if (programa.Documentos.Todos.GetValueOrDefault(r.Numero) is not { } documento || documento.Version(r.Version) is not { } version)
        {
            return EntregarDocumento.Desconocido;
        }

        if (version.Aprobacion is { } ya)
        {
            return new Rechazo("version_aprobada", $"La versión {r.Version} ya la aprobó {Palabras.De(ya.Organo)} por {ya.Acuerdo}. Si cambió, entregue otra versión.", ClaseDeRechazo.Conflicto);
        }

        var definicion = programa.Plan.Definicion;
        return ReglaDeEstado.Impedimento(definicion, AsuntosDelPrograma.Entregable(programa, documento.Asunto), r.Aprobacion, definicion.Dia(ahora)) is { } impedimento ? impedimento
            : new DocumentoAprobado(r.Numero, r.Version, r.Aprobacion!);
    }
}
