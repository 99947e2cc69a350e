using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Prep.Datos;
using Prep.Datos.Bases;
using Prep.Datos.Filas;
using Prep.Dominio.Calendario;
using Prep.Dominio;
using Prep.Dominio.Actas;
using Prep.Dominio.Catalogo;
using Prep.Operacion.Http;

namespace Prep.Operacion.Acopio;

/// <summary>Receives a bolsa at a CATD: one time stamped, every expected acta of it said present or absent. The data of the acta do not wait for it.</summary>
public static class RegistrarBolsa
{
    /// <param name="Documento">TIPO_DOCUMENTO: <c>ACTA PREP</c>, <c>RPP</c>, <c>CC</c>, <c>PPC</c>.</param>
    /// <param name="EnLugarDe">The expected acta in whose place it came (of another casilla or election); kept in the bitácora.</param>
    /// <param name="Dos">Two different actas came for this one (E6): a supervisor decides.</param>
    public sealed record ActaEnBolsa(ActaId Acta, bool Presente = true, string Documento = "ACTA PREP", ActaId? EnLugarDe = null, bool Dos = false);

    /// <summary>An acta of an election that this PREP does not process (E2), handed over with a receipt.</summary>
    /// <param name="EnLugarDe">The expected acta in whose place it came.</param>
    public sealed record ActaAjena(ActaId EnLugarDe, string AQuien, string Recibo);

    /// <param name="AcopioEn">Declared reception; null is now.</param>
    /// <param name="Catd">Where it is received when the person's site is not known; null keeps what the catalogue expects.</param>
    public sealed record Request(IReadOnlyList<ActaEnBolsa> Actas, DateTimeOffset? AcopioEn = null, string? Catd = null, IReadOnlyList<ActaAjena>? Ajenas = null);

    internal static void Map(RouteGroupBuilder acopio) =>
        acopio.MapPost("/bolsas", (Request r, Contexto c, CancellationToken ct) => EjecutarAsync(r, c, ct).ToHttp()).Permite<Acuse>(Permiso.Acopiar);

    public static Task<Result<Acuse>> EjecutarAsync(Request r, Contexto c, CancellationToken ct) => c.EnTransaccionAsync<Acuse>(
        async tx =>
        {
            var ahora = c.Ahora;
            var acopio = r.AcopioEn ?? ahora;
            if (await c.SiCerradaAsync(tx, ahora) is { } cerrada)
            {
                return cerrada;
            }

            if (Revisar(r, acopio, ahora, c) is { } no)
            {
                return no;
            }

            foreach (var acta in r.Actas)
            {
                if (await RegistrarAsync(tx, c, acta, acopio, c.Sitio ?? r.Catd, ahora) is { } rechazo)
                {
                    return rechazo;
                }
            }

            foreach (var ajena in r.Ajenas ?? [])
            {
                await BitacoraFila.AnotarDelProcesoAsync(tx, c.Persona.Valor, "acta_ajena_entregada", $"en la bolsa de {ajena.EnLugarDe}, a {ajena.AQuien} recibo={ajena.Recibo}", ahora);
            }

            return new Acuse(ahora);
        },
        ct);

    private static Rechazo? Revisar(Request r, DateTimeOffset acopio, DateTimeOffset ahora, Contexto c)
    {
        if (!c.EsRepeticion && acopio > ahora)
        {
            return RechazosDeActa.AcopioEnElFuturo;
        }

        if (!c.EsRepeticion && !c.Proceso.Calendario.EnOperacion(acopio))
        {
            return RechazosDeMarcha.FueraDeOperacion;
        }

        if (!c.EsRepeticion && r.Actas.FirstOrDefault(a => a.Presente && !TiposDeDocumento.EnBolsa.Contains(a.Documento)) is { } raro)
        {
            return new("documento_desconocido", $"«{raro.Documento}» no es un tipo de documento: use {string.Join(", ", TiposDeDocumento.EnBolsa)}.", ClaseDeRechazo.Entrada);
        }

        if (r.Ajenas?.Any(a => string.IsNullOrWhiteSpace(a.AQuien) || string.IsNullOrWhiteSpace(a.Recibo)) == true)
        {
            return new("falta_recibo", "Del acta que no es de este PREP diga a quién la entrega y el número del recibo.", ClaseDeRechazo.Entrada);
        }

        return r.Actas.Count == 0 ? new("bolsa_vacia", "Diga qué actas se esperaban en la bolsa.", ClaseDeRechazo.Entrada) : null;
    }

    private static async Task<Rechazo?> RegistrarAsync(Transaccion tx, Contexto c, ActaEnBolsa acta, DateTimeOffset acopio, string? catd, DateTimeOffset ahora)
    {
        var abierta = await ActaAbierta.AbrirAsync(tx, c, acta.Acta);
        if (!abierta.IsOk)
        {
            return abierta.Rechazo;
        }

        var fila = abierta.Value.Fila;
        var papel = MaquinaDePapel.Recibir(Enum.Parse<EstadoDePapel>(fila.Papel), acta.Presente);
        if (!papel.IsOk)
        {
            return papel.Rechazo;
        }

        fila.Papel = papel.Value.ToString();
        if (acta.Presente)
        {
            fila.Catd = catd ?? fila.Catd;
            (fila.Documento, fila.AcopioEn, fila.AcopioRegistradoEn) = (acta.Documento, acopio.AMicros(), ahora.AMicros());
        }

        await abierta.Value.GuardarAsync(tx, c, abierta.Value.Expediente, "bolsa_registrada",
            $"{papel.Value} {acta.Documento} {fila.Catd} declarada={acopio.AMicros()}{(acta.EnLugarDe is { } otra ? $" en la bolsa de {otra}" : "")}", ahora);
        if (acta is { Presente: true, Dos: true })
        {
            await ReportarDosActas.AnotarAsync(tx, c, abierta.Value, "dos actas distintas en la bolsa", ahora);
        }

        return null;
    }
}
