using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Prep.Datos;
using Prep.Datos.Filas;
using Prep.Dominio.Calendario;
using Prep.Operacion.Http;
using Prep.Operacion.Publicacion;

namespace Prep.Operacion.Hitos;

/// <summary>The night step by step: what was done, what failed and why, what comes. Hours only, never votes.</summary>
public static class VerHitos
{
    public enum Paso
    {
        PuestaEnCeros,
        Apertura,
        Inicio,
        Corte,
        UltimaActualizacion,
        Cierre,
    }

    public enum Como
    {
        PorVenir,
        Hecho,

        /// <summary>Done, or still to be done, after its hour.</summary>
        Tarde,

        /// <summary>It was not made, and will not be.</summary>
        Omitido,
    }

    /// <param name="En">Its agreed hour.</param>
    /// <param name="HechoEn">When it really was.</param>
    /// <param name="Motivo">Why it was late or is missing.</param>
    public sealed record Renglon(Paso Paso, DateTimeOffset En, Como Como, DateTimeOffset? HechoEn = null, string? Motivo = null);

    public sealed record Documento(string Tipo, int Numero, string Titulo, string Sha256, DateTimeOffset EmitidoEn);

    /// <param name="PorVenir">Planned updates that are to come, the last one among them.</param>
    public sealed record Noche(Fase Fase, IReadOnlyList<Renglon> Renglones, int PorVenir, IReadOnlyList<Documento> Documentos);

    internal static void Map(RouteGroupBuilder hitos) =>
        hitos.MapGet("/", async (Contexto c, CancellationToken ct) => (IResult)TypedResults.Ok(await EjecutarAsync(c, ct))).Permite<Noche>(Permiso.VerHitos);

    public static Task<Noche> EjecutarAsync(Contexto c, CancellationToken ct) => c.Almacen.Base.LeerAsync(
        async tx =>
        {
            var ahora = c.Ahora;
            var fila = await MarchaFila.LeerAsync(tx);
            await c.Almacen.PonerAlDiaAsync(tx, fila.Configuracion);
            var (marcha, calendario) = (fila.De(c.Proceso.ExigeCeros), c.Proceso.Calendario);
            var hitos = (await HitoFila.TodosAsync(tx)).ToDictionary(h => h.Tipo, h => Instante.DeMicros(h.InstanteEn));
            Renglon[] cortes =
            [
                .. (await CorteFila.TodosAsync(tx)).Where(f => f.InstanteEn >= calendario.InicioEn.AMicros()).Select(f => DeCorte(f, ahora)),
                .. (await CorteOmitidoFila.TodosAsync(tx)).Select(o => new Renglon(Paso.Corte, Instante.DeMicros(o.InstanteEn), Como.Omitido, null, o.Motivo)),
            ];
            var porVenir = marcha.CerradaEn is null ? calendario.Cortes().Where(i => i > ahora).ToArray() : [];
            var fase = marcha.En(calendario, ahora);
            var ceros = hitos.TryGetValue(PonerEnCeros.Hito, out var proof) ? proof : marcha.CerosEn;
            var inicio = hitos.TryGetValue(IniciarPublicacion.Hito, out var primero) ? primero : cortes.Where(r => r.HechoEn is not null).Min(r => (DateTimeOffset?)r.En);
            Renglon[] todos =
            [
                .. marcha.ExigeCeros || ceros is not null ? [Hito(Paso.PuestaEnCeros, calendario.PuestaEnCerosEn, ceros, ahora)] : Array.Empty<Renglon>(),
                Hito(Paso.Apertura, calendario.AperturaEn, fase >= Fase.Abierta ? calendario.AperturaEn : null, ahora),
                Hito(Paso.Inicio, calendario.InicioEn, inicio, ahora),
                .. cortes.OrderBy(r => r.En),
                .. porVenir.Take(1).Where(i => i < calendario.UltimaActualizacionEn && i > calendario.InicioEn).Select(i => new Renglon(Paso.Corte, i, Como.PorVenir)),
                .. marcha.CerradaEn is null || marcha.CerradaEn >= calendario.UltimaActualizacionEn
                    ? [Hito(Paso.UltimaActualizacion, calendario.UltimaActualizacionEn, cortes.LastOrDefault(r => r.En >= calendario.UltimaActualizacionEn)?.HechoEn, ahora)]
                    : Array.Empty<Renglon>(),
                Hito(Paso.Cierre, marcha.CerradaEn ?? calendario.UltimaActualizacionEn, marcha.CerradaEn, ahora),
            ];
            Documento[] documentos = [.. (await DocumentoFila.TodosAsync(tx)).Select(d => new Documento(d.Tipo, d.Numero, d.Titulo, d.Pdf, Instante.DeMicros(d.EmitidoEn)))];
            return new Noche(fase, todos, porVenir.Length, documentos);
        },
        ct);

    private static Renglon Hito(Paso paso, DateTimeOffset en, DateTimeOffset? hecho, DateTimeOffset ahora) => new(
        paso, en, hecho is not null ? Como.Hecho : ahora > en + VerCortes.Tolerancia ? Como.Tarde : Como.PorVenir, hecho);

    private static Renglon DeCorte(CorteFila f, DateTimeOffset ahora)
    {
        var (en, hecho) = (Instante.DeMicros(f.InstanteEn), Instante.DeMicros(f.PublicadoEn));
        var como = f.Estado == "Abandonado" ? Como.Omitido
            : (hecho ?? ahora) - en > VerCortes.Tolerancia ? Como.Tarde
            : hecho is null ? Como.PorVenir
            : Como.Hecho;
        return new(Paso.Corte, en, como, hecho, f.Motivo);
    }
}
