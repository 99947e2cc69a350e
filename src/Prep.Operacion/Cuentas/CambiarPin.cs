using Prep.Dominio;

namespace Prep.Operacion.Cuentas;

/// <summary>The person chooses another PIN. Her other sessions end.</summary>
public static class CambiarPin
{
    public sealed record Request(string Actual, string Nuevo);

    /// <returns><c>pin_debil</c>, <c>espere</c>, <c>no_coincide</c>.</returns>
    public static async Task<Result<Acuse>> EjecutarAsync(SesionViva sesion, Request r, ContextoDeCuentas c, CancellationToken ct)
    {
        if (!Pin.EsFuerte(r.Nuevo) || r.Nuevo == r.Actual)
        {
            return RechazosDeCuenta.PinDebil;
        }

        var cuenta = await c.LeerAsync(db => db.Cuentas.FindAsync([sesion.Persona], ct).AsTask(), ct);
        if (await ComprobarPin.EjecutarAsync(cuenta, sesion.Persona, r.Actual, "pin_rechazado", c, ct) is { } rechazo)
        {
            return rechazo;
        }

        var hash = ObraDeCuentas.Pines.HashPassword(new(), r.Nuevo);
        return await c.EnTransaccionAsync<Acuse>(
            async obra =>
            {
                if (await obra.CuentaAsync(sesion.Persona) is not { } actual)
                {
                    return RechazosDeCuenta.SesionTerminada;
                }

                actual.PasswordHash = hash;
                var sello = obra.Sellar(actual);
                await obra.Db.SaveChangesAsync(ct);
                await obra.Tx.EjecutarAsync("UPDATE sesion SET sello = @p1 WHERE id = @p0", sesion.Id, sello);
                await obra.AnotarAsync(sesion.Persona, "pin_cambiado");
                return new Acuse(obra.Ahora);
            },
            ct);
    }
}
