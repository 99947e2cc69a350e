using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Prep.Datos;
using Prep.Dominio;
using Prep.Dominio.Actas;
using Prep.Dominio.Catalogo;
using Prep.Operacion.Http;

namespace Prep.Operacion.Acopio;

/// <summary>Receives a bolsa at a CATD: one time stamped, every expected acta of it said present or absent. The data of the acta do not wait for it.</summary>
public static class RegistrarBolsa
{
    /// <param name="Documento">TIPO_DOCUMENTO: <c>ACTA PREP</c>, <c>RPP</c>, <c>CC</c>, <c>PPC</c>.</param>
    public sealed record ActaEnBolsa(ActaId Acta, bool Presente = true, string Documento = "ACTA PREP");

    /// <param name="AcopioEn">Declared reception; null is now.</param>
    /// <param name="Catd">Where it is received; null keeps what the catalogue expects.</param>
    public sealed record Request(IReadOnlyList<ActaEnBolsa> Actas, DateTimeOffset? AcopioEn = null, string? Catd = null);

    internal static void Map(RouteGroupBuilder acopio) =>
        acopio.MapPost("/bolsas", (Request r, Contexto c, CancellationToken ct) => EjecutarAsync(r, c, ct).ToHttp()).Permite<Acuse>(Permiso.Acopiar);

    public static Task<Result<Acuse>> EjecutarAsync(Request r, Contexto c, CancellationToken ct) => c.EnTransaccionAsync<Acuse>(
        async tx =>
        {
            var ahora = c.Ahora;
            var acopio = r.AcopioEn ?? ahora;
            if (c.SiCerrada(ahora) is { } cerrada)
            {
                return cerrada;
            }

            if (!c.EsRepeticion && (acopio > ahora || c.SiCerrada(acopio) is not null))
            {
                return acopio > ahora ? RechazosDeActa.AcopioEnElFuturo : RechazosDeActa.FueraDeOperacion;
            }

            if (!c.EsRepeticion && r.Actas.FirstOrDefault(a => a.Presente && !TiposDeDocumento.EnBolsa.Contains(a.Documento)) is { } raro)
            {
                return new Rechazo("documento_desconocido",
                    $"«{raro.Documento}» no es un tipo de documento: use {string.Join(", ", TiposDeDocumento.EnBolsa)}.", ClaseDeRechazo.Entrada);
            }

            if (r.Actas.Count == 0)
            {
                return new Rechazo("bolsa_vacia", "Diga qué actas se esperaban en la bolsa.", ClaseDeRechazo.Entrada);
            }

            foreach (var acta in r.Actas)
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
                fila.Catd = r.Catd ?? fila.Catd;
                if (acta.Presente)
                {
                    (fila.Documento, fila.AcopioEn, fila.AcopioRegistradoEn) = (acta.Documento, acopio.AMicros(), ahora.AMicros());
                }

                await abierta.Value.GuardarAsync(tx, c, abierta.Value.Expediente, "bolsa_registrada",
                    $"{papel.Value} {acta.Documento} {fila.Catd} declarada={acopio.AMicros()}", ahora);
            }

            return new Acuse(ahora);
        },
        ct);
}
