using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Prep.Datos;
using Prep.Datos.Bases;
using Prep.Datos.Filas;
using Prep.Dominio;
using Prep.Dominio.Actas;
using Prep.Dominio.Catalogo;
using Prep.Operacion.Http;

namespace Prep.Operacion.Acopio;

/// <summary>Two different actas of one casilla were found (E6), in its bolsa or when scanning: nobody captures until a supervisor chooses with the consejo. Images that come are kept with it.</summary>
public static class ReportarDosActas
{
    public sealed record Request(string Nota);

    internal static void Map(RouteGroupBuilder acopio, RouteGroupBuilder imagenes)
    {
        acopio.MapPost("/dos-actas/{eleccion}/{area}/{nombre}", ([AsParameters] ActaEnRuta acta, Request r, Contexto c, CancellationToken ct) => EjecutarAsync(acta.Id, r, c, ct).ToHttp()).Permite<Acuse>(Permiso.Acopiar);
        imagenes.MapPost("/dos-actas/{eleccion}/{area}/{nombre}", ([AsParameters] ActaEnRuta acta, Request r, Contexto c, CancellationToken ct) => EjecutarAsync(acta.Id, r, c, ct).ToHttp()).Permite<Acuse>(Permiso.Digitalizar);
    }

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

            await AnotarAsync(tx, c, abierta.Value, r.Nota, ahora);
            return new Acuse(ahora);
        },
        ct);

    /// <summary>Told again while it is open, nothing changes. What is being captured stops; what is verified stays as it is and the supervisor knows.</summary>
    internal static async Task AnotarAsync(Transaccion tx, Contexto c, ActaAbierta acta, string nota, DateTimeOffset ahora)
    {
        var numero = acta.Fila.Numero;
        if (await DobleFila.AbiertaAsync(tx, numero))
        {
            return;
        }

        await new DobleFila { Acta = numero, Persona = c.Persona.Valor, Nota = nota.Trim(), ReportadaEn = ahora.AMicros() }.AbrirAsync(tx);
        var retenida = MaquinaDeDatos.Retener(acta.Expediente);
        if (retenida.IsOk)
        {
            await TurnoFila.AnularDeActaAsync(tx, numero, ahora.AMicros());
        }

        await acta.GuardarAsync(tx, c, retenida.IsOk ? retenida.Value : acta.Expediente, "dos_actas_distintas", nota.Trim(), ahora);
    }
}
