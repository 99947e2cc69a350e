using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Prep.Dominio;
using Prep.Dominio.Actas;
using Prep.Dominio.Catalogo;
using Prep.Operacion.Http;
using Prep.Operacion.Verificacion;

namespace Prep.Operacion.Supervision;

/// <summary>A supervisor who captured nothing of the acta decides, looking at the image, the fields where no two of three agree.</summary>
public static class ResolverEnSupervision
{
    /// <param name="Campo">Place in the acta, from 0.</param>
    /// <param name="Razon">Why it reads so; asked when none of the three typed that value.</param>
    public sealed record Decision(int Campo, Cantidad Valor, string Razon = "");

    public sealed record Request(IReadOnlyList<Decision> Decisiones, string Motivo);

    internal static void Map(RouteGroupBuilder actas) =>
        actas.MapPost("/resolucion", ([AsParameters] ActaEnRuta acta, Request r, Contexto c, CancellationToken ct) => EjecutarAsync(acta.Id, r, c, ct).ToHttp()).Permite<Acuse>(Permiso.Supervisar);

    public static Task<Result<Acuse>> EjecutarAsync(ActaId id, Request r, Contexto c, CancellationToken ct) => c.EnTransaccionAsync<Acuse>(
        async tx =>
        {
            var ahora = c.Ahora;
            if (await c.SiCerradaAsync(tx, ahora) is { } cerrada)
            {
                return cerrada;
            }

            var abierta = await ActaAbierta.AbrirAsync(tx, c, id);
            if (!abierta.IsOk)
            {
                return abierta.Rechazo;
            }

            var acta = abierta.Value;
            var antes = acta.Expediente.Datos;
            var siguiente = acta.Previas.Contains(c.Persona)
                ? RechazosDeActa.MismaPersona
                : MaquinaDeDatos.ResolverEnSupervision(acta.Expediente, c.Persona, r.Motivo);
            if (!siguiente.IsOk)
            {
                return siguiente.Rechazo;
            }

            var (primera, segunda, tercera) = antes is EstadoDeDatos.Supervision s ? (s.Primera, s.Segunda, s.Tercera) : throw new InvalidOperationException();
            var disputa = ReglasDeCaptura.EnDisputa(primera, segunda, tercera);
            if (!disputa.SequenceEqual(r.Decisiones.Select(d => d.Campo).Order()))
            {
                return RechazosDeActa.NumeroDeCampos(disputa.Count, r.Decisiones.Count);
            }

            if (r.Decisiones.FirstOrDefault(d => DeNadie(d) && string.IsNullOrWhiteSpace(d.Razon)) is { } sinRazon)
            {
                return RechazosDeActa.ValorDeNadie(sinRazon.Campo);
            }

            bool DeNadie(Decision d) => !ReglasDeCaptura.Tecleados(primera, segunda, tercera, d.Campo).Contains(d.Valor);
            Cantidad[] valores = [.. r.Decisiones.OrderBy(d => d.Campo).Select(d => d.Valor)];
            if (ReglasDeCaptura.Validar(valores, disputa, acta.Esperada!.Casilla, estricta: !c.EsRepeticion) is { } invalida)
            {
                return invalida;
            }

            var detalle = string.Join(" · ", [r.Motivo, .. r.Decisiones.Where(DeNadie).Select(d => $"campo {d.Campo + 1}, valor que nadie capturó: {d.Razon}")]);
            await acta.GuardarAsync(tx, c, siguiente.Value, "resuelta_en_supervision", detalle, ahora);
            await Registro.AgregarCapturadaAsync(tx, c, acta, ReglasDeCaptura.Resolver(primera, segunda, tercera, valores), primera.En, ahora);
            return new Acuse(ahora);
        },
        ct);
}
