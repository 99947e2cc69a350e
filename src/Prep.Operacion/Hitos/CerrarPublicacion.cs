using System.Text.Json;
using Prep.Datos;
using Prep.Datos.Bases;
using Prep.Datos.Cortes;
using Prep.Datos.Filas;
using Prep.Dominio;
using Prep.Dominio.Calendario;
using Prep.Dominio.Cortes;
using Prep.Operacion.Publicacion;

namespace Prep.Operacion.Hitos;

/// <summary>Freezes the data of actas, by the hour or early, and makes the last corte. Run again, it finishes what is missing.</summary>
/// <remarks>
/// Regla K-04 y K-07. Fuente: spec §3.7 y §14 "early close", "close". The freeze waits for who is writing: what was let in before is in the
/// last corte, and nothing is let in after.
/// </remarks>
public static class CerrarPublicacion
{
    public const string Hito = "Cierre";

    /// <param name="Anticipado">Before the last planned update, by its exact condition.</param>
    /// <param name="Agotada">What was said of the recovery; empty by the hour.</param>
    public sealed record Detalle(bool Anticipado, string Agotada, IReadOnlyList<PendientesDeEleccion> Pendientes);

    /// <param name="Corte">The last one.</param>
    public sealed record Cierre(DateTimeOffset CerradaEn, CorteId Corte);

    /// <summary>Every reason why publication may not end early, now; empty when a second person may confirm.</summary>
    public static Task<IReadOnlyList<Rechazo>> ImpedimentosAsync(Contexto c, CancellationToken ct) => c.Almacen.Base.LeerAsync(
        async tx =>
        {
            var cuenta = await PendientesDeCierre.ContarAsync(tx, c);
            return cuenta.Impedimentos(cuenta.Solicitud is { } s ? [s.Persona] : []);
        },
        ct);

    /// <summary>The second person: counts again and freezes. The corte is made by who makes cortes, or by <c>./prep cerrar</c>.</summary>
    /// <returns>Every impediment of K-04; <c>publicacion_cerrada</c>.</returns>
    public static Task<Result<Acuse>> ConfirmarAsync(Contexto c, CancellationToken ct) => c.EnTransaccionAsync<Acuse>(
        async tx =>
        {
            var marcha = await MarchaFila.DetenerAsync(tx);
            await c.Almacen.PonerAlDiaAsync(tx, marcha.Configuracion);
            var ahora = c.Ahora;
            if (marcha.De(c.Proceso.ExigeCeros).Impedimento(c.Proceso.Calendario, ahora) is { } no)
            {
                return no;
            }

            var cuenta = await PendientesDeCierre.ContarAsync(tx, c);
            var impedimentos = cuenta.Impedimentos(cuenta.Solicitud is { } s ? [s.Persona, c.Persona.Valor] : [c.Persona.Valor]);
            if (impedimentos.Count > 0)
            {
                return PrepararCierre.Reunir(impedimentos);
            }

            // The clock of another server may be ahead: all that was verified is in.
            var en = await tx.EscalarAsync<long>("SELECT CAST(COALESCE(MAX(v.verificada_en), 0) AS bigint) FROM por_publicar p JOIN version v ON v.acta = p.acta AND v.version = p.version WHERE p.suceso = 0");
            await CongelarAsync(tx, Instante.DeMicros(Math.Max(en, ahora.AMicros())), cuenta.Solicitud!.Persona, c.Persona.Valor, new(true, cuenta.Agotada!.Nota, cuenta.Elecciones), ahora);
            return new Acuse(ahora);
        },
        ct);

