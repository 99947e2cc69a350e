using Microsoft.AspNetCore.Identity;
using Prep.Datos.Cuentas;
using Prep.Dominio;

namespace Prep.Operacion.Cuentas;

/// <summary>Verifies a PIN, at the same cost whoever it is of, and counts the attempt.</summary>
internal static class ComprobarPin
{
    // Of a PIN that nobody has: the slow part is done also when there is no account.
    private static readonly string _deNadie = ObraDeCuentas.Pines.HashPassword(new(), "nadie");

    /// <param name="quien">Key of the count.</param>
    /// <param name="cuenta">Null when the credential is of nobody.</param>
    public static async Task<Rechazo?> EjecutarAsync(Cuenta? cuenta, string quien, string? pin, string accion, ContextoDeCuentas c, CancellationToken ct)
    {
        var contado = await c.AnotandoAsync<bool>(
            async obra =>
            {
                if (await Intentos.ContarAsync(obra, quien, c.Equipo) is not { } espera)
                {
                    return true;
                }

                await obra.AnotarAsync(cuenta?.Id ?? "", accion, espera.Codigo);
                return espera;
            },
            ct);
        if (!contado.IsOk)
        {
            return contado.Rechazo;
        }

        // Outside the transaction: it takes tens of milliseconds and others are waiting to write.
        var coincide = ObraDeCuentas.Pines.VerifyHashedPassword(new(), cuenta?.PasswordHash ?? _deNadie, pin ?? "") != PasswordVerificationResult.Failed
            && cuenta?.PasswordHash is not null;
        var anotado = await c.AnotandoAsync<bool>(
            async obra =>
            {
                if (coincide)
                {
                    await Intentos.PerdonarAsync(obra, quien, c.Equipo);
                    return true;
                }

                await obra.AnotarAsync(cuenta?.Id ?? "", accion, RechazosDeCuenta.NoCoincide.Codigo);
                return RechazosDeCuenta.NoCoincide;
            },
            ct);
        return anotado.IsOk ? null : anotado.Rechazo;
    }
}
