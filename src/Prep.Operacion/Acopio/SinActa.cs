using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Prep.Datos.Bases;
using Prep.Dominio;
using Prep.Dominio.Actas;
using Prep.Dominio.Catalogo;
using Prep.Operacion.Http;
using Prep.Operacion.Verificacion;

namespace Prep.Operacion.Acopio;

/// <summary>There is no acta: one person proposes the motive, another confirms it. Only while no image exists by any channel (E1).</summary>
public static class SinActa
{
    /// <summary>All or none of the list.</summary>
    public sealed record Request(IReadOnlyList<ActaId> Actas, MotivoSinActa Motivo);

    /// <summary>Keys of casillas that were not installed, as the consejo lists them.</summary>
    public sealed record Casillas(IReadOnlyList<string> Claves);

    /// <param name="Motivo">Why the proposals do not stand.</param>
    public sealed record Rechazadas(IReadOnlyList<ActaId> Actas, string Motivo);

    internal static void Map(RouteGroupBuilder acopio)
    {
        acopio.MapPost("/sin-acta/propuestas", (Request r, Contexto c, CancellationToken ct) => ProponerAsync(r, c, ct).ToHttp()).Permite<Acuse>(Permiso.ProponerSinActa);
        acopio.MapPost("/sin-acta/confirmaciones", (Request r, Contexto c, CancellationToken ct) => ConfirmarAsync(r, c, ct).ToHttp()).Permite<Acuse>(Permiso.ConfirmarSinActa);
        acopio.MapPost("/sin-acta/rechazos", (Rechazadas r, Contexto c, CancellationToken ct) => RechazarAsync(r, c, ct).ToHttp()).Permite<Acuse>(Permiso.ConfirmarSinActa);
        acopio.MapPost("/casillas-no-instaladas/propuestas", (Casillas r, Contexto c, CancellationToken ct) => DeCasillasAsync(r, c, ProponerAsync, ct).ToHttp()).Permite<Acuse>(Permiso.ProponerSinActa);
        acopio.MapPost("/casillas-no-instaladas/confirmaciones", (Casillas r, Contexto c, CancellationToken ct) => DeCasillasAsync(r, c, ConfirmarAsync, ct).ToHttp()).Permite<Acuse>(Permiso.ConfirmarSinActa);
    }

    public static Task<Result<Acuse>> ProponerAsync(Request r, Contexto c, CancellationToken ct) => PorCadaUnaAsync(r.Actas, c,
        async (tx, acta, ahora) =>
        {
            var siguiente = MaquinaDeDatos.ProponerSinActa(acta.Expediente, r.Motivo, c.Persona);
            if (!siguiente.IsOk)
            {
                return siguiente.Rechazo;
            }

            await acta.GuardarAsync(tx, c, siguiente.Value, "sin_acta_propuesta", r.Motivo.ToString(), ahora);
            return null;
        },
        ct);

    /// <summary>The proposals are refused: their actas are awaited as before.</summary>
    public static Task<Result<Acuse>> RechazarAsync(Rechazadas r, Contexto c, CancellationToken ct) => PorCadaUnaAsync(r.Actas, c,
        async (tx, acta, ahora) =>
        {
            var siguiente = MaquinaDeDatos.RechazarSinActa(acta.Expediente, r.Motivo);
            if (!siguiente.IsOk)
            {
                return siguiente.Rechazo;
            }

            await acta.GuardarAsync(tx, c, siguiente.Value, "sin_acta_rechazada", r.Motivo, ahora);
            return null;
        },
        ct);

    public static Task<Result<Acuse>> ConfirmarAsync(Request r, Contexto c, CancellationToken ct) => PorCadaUnaAsync(r.Actas, c,
        async (tx, acta, ahora) =>
        {
            var siguiente = MaquinaDeDatos.ConfirmarSinActa(acta.Expediente, r.Motivo, c.Persona);
            if (!siguiente.IsOk)
            {
                return siguiente.Rechazo;
            }

            await acta.GuardarAsync(tx, c, siguiente.Value, "sin_acta_confirmada", r.Motivo.ToString(), ahora);
            await Registro.AgregarSinActaAsync(tx, c, acta, r.Motivo, ahora);
            return null;
        },
        ct);

    /// <summary>Every acta, of all elections, of the casillas that were not installed: a fact of the casilla, registered once or as a list from the consejo.</summary>
    /// <returns>Refused when a casilla is in no election.</returns>
    public static Result<Request> DeCasillasNoInstaladas(IReadOnlyList<string> claves, Proceso proceso)
    {
        var buscadas = claves.ToHashSet(StringComparer.Ordinal);
        ActaEsperada[] actas = [.. proceso.Elecciones.SelectMany(e => e.Actas).Where(a => buscadas.Contains(a.Casilla.Clave))];
        buscadas.ExceptWith(actas.Select(a => a.Casilla.Clave));
        return buscadas.Count > 0 || actas.Length == 0
            ? new Rechazo("casilla_desconocida", $"Estas casillas no están en el catálogo: {string.Join(", ", buscadas.Order(StringComparer.Ordinal))}.", ClaseDeRechazo.NoExiste)
            : new Request([.. actas.Select(a => a.Id)], MotivoSinActa.CasillaNoInstalada);
    }

    private static Task<Result<Acuse>> DeCasillasAsync(Casillas r, Contexto c, Func<Request, Contexto, CancellationToken, Task<Result<Acuse>>> hacer, CancellationToken ct) =>
        DeCasillasNoInstaladas(r.Claves, c.Proceso) is { IsOk: true } actas
            ? hacer(actas.Value, c, ct)
            : Task.FromResult<Result<Acuse>>(DeCasillasNoInstaladas(r.Claves, c.Proceso).Rechazo);

    private static Task<Result<Acuse>> PorCadaUnaAsync(IReadOnlyList<ActaId> actas, Contexto c, Func<Transaccion, ActaAbierta, DateTimeOffset, Task<Rechazo?>> hacer, CancellationToken ct) =>
        c.EnTransaccionAsync<Acuse>(
            async tx =>
            {
                var ahora = c.Ahora;
                if (await c.SiCerradaAsync(tx, ahora) is { } cerrada)
                {
                    return cerrada;
                }

                foreach (var id in actas)
                {
                    var abierta = await ActaAbierta.AbrirAsync(tx, c, id);
                    if ((abierta.IsOk ? await hacer(tx, abierta.Value, ahora) : abierta.Rechazo) is { } rechazo)
                    {
                        return abierta is { IsOk: true, Value.Esperada.Casilla: { } casilla }
                            ? rechazo with { Mensaje = $"Sección {casilla.Seccion} {casilla.Etiqueta}, {abierta.Value.Eleccion.Titulo}: {rechazo.Mensaje}" }
                            : rechazo;
                    }
                }

                return new Acuse(ahora);
            },
            ct);
}