    /// <summary>Freezes by the hour when it has come, and sees that the last corte is out.</summary>
    /// <returns><c>cierre_antes_de_hora</c>; what kept the corte from coming out.</returns>
    public static async Task<Result<Cierre>> EjecutarAsync(LectorDeCorte lector, PublicarCorte publicar, Contexto c, CancellationToken ct)
    {
        var cerrada = await PorHoraAsync(c, ct);
        if (!cerrada.IsOk)
        {
            return cerrada.Rechazo;
        }

        if (await UltimoAsync(c, ct) is null)
        {
            // Those before it that did not come out may still be given up; this one never is.
            var hecho = await HacerCorte.EjecutarAsync(new(await InstanteAsync(cerrada.Value, c, ct), Ultimo: true), lector, publicar, c, ct);
            if (!hecho.IsOk && hecho.Rechazo.Codigo is not ("corte_ya_hecho" or "publicacion_cerrada"))
            {
                return hecho.Rechazo;
            }
        }
        else if (await CortePendiente.TerminarAsync(lector, publicar, c, ct) is { IsOk: false } no)
        {
            return no.Rechazo;
        }

        return await UltimoAsync(c, ct) is { Estado: "Publicado" } fila
            ? new Cierre(cerrada.Value, new(fila.Id))
            : new Rechazo("ultimo_corte_pendiente", "Los datos están congelados y el último corte todavía no sale. Repita ./prep cerrar.", ClaseDeRechazo.Conflicto);
    }

    private static Task<Result<DateTimeOffset>> PorHoraAsync(Contexto c, CancellationToken ct) => c.EnTransaccionAsync<DateTimeOffset>(
        async tx =>
        {
            var marcha = await MarchaFila.DetenerAsync(tx);
            await c.Almacen.PonerAlDiaAsync(tx, marcha.Configuracion);
            if (marcha.CerradoEn is { } ya)
            {
                return Instante.DeMicros(ya);
            }

            var (ahora, hora) = (c.Ahora, c.Proceso.Calendario.UltimaActualizacionEn);
            if (ahora < hora)
            {
                return new Rechazo("cierre_antes_de_hora", "Todavía no es la hora de la última actualización y no se ha confirmado un cierre anticipado.", ClaseDeRechazo.Conflicto);
            }

            if (c.Proceso.ExigeCeros && marcha.CerosEn is null)
            {
                return RechazosDeMarcha.SinCeros;
            }

            await CongelarAsync(tx, hora, c.Persona.Valor, null, new(false, "", (await PendientesDeCierre.ContarAsync(tx, c)).Elecciones), ahora);
            return hora;
        },
        ct);

    private static async Task CongelarAsync(Transaccion tx, DateTimeOffset en, string persona, string? segunda, Detalle detalle, DateTimeOffset ahora)
    {
        await MarchaFila.CerrarAsync(tx, en);
        HitoFila hito = new() { Tipo = Hito, InstanteEn = en.AMicros(), RegistradoEn = ahora.AMicros(), Persona = persona, Segunda = segunda, Detalle = JsonSerializer.Serialize(detalle, JsonSerializerOptions.Web) };
        await hito.InsertarAsync(tx);
        await BitacoraFila.AnotarDelProcesoAsync(tx, segunda ?? persona, "publicacion_cerrada", $"{en.UtcDateTime:O} anticipado={detalle.Anticipado} pide={persona}", ahora);
    }

    private static Task<CorteFila?> UltimoAsync(Contexto c, CancellationToken ct) =>
        c.Almacen.Base.LeerAsync(async tx => await CorteFila.UltimoAsync(tx) is { Ultimo: true } fila ? fila : null, ct);

    // A corte is named by its minute: when that name is taken, the next minute. Nothing is verified in between: the data are frozen.
    private static async Task<DateTimeOffset> InstanteAsync(DateTimeOffset cerradaEn, Contexto c, CancellationToken ct)
    {
        var ultima = await c.Almacen.Base.LeerAsync(CorteFila.UltimoAsync, ct);
        var instante = cerradaEn;
        while (ultima is not null && string.CompareOrdinal(CorteId.De(instante, c.Proceso.Calendario.Zona).Valor, ultima.Id) <= 0)
        {
            instante = new DateTimeOffset(instante.Ticks - (instante.Ticks % TimeSpan.TicksPerMinute), instante.Offset) + TimeSpan.FromMinutes(1);
        }

        return instante;
    }
}
