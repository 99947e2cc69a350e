using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Prep.Datos.Filas;
using Prep.Dominio;
using Prep.Dominio.Actas;
using Prep.Dominio.Catalogo;
using Prep.Operacion.Http;

namespace Prep.Operacion.Hitos;

/// <summary>The screen of the milestones: the night, what is agreed, and the forms that propose and decide.</summary>
public static class MesaDeHitos
{
    public const string Ruta = "/puestos/hitos";

    private static readonly Rechazo _sinDocumento = new("documento_desconocido", "No hay un documento con ese número.", ClaseDeRechazo.NoExiste);

    internal static void Map(RouteGroupBuilder puestos)
    {
        var hitos = puestos.MapGroup("/hitos");
        hitos.MapGet("", (Contexto c, CancellationToken ct) => PintarAsync(null, null, c, ct)).RequireAuthorization(Permiso.VerHitos);
        hitos.MapPost("/propuesta", async (IFormCollection campos, HttpContext http, Contexto c, CancellationToken ct) =>
        {
            var vista = await VerConfiguracion.EjecutarAsync(c, ct);
            var leida = FormaDeConfiguracion.Leer(campos, Numero(campos, "sobre"), vista.Configuracion, c.Proceso);
            var hecho = leida.IsOk ? await ProponerConfiguracion.EjecutarAsync(leida.Value, c, ct) : leida.Rechazo;
            return hecho.IsOk
                ? Vuelta.Hecho(http, Ruta, $"Quedó propuesta la versión {hecho.Value.Version}. Vale cuando la confirme otra persona de la instancia interna.")
                : await PintarAsync(Devuelto.De(FormaDeConfiguracion.Nombre, hecho.Rechazo.Mensaje, campos), hecho.Rechazo, c, ct);
        }).RequireAuthorization(Permiso.ConfigurarHitos);
        hitos.MapPost("/decision", async (IFormCollection campos, HttpContext http, Contexto c, CancellationToken ct) =>
        {
            var confirma = campos["decision"] == "confirma";
            var hecho = await DecidirConfiguracion.EjecutarAsync(Numero(campos, "version"), new(Numero(campos, "sobre"), confirma), c, ct);
            return hecho.IsOk
                ? Vuelta.Hecho(http, Ruta, confirma ? "Confirmada: vale desde este momento." : "Rechazada: todo sigue como estaba.")
                : await PintarAsync(Devuelto.De("decidir", hecho.Rechazo.Mensaje, campos), hecho.Rechazo, c, ct);
        }).RequireAuthorization(Permiso.ConfigurarHitos);
        hitos.MapGet("/documentos/{tipo}/{numero:int}/documento.pdf", async (string tipo, int numero, Contexto c, CancellationToken ct) =>
            await c.Almacen.Base.LeerAsync(tx => DocumentoFila.LeerAsync(tx, tipo, numero), ct) is { } fila
                && CodigoDeIntegridad.TryParse(fila.Pdf, out var codigo) && await c.Almacen.Documentos.LeerAsync(codigo, ct) is { } bytes
                ? Results.Bytes(bytes, "application/pdf", $"{fila.Tipo}-{fila.Numero:000}.pdf")
                : _sinDocumento.ToProblem()).RequireAuthorization(Permiso.VerHitos);
    }

    private static int Numero(IFormCollection campos, string caja) => int.TryParse(campos[caja], System.Globalization.NumberStyles.None, null, out var numero) ? numero : -1;

    private static async Task<IResult> PintarAsync(Devuelto? devuelto, Rechazo? rechazo, Contexto c, CancellationToken ct)
    {
        var (noche, configuracion) = (await VerHitos.EjecutarAsync(c, ct), await VerConfiguracion.EjecutarAsync(c, ct));
        return Http.Pantallas.Pantalla<PantallaDeHitos>(new { Noche = noche, Estado = configuracion, Devuelto = devuelto }).ConEstado(rechazo);
    }
}
