using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Prep.Datos;
using Prep.Datos.Cortes;
using Prep.Datos.Filas;
using Prep.Dominio;
using Prep.Dominio.Actas;
using Prep.Dominio.Cortes;
using Prep.Operacion.Http;

namespace Prep.Operacion.Publicacion;

/// <summary>How the cortes go: the last one out, the next one due, and what stands in the way. Hours and counts of versions; never votes.</summary>
public static class VerCortes
{
    /// <summary>How long after its instant a corte that is not out is late.</summary>
    public static readonly TimeSpan Tolerancia = Actualizacion.Tolerancia;

    /// <param name="Versiones">Versions that it added.</param>
    public sealed record Publicado(string Corte, DateTimeOffset InstanteEn, DateTimeOffset PublicadoEn, int Versiones);

    /// <param name="Intentos">How many times it failed.</param>
    public sealed record EnPie(string Corte, int Intentos, string? Motivo);

    /// <param name="SiguienteEn">Null after the last update.</param>
    /// <param name="Atrasado">It should be out and is not.</param>
    /// <param name="Abandonados">Cortes given up; what they had went in the next one.</param>
    /// <param name="ConFalta">Those that came out late or not at all, newest first.</param>
    public sealed record Estado(Publicado? Ultimo, EnPie? Pendiente, DateTimeOffset? SiguienteEn, bool Atrasado, int Abandonados, IReadOnlyList<Actualizacion> ConFalta);

    internal static void Map(RouteGroupBuilder cortes)
    {
        cortes.MapGet("/", async (Contexto c, CancellationToken ct) => (IResult)TypedResults.Ok(await EjecutarAsync(c, ct))).Permite<Estado>(Permiso.VerCortes);
        cortes.MapPost("/reintento", (Contexto c, SenalDeReintento senal, CancellationToken ct) => ReintentarAsync(senal, c, ct).ToHttp()).Permite<Acuse>(Permiso.OperarCortes);
    }

    public static async Task<Estado> EjecutarAsync(Contexto c, CancellationToken ct)
    {
        var (filas, versiones, historial) = await c.Almacen.Base.LeerAsync(
            async tx =>
            {
                var todos = await CorteFila.TodosAsync(tx);
                var ultimo = todos.LastOrDefault(f => f.Estado == "Publicado");
                return (todos, ultimo is null ? 0 : await tx.EscalarAsync<long>("SELECT COUNT(*) FROM corte_agrega WHERE corte = @p0 AND suceso = 0", ultimo.Id), await HistorialDeCortes.LeerAsync(tx));
            },
            ct);
        var publicado = filas.LastOrDefault(f => f.Estado == "Publicado");
        var pendiente = filas.LastOrDefault(f => f.Estado == "Preparado");
        var calendario = c.Proceso.Calendario;
        var ahora = c.Ahora;
        var debido = calendario.Cortes().LastOrDefault(i => i + Tolerancia <= ahora);
        var siguiente = calendario.Cortes().FirstOrDefault(i => i > ahora);
        return new(
            publicado is null ? null : new(publicado.Id, Instante.DeMicros(publicado.InstanteEn), Instante.DeMicros(publicado.PublicadoEn!.Value), (int)versiones),
            pendiente is null ? null : new(pendiente.Id, pendiente.Intentos, pendiente.Motivo),
            siguiente == default ? null : siguiente,
            debido != default && (publicado is null || publicado.InstanteEn < debido.AMicros()),
            filas.Count(f => f.Estado == "Abandonado"),
            [.. historial.Where(a => a.PublicadaEn is null || a.Retraso is not null).Reverse()]);
    }

    /// <summary>Tries at once what would be tried again by itself.</summary>
    /// <returns><c>nada_que_reintentar</c>; <c>aqui_no_se_hacen_cortes</c> when another program makes them.</returns>
    public static async Task<Result<Acuse>> ReintentarAsync(SenalDeReintento senal, Contexto c, CancellationToken ct)
    {
        var estado = await EjecutarAsync(c, ct);
        if (!estado.Atrasado && estado.Pendiente is null)
        {
            return new Rechazo("nada_que_reintentar", "Ningún corte está atrasado: no hay qué reintentar.", ClaseDeRechazo.Conflicto);
        }

        if (!senal.Atendida)
        {
            return new Rechazo("aqui_no_se_hacen_cortes", "Los cortes los hace otro programa, que reintenta solo cada 15 segundos. Si no avanza, revise su consola.", ClaseDeRechazo.Conflicto);
        }

        var anotado = await c.EnTransaccionAsync<Acuse>(
            async tx =>
            {
                var ahora = c.Ahora;
                await BitacoraFila.AnotarDelProcesoAsync(tx, c.Persona.Valor, "reintento_de_corte", estado.Pendiente?.Corte ?? "", ahora);
                return new Acuse(ahora);
            },
            ct);
        senal.Dar();
        return anotado;
    }
}
