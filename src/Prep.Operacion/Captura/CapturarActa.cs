using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Prep.Datos;
using Prep.Datos.Bases;
using Prep.Datos.Filas;
using Prep.Dominio;
using Prep.Dominio.Actas;
using Prep.Operacion.Http;
using Prep.Operacion.Verificacion;

namespace Prep.Operacion.Captura;

/// <summary>Records one blind capture. The answer never says the round, nor whether it agreed, nor whether the key did.</summary>
public static class CapturarActa
{
    /// <param name="Turno">The lease. The same lease and body again is a success; another body is refused.</param>
    /// <param name="Clave">Section, type and number as written on the acta.</param>
    /// <param name="Campos">One value per field that the lease asked, in its order.</param>
    public sealed record Request(string Turno, ClaveEscrita Clave, IReadOnlyList<Cantidad> Campos);

    internal static void Map(RouteGroupBuilder captura) =>
        captura.MapPost("/capturas", (Request r, Contexto c, CancellationToken ct) => EjecutarAsync(r, c, ct).ToHttp()).Permite<Acuse>(Permiso.Capturar);

    public static Task<Result<Acuse>> EjecutarAsync(Request r, Contexto c, CancellationToken ct) => c.EnTransaccionAsync<Acuse>(
        async tx =>
        {
            var ahora = c.Ahora;
            if (await TurnoFila.LeerAsync(tx, r.Turno) is not { } turno || turno.Persona != c.Persona.Valor)
            {
                return RechazosDeActa.TurnoDesconocido;
            }

            var huella = Huella(r);
            if (turno.EntregadoEn is { } entregado)
            {
                return turno.Huella == huella ? new Acuse(Instante.DeMicros(entregado)) : RechazosDeActa.TurnoConOtroContenido;
            }

            if (await c.SiCerradaAsync(tx, ahora) is { } cerrada)
            {
                return cerrada;
            }

            var abierta = (await ActaAbierta.AbrirAsync(tx, c, turno.Acta)).Value;
            if (turno.VenceEn < ahora.AMicros() || turno.Imagen != abierta.Fila.Imagen || turno.Version != abierta.Expediente.EnTrabajo
                || turno.Ronda == 3 != abierta.Expediente.Datos is EstadoDeDatos.TerceraPendiente)
            {
                return RechazosDeActa.TurnoVencido;
            }

            (turno.EntregadoEn, turno.Huella) = (ahora.AMicros(), huella);
            await turno.EntregarAsync(tx);
            return r.Clave.Nombra(abierta.Esperada!.Casilla)
                ? await RegistrarAsync(tx, c, abierta, turno, r, ahora)
                : await DudarAsync(tx, c, abierta, r, ahora);
        },
        ct);

    private static async Task<Result<Acuse>> RegistrarAsync(Transaccion tx, Contexto c, ActaAbierta acta, TurnoFila turno, Request r, DateTimeOffset ahora)
    {
        var antes = acta.Expediente.Datos;
        var boleta = acta.Eleccion.Boleta(acta.Esperada!.Id);
        var posiciones = antes is EstadoDeDatos.TerceraPendiente t ? ReglasDeCaptura.Diferencias(t.Primera, t.Segunda) : ReglasDeCaptura.Todos(boleta);
        if (ReglasDeCaptura.Validar(r.Campos, posiciones, acta.Esperada.Casilla, estricta: !c.EsRepeticion) is { } invalida)
        {
            return invalida;
        }

        CapturaDeActa captura = new(c.Persona, r.Campos, ahora);
        var siguiente = MaquinaDeDatos.Capturar(acta.Expediente, captura, acta.Previas);
        if (!siguiente.IsOk)
        {
            return siguiente.Rechazo;
        }

        CapturaFila fila = new()
        {
            Acta = acta.Fila.Numero,
            Version = turno.Version,
            Persona = c.Persona.Valor,
            Imagen = turno.Imagen,
            Orden = acta.Capturas.Count + 1,
            Turno = turno.Id,
            Catalogo = c.Catalogo.Numero,
            Boleta = boleta.Id,
            Seccion = r.Clave.Seccion,
            Tipo = r.Clave.Tipo,
            Numero = r.Clave.Numero,
            ExtContigua = r.Clave.ExtContigua,
            Campos = CamposCompactos.Escribir(r.Campos),
            CapturadaEn = ahora.AMicros(),
        };
        await fila.InsertarAsync(tx);
        await acta.GuardarAsync(tx, c, siguiente.Value, "captura", $"turno={turno.Id} huella={turno.Huella}", ahora);
        if (siguiente.Value.Datos is EstadoDeDatos.Verificada)
        {
            var (campos, primera) = antes switch
            {
                EstadoDeDatos.UnaCaptura u => (captura.Campos, u.Primera),
                EstadoDeDatos.TerceraPendiente p => (ReglasDeCaptura.Resolver(p.Primera, p.Segunda, captura, []), p.Primera),
                _ => throw new InvalidOperationException($"{acta.Fila.Id} quedó verificada desde {antes.GetType().Name}."),
            };
            await Registro.AgregarCapturadaAsync(tx, c, acta, campos, primera.En, ahora);
        }

        return new Acuse(ahora);
    }

    // What was typed under another key is not data of this acta: two persons will say which one the image shows.
    private static async Task<Result<Acuse>> DudarAsync(Transaccion tx, Contexto c, ActaAbierta acta, Request r, DateTimeOffset ahora)
    {
        var duda = MaquinaDeDatos.DudarIdentidad(acta.Expediente);
        if (!duda.IsOk)
        {
            return duda.Rechazo;
        }

        await TurnoFila.AnularDeActaAsync(tx, acta.Fila.Numero, ahora.AMicros());
        await acta.GuardarAsync(tx, c, duda.Value, "clave_no_coincide", $"{r.Clave.Seccion} {r.Clave.Tipo} {r.Clave.Numero} {r.Clave.ExtContigua}", ahora);
        return new Acuse(ahora);
    }

    // A JSON array: each part is quoted, so that no two bodies give the same bytes.
    private static string Huella(Request r) => Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes<object[]>(
        [r.Clave.Seccion, r.Clave.Tipo, r.Clave.Numero, r.Clave.ExtContigua, r.Campos.Select(v => v.Codigo)])));
}
