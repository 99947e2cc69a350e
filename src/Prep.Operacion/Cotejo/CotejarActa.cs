using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Prep.Datos.Bases;
using Prep.Datos.Filas;
using Prep.Dominio;
using Prep.Dominio.Actas;
using Prep.Dominio.Calendario;
using Prep.Dominio.Catalogo;
using Prep.Dominio.Sitios;
using Prep.Operacion.Http;
using Prep.Operacion.Sitios;
using Prep.Operacion.Supervision;

namespace Prep.Operacion.Cotejo;

/// <summary>What the cotejador finds when comparing paper and publication.</summary>
public enum ResultadoDeCotejo
{
    Igual,

    /// <summary>A number differs: capture again.</summary>
    Recaptura,

    /// <summary>The image does not show the paper well: a new image first.</summary>
    Redigitalizacion,
}

/// <summary>Compares the paper with the published version. After a correction, another cotejador than the one who asked accepts it (2).</summary>
public static class CotejarActa
{
    /// <param name="Version">The published one that was compared.</param>
    /// <param name="Campo">Where they differ; empty when equal.</param>
    public sealed record Request(int Version, ResultadoDeCotejo Resultado, string Campo = "", string Motivo = "");

    internal static void Map(RouteGroupBuilder actas) =>
        actas.MapPost("/cotejo", ([AsParameters] ActaEnRuta acta, Request r, Contexto c, CancellationToken ct) => EjecutarAsync(acta.Id, r, c, ct).ToHttp()).Permite<Acuse>(Permiso.Cotejar);

    public static Task<Result<Acuse>> EjecutarAsync(ActaId id, Request r, Contexto c, CancellationToken ct) => c.EnTransaccionAsync<Acuse>(
        async tx =>
        {
            var ahora = c.Ahora;
            var abierta = await ActaAbierta.AbrirAsync(tx, c, id);
            if (!abierta.IsOk)
            {
                return abierta.Rechazo;
            }

            var acta = abierta.Value;
            if (await NegativaAsync(tx, c, acta, r) is { } rechazo)
            {
                return rechazo;
            }

            var papel = MaquinaDePapel.Cotejar(Enum.Parse<EstadoDePapel>(acta.Fila.Papel));
            if (!papel.IsOk)
            {
                return papel.Rechazo;
            }

            return r.Resultado == ResultadoDeCotejo.Igual
                ? await AceptarAsync(tx, c, acta, r, papel.Value, ahora)
                : await CorregirAsync(tx, c, acta, r, papel.Value, ahora);
        },
        ct);

    /// <summary>Only who has the paper compares it.</summary>
    internal static Rechazo EnOtroCatd(ActaFila fila) => new("papel_en_otro_catd", $"El papel de esa acta está en {fila.Catd ?? "ningún CATD"}: se coteja donde está.");

    private static async Task<Rechazo?> NegativaAsync(Transaccion tx, Contexto c, ActaAbierta acta, Request r)
    {
        if (c.Sitio is { } sitio && acta.Fila.Catd != sitio && acta.Fila.Papel != nameof(EstadoDePapel.Esperado))
        {
            return EnOtroCatd(acta.Fila);
        }

        if (acta.Expediente.Datos is not EstadoDeDatos.Verificada { SinActa: false } || r.Version != acta.Fila.Vigente)
        {
            return RechazosDeActa.OtraVersion;
        }

        var publicada = await tx.EscalarAsync<long>(
            "SELECT COUNT(*) FROM corte_agrega WHERE acta = @p0 AND version = @p1 AND suceso = 0", acta.Fila.Numero, acta.Fila.Vigente);
        return publicada == 0 ? RechazosDeActa.NoPublicada : null;
    }

    private static async Task<Result<Acuse>> AceptarAsync(Transaccion tx, Contexto c, ActaAbierta acta, Request r, EstadoDePapel papel, DateTimeOffset ahora)
    {
        var fila = acta.Fila;
        var corregida = fila.Cotejo == (int)Dominio.Actas.Cotejo.EnCorreccion;
        if (corregida && fila.Cotejador == c.Persona.Valor)
        {
            return RechazosDeActa.MismaPersona;
        }

        if (fila.Cotejo is (int)Dominio.Actas.Cotejo.Aceptada or (int)Dominio.Actas.Cotejo.AceptadaTrasCorreccion)
        {
            return new Rechazo("ya_cotejada", "El acta ya está cotejada.", ClaseDeRechazo.Conflicto);
        }

        (fila.Papel, fila.Cotejador) = (papel.ToString(), c.Persona.Valor);
        fila.Cotejo = (int)(corregida ? Dominio.Actas.Cotejo.AceptadaTrasCorreccion : Dominio.Actas.Cotejo.Aceptada);
        await SucesoFila.AgregarAsync(tx, fila.Numero, fila.Vigente, TipoDeSuceso.Cotejo, fila.Cotejo.ToString(), ahora);
        await acta.GuardarAsync(tx, c, acta.Expediente, "cotejo_aceptado", $"v{r.Version}", ahora);
        return new Acuse(ahora);
    }

    private static async Task<Result<Acuse>> CorregirAsync(Transaccion tx, Contexto c, ActaAbierta acta, Request r, EstadoDePapel papel, DateTimeOffset ahora)
    {
        var cerrada = await c.SiCerradaAsync(tx, ahora);
        var trasCierre = cerrada is not null && (cerrada == RechazosDeMarcha.Cerrada || ahora > c.Proceso.Calendario.UltimaActualizacionEn);
        if (cerrada is not null && !trasCierre)
        {
            return cerrada;
        }

        if (string.IsNullOrWhiteSpace(r.Campo) || string.IsNullOrWhiteSpace(r.Motivo))
        {
            return new Rechazo("falta_motivo", "Diga en qué campo difieren y por qué.", ClaseDeRechazo.Entrada);
        }

        if (trasCierre)
        {
            return await ObservarAsync(tx, c, acta, r, papel, ahora);
        }

        var corregida = await AbrirCorreccion.AbrirAsync(tx, c, acta, r.Resultado == ResultadoDeCotejo.Redigitalizacion, null, ahora);
        if (!corregida.IsOk)
        {
            return corregida.Rechazo;
        }

        await acta.GuardarAsync(tx, c, corregida.Value, "cotejo_difiere", $"v{r.Version} {r.Resultado} {r.Campo}: {r.Motivo}", ahora);
        return new Acuse(ahora);
    }

    // The publication no longer changes: what the paper says otherwise stays written in the CATD, and the paper goes on to its package.
    private static async Task<Result<Acuse>> ObservarAsync(Transaccion tx, Contexto c, ActaAbierta acta, Request r, EstadoDePapel papel, DateTimeOffset ahora)
    {
        var sitio = acta.Fila.Catd ?? c.Sitio ?? "";
        var anotado = await Anotacion.EscribirAsync(tx, sitio, new HechoDeSitio.Observacion(
            $"Cotejo después del cierre de la publicación: el acta {acta.Fila.Id} en papel difiere de la versión {r.Version} publicada en: {r.Campo}. {r.Motivo}"), null, c, ahora);
        if (!anotado.IsOk)
        {
            return anotado.Rechazo;
        }

        (acta.Fila.Papel, acta.Fila.Cotejador) = (papel.ToString(), c.Persona.Valor);
        await acta.GuardarAsync(tx, c, acta.Expediente, "cotejo_difiere_tras_cierre", $"v{r.Version} {r.Campo}: {r.Motivo} sitio={sitio} apunte={anotado.Value.Numero}", ahora);
        return new Acuse(ahora);
    }
}
