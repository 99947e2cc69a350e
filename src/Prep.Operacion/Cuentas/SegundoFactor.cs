using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Prep.Datos.Cuentas;
using Prep.Dominio;

namespace Prep.Operacion.Cuentas;

/// <summary>Who gives a second proof besides credential, PIN and computer, and whether it holds.</summary>
public static class SegundoFactor
{
    internal const string Proveedor = "prep";
    internal const string TotpPorConfirmar = "totp-por-confirmar";
    internal const string Totp = "totp";

    /// <summary>Those who work in the room with an acta in hand: their second factor is the enrolled computer. Any other puesto, known or new, is asked.</summary>
    /// <remarks>Fuente: spec §2.2. The list of those excepted, not of those asked, so that a puesto added later is asked unless somebody decides.</remarks>
    public static readonly IReadOnlySet<string> DeSala = new HashSet<string> { "CAE_MOVIL", "ACOPIADOR", "DIGITALIZADOR", "CAPTURA", "COTEJADOR" };

    /// <summary>A person with several puestos gives it on entering, and then changes with one click.</summary>
    public static bool LoPide(Cuenta cuenta, ContextoDeCuentas c) => c.ExigeSegundoFactor && cuenta.ListaDePuestos.Any(p => !DeSala.Contains(p));

    internal static Task<bool> TieneTotpAsync(CuentasContext db, string persona, CancellationToken ct) =>
        db.Set<IdentityUserToken<string>>().AnyAsync(f => f.UserId == persona && f.LoginProvider == Proveedor && f.Name == Totp, ct);

    internal static Task<bool> TieneLlaveAsync(CuentasContext db, string persona, CancellationToken ct) =>
        db.Set<IdentityUserPasskey<string>>().AnyAsync(f => f.UserId == persona, ct);

    /// <summary>Six digits of the telephone, or a recovery code, which serves once.</summary>
    internal static async Task<bool> CoincideAsync(ObraDeCuentas obra, Cuenta cuenta, string codigo, CancellationToken ct)
    {
        if (codigo.Count(char.IsAsciiLetterOrDigit) > 6)
        {
            return (await obra.Usuarios.RedeemTwoFactorRecoveryCodeAsync(cuenta, codigo.Trim().ToUpperInvariant())).Succeeded;
        }

        if (await obra.Almacen.GetTokenAsync(cuenta, Proveedor, Totp, ct) is not { } clave || Cuentas.Totp.Verificar(clave, codigo, obra.Ahora, cuenta.UltimoPaso) is not { } paso)
        {
            return false;
        }

        // Only one of two requests with the same code moves the step forward.
        return await obra.Tx.EjecutarAsync("UPDATE cuenta SET ultimo_paso = @p1 WHERE persona = @p0 AND ultimo_paso < @p1", cuenta.Id, paso) == 1;
    }
}

/// <summary>Ends a sign-in with the code of the telephone or a recovery code.</summary>
public static class DarSegundoFactor
{
    public sealed record Request(PasoPendiente Paso, string Codigo);

    /// <returns><c>paso_vencido</c>, <c>espere</c> or <c>codigo_no_coincide</c>.</returns>
    public static Task<Result<Entrada>> EjecutarAsync(Request r, ContextoDeCuentas c, CancellationToken ct)
    {
        c = c with { Quien = new(r.Paso.Persona), Equipo = r.Paso.Equipo };
        return c.AnotandoAsync<Entrada>(
            async obra =>
            {
                if (r.Paso.VenceEn <= obra.Ahora || await obra.CuentaAsync(r.Paso.Persona) is not { } cuenta || cuenta.SecurityStamp != r.Paso.Sello)
                {
                    return RechazosDeCuenta.PasoVencido;
                }

                if (await Intentos.ContarAsync(obra, cuenta.Id, r.Paso.Equipo) is { } espera)
                {
                    return espera;
                }

                if (!await SegundoFactor.CoincideAsync(obra, cuenta, r.Codigo, ct))
                {
                    await obra.AnotarAsync(cuenta.Id, "entrada_rechazada", RechazosDeCuenta.CodigoNoCoincide.Codigo);
                    return RechazosDeCuenta.CodigoNoCoincide;
                }

                await Intentos.PerdonarAsync(obra, cuenta.Id, r.Paso.Equipo);
                return await Sesiones.AbrirAsync(obra, cuenta.Id, conSegundo: true);
            },
            ct);
    }
}
