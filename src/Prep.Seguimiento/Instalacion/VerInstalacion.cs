using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Prep.Dominio;
using Prep.Operacion.Http;
using Prep.Seguimiento.Marco;
using Prep.Seguimiento.Tablero;

namespace Prep.Seguimiento.Instalacion;

/// <summary>The installation of the PREP: every place, what was planned for it and what the operation says of it now.</summary>
public static class VerInstalacion
{
    public static readonly Pestana Pestana = new("instalacion", "Instalación", Permiso.VerSeguimiento);

    internal static void Map(RouteGroupBuilder programa)
    {
        var instalacion = programa.MapGroup("/instalacion");
        instalacion.MapGet("", (string programa, ContextoDeSeguimiento c, LectorDeInstalacion lector, CancellationToken ct) => PintarAsync(programa, null, null, c, lector, ct)).RequireAuthorization(Permiso.VerSeguimiento);
        VerSitio.Map(instalacion);
        PreverSitio.Map(instalacion);
        RegistrarVisita.Map(instalacion);
        ConstatarOperacion.Map(instalacion);
    }

    public static string Ruta(string programa) => $"{VerTableroDelPrograma.Ruta(programa)}/instalacion";

    internal static async Task<IResult> PintarAsync(string programa, Devuelto? devuelto, Rechazo? rechazo, ContextoDeSeguimiento c, LectorDeInstalacion lector, CancellationToken ct)
    {
        var leido = await c.ProgramaAsync(programa, ct);
        return leido.IsOk
            ? Operacion.Http.Pantallas.Pantalla<PantallaDeInstalacion>(new { Programa = leido.Value, Lectura = await lector.LeerAsync(ct), Devuelto = devuelto }).ConEstado(rechazo)
            : leido.Rechazo.ToProblem();
    }
}
