using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Prep.Dominio;
using Prep.Operacion.Http;

namespace Prep.Seguimiento.Instalacion;

/// <summary>One place: its plan beside what is there, and who went to see it.</summary>
public static class VerSitio
{
    public static readonly Rechazo Desconocido = new("sitio_desconocido", "No hay un sitio con esa clave, ni en el plan de instalación ni en la operación.", ClaseDeRechazo.NoExiste);

    internal static void Map(RouteGroupBuilder instalacion) => instalacion.MapGet("/{sitio}",
        (string programa, string sitio, ContextoDeSeguimiento c, LectorDeInstalacion lector, CancellationToken ct) => PintarAsync(programa, sitio, null, null, c, lector, ct)).RequireAuthorization(Permiso.VerSeguimiento);

    public static string Ruta(string programa, string sitio) => $"{VerInstalacion.Ruta(programa)}/{Uri.EscapeDataString(sitio)}";

    internal static async Task<IResult> PintarAsync(string programa, string sitio, Devuelto? devuelto, Rechazo? rechazo, ContextoDeSeguimiento c, LectorDeInstalacion lector, CancellationToken ct)
    {
        var leido = await c.ProgramaAsync(programa, ct);
        if (!leido.IsOk)
        {
            return leido.Rechazo.ToProblem();
        }

        var lectura = await lector.LeerAsync(ct);
        return SitioSeguido.Todos(leido.Value, lectura).FirstOrDefault(s => s.Clave == sitio) is { } hallado
            ? Operacion.Http.Pantallas.Pantalla<PantallaDeSitio>(new { Programa = leido.Value, Sitio = hallado, Lectura = lectura, Hoy = leido.Value.Plan.Definicion.Dia(c.Ahora), Devuelto = devuelto }).ConEstado(rechazo)
            : Desconocido.ToProblem();
    }
}
