using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Prep.Datos.Filas;
using Prep.Dominio;
using Prep.Dominio.Actas;
using Prep.Dominio.Catalogo;
using Prep.Operacion.Http;

namespace Prep.Operacion.Acopio;

/// <summary>Paper received at a CATD that does not expect it is sent on with a receipt (E3). Its data travelled already.</summary>
public static class TrasladarPapel
{
    /// <param name="Recibo">Number of the receipt.</param>
    public sealed record Request(string Catd, string Recibo);

    internal static void Map(RouteGroupBuilder actas) =>
        actas.MapPost("/traslado", ([AsParameters] ActaEnRuta acta, Request r, Contexto c, CancellationToken ct) => EjecutarAsync(acta.Id, r, c, ct).ToHttp()).Permite<Acuse>(Permiso.Acopiar);

    public static Task<Result<Acuse>> EjecutarAsync(ActaId id, Request r, Contexto c, CancellationToken ct) => c.EnTransaccionAsync<Acuse>(
        async tx =>
        {
            var ahora = c.Ahora;
            if (string.IsNullOrWhiteSpace(r.Catd) || string.IsNullOrWhiteSpace(r.Recibo))
            {
                return new Rechazo("falta_recibo", "Diga a qué CATD va el papel y el número del recibo.", ClaseDeRechazo.Entrada);
            }

            var abierta = await ActaAbierta.AbrirAsync(tx, c, id);
            if (!abierta.IsOk)
            {
                return abierta.Rechazo;
            }

            var acta = abierta.Value;
            if (acta.Fila.Papel is not (nameof(EstadoDePapel.Recibido) or nameof(EstadoDePapel.Cotejado)) || (c.Sitio is { } sitio && acta.Fila.Catd != sitio))
            {
                return new Rechazo("sin_papel", "El acta en papel no está en este CATD.");
            }

            var detalle = $"{acta.Fila.Catd} -> {r.Catd} recibo={r.Recibo}";
            acta.Fila.Catd = r.Catd;
            await acta.GuardarAsync(tx, c, acta.Expediente, "papel_trasladado", detalle, ahora);
            return new Acuse(ahora);
        },
        ct);
}

/// <summary>A bolsa held the acta of an election that this PREP does not process (E2): it is handed over with a receipt.</summary>
public static class EntregarActaAjena
{
    /// <param name="Que">What it is: <c>acta de presidencia, sección 0123 B1</c>.</param>
    public sealed record Request(string Que, string AQuien, string Recibo);

    internal static void Map(RouteGroupBuilder acopio) =>
        acopio.MapPost("/actas-ajenas", (Request r, Contexto c, CancellationToken ct) => EjecutarAsync(r, c, ct).ToHttp()).Permite<Acuse>(Permiso.Acopiar);

    public static Task<Result<Acuse>> EjecutarAsync(Request r, Contexto c, CancellationToken ct) => c.EnTransaccionAsync<Acuse>(
        async tx =>
        {
            var ahora = c.Ahora;
            if (string.IsNullOrWhiteSpace(r.Que) || string.IsNullOrWhiteSpace(r.AQuien) || string.IsNullOrWhiteSpace(r.Recibo))
            {
                return new Rechazo("falta_recibo", "Diga qué se entrega, a quién y el número del recibo.", ClaseDeRechazo.Entrada);
            }

            await BitacoraFila.AnotarDelProcesoAsync(tx, c.Persona.Valor, "acta_ajena_entregada", $"{r.Que} a {r.AQuien} recibo={r.Recibo}", ahora);
            return new Acuse(ahora);
        },
        ct);
}
