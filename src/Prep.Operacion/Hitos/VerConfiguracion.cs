using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Prep.Datos;
using Prep.Datos.Bases;
using Prep.Datos.Catalogo;
using Prep.Datos.Filas;
using Prep.Dominio.Calendario;
using Prep.Operacion.Http;

namespace Prep.Operacion.Hitos;

/// <summary>The agreed values in force, what waits for a decision, and each version there was: who and when.</summary>
public static class VerConfiguracion
{
    /// <summary>A version that was proposed.</summary>
    /// <param name="Estado"><c>Propuesta</c>, <c>Confirmada</c> or <c>Rechazada</c>.</param>
    public sealed record Version(int Numero, string Estado, string Motivo, string PropuestaDe, DateTimeOffset PropuestaEn, string? DecididaDe, DateTimeOffset? DecididaEn, Configuracion Configuracion);

    /// <param name="Vigente">Its number; 0 is what was loaded with the process.</param>
    /// <param name="Propuesta">The one that waits for a decision.</param>
    /// <param name="Historia">Every version, the last one first.</param>
    public sealed record Estado(int Vigente, Configuracion Configuracion, Version? Propuesta, IReadOnlyList<Version> Historia);

    internal static void Map(RouteGroupBuilder hitos) =>
        hitos.MapGet("/configuracion", async (Contexto c, CancellationToken ct) => (IResult)TypedResults.Ok(await EjecutarAsync(c, ct))).Permite<Estado>(Permiso.VerHitos);

    public static Task<Estado> EjecutarAsync(Contexto c, CancellationToken ct) => c.Almacen.Base.LeerAsync(
        async tx =>
        {
            var vigente = (await MarchaFila.LeerAsync(tx)).Configuracion;
            await c.Almacen.PonerAlDiaAsync(tx, vigente);
            Version[] todas = [.. (await ConfiguracionFila.TodasAsync(tx)).Select(De).Reverse()];
            return new Estado(vigente, await DeVersionAsync(tx, vigente, c), todas.FirstOrDefault(v => v.Estado == "Propuesta"), todas);
        },
        ct);

    /// <summary>The values of a version; of 0, those that the process was loaded with.</summary>
    internal static async Task<Configuracion> DeVersionAsync(Transaccion tx, int version, Contexto c) =>
        await ConfiguracionFila.LeerAsync(tx, version) is { } fila ? ConfiguracionJson.Leer(fila.Contenido) : Configuracion.De(c.Proceso);

    private static Version De(ConfiguracionFila f) => new(
        f.Version, f.Estado, f.Motivo, f.PropuestaDe, Instante.DeMicros(f.PropuestaEn), f.DecididaDe, Instante.DeMicros(f.DecididaEn), ConfiguracionJson.Leer(f.Contenido));
}
