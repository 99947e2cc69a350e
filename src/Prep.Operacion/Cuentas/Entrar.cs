using Microsoft.EntityFrameworkCore;
using Prep.Datos;
using Prep.Datos.Cuentas;
using Prep.Dominio;

namespace Prep.Operacion.Cuentas;

/// <summary>What came of a sign-in: a session, or a step that lacks the second proof.</summary>
public abstract record Entrada
{
    private Entrada()
    {
    }

    /// <param name="Puesto">The active one; empty while a second factor has to be registered first.</param>
    public sealed record Abierta(string Sesion, string Persona, string Puesto) : Entrada;

    /// <param name="ConLlave">Whether the person has a passkey.</param>
    public sealed record FaltaSegundo(PasoPendiente Paso, bool ConLlave) : Entrada;
}

/// <summary>Lets a person in with the credential and the PIN, on an enrolled computer when the process asks for it.</summary>
public static class Entrar
{
    public sealed record Request(string Credencial, string Pin, PruebaDeEquipo? Equipo = null);

    /// <returns><c>no_coincide</c> for an unknown credential and for a wrong PIN alike; <c>espere</c>; or what <see cref="ComprobarEquipo"/> refuses, before any PIN is looked at.</returns>
    public static async Task<Result<Entrada>> EjecutarAsync(Request r, Retos retos, ContextoDeCuentas c, CancellationToken ct)
    {
        var equipo = await ComprobarEquipo.EjecutarAsync(r.Equipo, retos, c, ct);
        if (!equipo.IsOk)
        {
            return equipo.Rechazo;
        }

        var hash = Codigo.Hash(r.Credencial);
        var (cuenta, conTotp, conLlave) = await c.LeerAsync(
            async db => await db.Cuentas.AsNoTracking().FirstOrDefaultAsync(x => x.Credencial == hash && x.BajaEn == null && x.Puestos != "", ct) is { } hallada
                ? (hallada, await SegundoFactor.TieneTotpAsync(db, hallada.Id, ct), await SegundoFactor.TieneLlaveAsync(db, hallada.Id, ct))
                : ((Cuenta?)null, false, false),
            ct);
        c = c with { Equipo = equipo.Value?.Id, Quien = new(cuenta?.Id ?? "desconocida") };
        if (await ComprobarPin.EjecutarAsync(cuenta, cuenta?.Id ?? $"?{hash}", r.Pin, "entrada_rechazada", c, ct) is { } rechazo)
        {
            return rechazo;
        }

        return SegundoFactor.LoPide(cuenta!, c) && (conTotp || conLlave)
            ? new Entrada.FaltaSegundo(new(cuenta!.Id, c.Equipo, cuenta.SecurityStamp!, c.Ahora + Retos.VidaDePaso), conLlave)
            : await c.EnTransaccionAsync<Entrada>(async obra => await Sesiones.AbrirAsync(obra, cuenta!.Id, conSegundo: false), ct);
    }
}
