using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Prep.Datos;
using Prep.Datos.Catalogo;
using Prep.Datos.Filas;
using Prep.Dominio;
using Prep.Operacion.Http;

namespace Prep.Operacion.Hitos;

/// <summary>Another person confirms what one proposed, and it is in force at once; or somebody rejects it. Nobody confirms her own.</summary>
public static class DecidirConfiguracion
{
    /// <param name="Sobre">Version that was in force when she compared.</param>
    public sealed record Request(int Sobre, bool Confirma);

    private static readonly Rechazo _noExiste = new("configuracion_desconocida", "No hay una propuesta con ese número.", ClaseDeRechazo.NoExiste);

    private static readonly Rechazo _misma = new("configuracion_misma_persona",
        "La confirma otra persona de la instancia interna: quien propone no confirma. Puede retirarla si ya no va.", ClaseDeRechazo.NoPermitido);

    internal static void Map(RouteGroupBuilder hitos) =>
        hitos.MapPost("/configuracion/{version:int}/decision", (int version, Request r, Contexto c, CancellationToken ct) => EjecutarAsync(version, r, c, ct).ToHttp()).Permite<Acuse>(Permiso.ConfigurarHitos);

    /// <returns><c>configuracion_desconocida</c>, <c>configuracion_cambio</c>, <c>configuracion_misma_persona</c>, or what forbids it by now.</returns>
    public static async Task<Result<Acuse>> EjecutarAsync(int version, Request r, Contexto c, CancellationToken ct)
    {
        var hecho = await c.EnTransaccionAsync<Acuse>(
            async tx =>
            {
                var ahora = c.Ahora;
                var marcha = await MarchaFila.DetenerAsync(tx);
                if (await ConfiguracionFila.LeerAsync(tx, version) is not { } fila)
                {
                    return _noExiste;
                }

                if (fila.Estado != "Propuesta" || r.Sobre != marcha.Configuracion)
                {
                    return ProponerConfiguracion.CambioMientras;
                }

                if (r.Confirma && fila.PropuestaDe == c.Persona.Valor)
                {
                    return _misma;
                }

                // What could be agreed when it was proposed may have happened since.
                if (r.Confirma && await ProponerConfiguracion.ImpedimentoAsync(tx, marcha, ConfiguracionJson.Leer(fila.Contenido), c, ahora) is { } no)
                {
                    return no;
                }

                (fila.Estado, fila.DecididaDe, fila.DecididaEn) = (r.Confirma ? "Confirmada" : "Rechazada", c.Persona.Valor, ahora.AMicros());
                await fila.DecidirAsync(tx);
                if (r.Confirma)
                {
                    await MarchaFila.PonerConfiguracionAsync(tx, version);
                }

                await BitacoraFila.AnotarDelProcesoAsync(tx, c.Persona.Valor, r.Confirma ? "configuracion_confirmada" : "configuracion_rechazada", $"versión {version}, propuesta de {fila.PropuestaDe}", ahora);
                return new Acuse(ahora);
            },
            ct);
        if (hecho.IsOk)
        {
            // Once it is committed: this node now, the others at their next gate.
            await c.Almacen.PonerAlDiaAsync(ct);
        }

        return hecho;
    }
}
