using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Prep.Datos;
using Prep.Datos.Bases;
using Prep.Datos.Catalogo;
using Prep.Datos.Filas;
using Prep.Dominio;
using Prep.Dominio.Calendario;
using Prep.Operacion.Http;

namespace Prep.Operacion.Hitos;

/// <summary>One person proposes the agreed values of the process, all of them: before the night or in the middle of it. It is in force when another confirms it.</summary>
public static class ProponerConfiguracion
{
    /// <param name="Sobre">Version in force that she was looking at.</param>
    public sealed record Request(int Sobre, Configuracion Configuracion, string Motivo);

    public sealed record Propuesta(int Version);

    internal static readonly Rechazo CambioMientras = new("configuracion_cambio",
        "Otra versión de la configuración se decidió mientras tanto. Vuelva a abrir la pantalla, compare y hágalo de nuevo.", ClaseDeRechazo.Conflicto);

    private static readonly Rechazo _yaHay = new("ya_hay_propuesta",
        "Ya hay una propuesta por decidir: primero se confirma o se rechaza ésa.", ClaseDeRechazo.Conflicto);

    private static readonly Rechazo _sinMotivo = new("falta_motivo", "Escriba el motivo del cambio.", ClaseDeRechazo.Entrada);

    internal static void Map(RouteGroupBuilder hitos) =>
        hitos.MapPost("/configuracion", (Request r, Contexto c, CancellationToken ct) => EjecutarAsync(r, c, ct).ToHttp()).Permite<Propuesta>(Permiso.ConfigurarHitos);

    /// <returns><c>configuracion_cambio</c>, <c>ya_hay_propuesta</c>, <c>falta_motivo</c>, or what <see cref="CambioDeConfiguracion"/> forbids.</returns>
    public static Task<Result<Propuesta>> EjecutarAsync(Request r, Contexto c, CancellationToken ct) => c.EnTransaccionAsync<Propuesta>(
        async tx =>
        {
            var ahora = c.Ahora;
            var marcha = await MarchaFila.DetenerAsync(tx);
            var todas = await ConfiguracionFila.TodasAsync(tx);
            if (r.Sobre != marcha.Configuracion)
            {
                return CambioMientras;
            }

            if (todas.Any(f => f.Estado == "Propuesta"))
            {
                return _yaHay;
            }

            if (string.IsNullOrWhiteSpace(r.Motivo))
            {
                return _sinMotivo;
            }

            if (await ImpedimentoAsync(tx, marcha, r.Configuracion, c, ahora) is { } no)
            {
                return no;
            }

            ConfiguracionFila fila = new()
            {
                Version = todas.Count + 1,
                Contenido = ConfiguracionJson.Escribir(r.Configuracion),
                Motivo = r.Motivo.Trim(),
                PropuestaDe = c.Persona.Valor,
                PropuestaEn = ahora.AMicros(),
            };
            await fila.InsertarAsync(tx);
            await BitacoraFila.AnotarDelProcesoAsync(tx, c.Persona.Valor, "configuracion_propuesta", $"versión {fila.Version}: {fila.Motivo}", ahora);
            return new Propuesta(fila.Version);
        },
        ct);

    /// <summary>All that forbids it now, in one refusal: the code of the first, the sentence of each.</summary>
    internal static async Task<Rechazo?> ImpedimentoAsync(Transaccion tx, MarchaFila marcha, Configuracion propuesta, Contexto c, DateTimeOffset ahora)
    {
        await c.Almacen.PonerAlDiaAsync(tx, marcha.Configuracion);
        var vigente = await VerConfiguracion.DeVersionAsync(tx, marcha.Configuracion, c);
        var no = CambioDeConfiguracion.Impedimentos(vigente, propuesta, c.Proceso.Calendario, marcha.De(c.Proceso.ExigeCeros), c.Proceso.Catds(), ahora);
        return no.Count == 0 ? null : no[0] with { Mensaje = string.Join(" ", no.Select(r => r.Mensaje).Distinct()) };
    }
}
