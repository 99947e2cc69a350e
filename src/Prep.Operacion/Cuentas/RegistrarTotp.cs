using Microsoft.EntityFrameworkCore;
using Prep.Datos;
using Prep.Dominio;

namespace Prep.Operacion.Cuentas;

/// <summary>Ties a telephone application to the account, and gives the recovery codes, once.</summary>
public static class RegistrarTotp
{
    private const int Codigos = 10;

    /// <param name="Clave">In base 32, for who cannot read the QR.</param>
    public sealed record Preparado(string Clave, string Direccion);

    /// <param name="DeRecuperacion">Each serves once; they are not shown again.</param>
    public sealed record Registrado(IReadOnlyList<string> DeRecuperacion);

    /// <returns>A secret that serves only once it is confirmed. <c>falta_segundo_factor</c> when the account already has one and the session came in without it.</returns>
    public static Task<Result<Preparado>> PrepararAsync(SesionViva sesion, ContextoDeCuentas c, CancellationToken ct) => c.EnTransaccionAsync<Preparado>(
        async obra =>
        {
            if (await PuedeAsync(obra, sesion, ct) is { } rechazo)
            {
                return rechazo;
            }

            var (cuenta, clave) = ((await obra.CuentaAsync(sesion.Persona))!, Totp.NuevaClave());
            await obra.Almacen.SetTokenAsync(cuenta, SegundoFactor.Proveedor, SegundoFactor.TotpPorConfirmar, clave, ct);
            await obra.Db.SaveChangesAsync(ct);
            return new Preparado(clave, Totp.Direccion(clave, cuenta.Id, c.Proceso?.Id ?? ""));
        },
        ct);

    /// <returns><c>totp_sin_preparar</c>, <c>espere</c>, <c>codigo_no_coincide</c>.</returns>
    public static Task<Result<Registrado>> ConfirmarAsync(SesionViva sesion, string codigo, ContextoDeCuentas c, CancellationToken ct) => c.AnotandoAsync<Registrado>(
        async obra =>
        {
            if (await PuedeAsync(obra, sesion, ct) is { } rechazo)
            {
                return rechazo;
            }

            var cuenta = (await obra.CuentaAsync(sesion.Persona))!;
            if (await obra.Almacen.GetTokenAsync(cuenta, SegundoFactor.Proveedor, SegundoFactor.TotpPorConfirmar, ct) is not { } clave)
            {
                return RechazosDeCuenta.TotpSinPreparar;
            }

            if (await Intentos.ContarAsync(obra, cuenta.Id, c.Equipo) is { } espera)
            {
                return espera;
            }

            if (Totp.Verificar(clave, codigo, obra.Ahora, cuenta.UltimoPaso) is not { } paso)
            {
                return RechazosDeCuenta.CodigoNoCoincide;
            }

            await Intentos.PerdonarAsync(obra, cuenta.Id, c.Equipo);
            cuenta.UltimoPaso = paso;
            await obra.Almacen.SetTokenAsync(cuenta, SegundoFactor.Proveedor, SegundoFactor.Totp, clave, ct);
            await obra.Almacen.RemoveTokenAsync(cuenta, SegundoFactor.Proveedor, SegundoFactor.TotpPorConfirmar, ct);
            var codigos = await obra.Usuarios.GenerateNewTwoFactorRecoveryCodesAsync(cuenta, Codigos);
            await obra.Db.SaveChangesAsync(ct);
            await SubirSesionAsync(obra, sesion, cuenta.ListaDePuestos[0]);
            await obra.AnotarAsync(cuenta.Id, "totp_registrado");
            return new Registrado([.. codigos!]);
        },
        ct);

    /// <summary>Who has a second factor changes it only after giving it: a stolen PIN does not bring another telephone.</summary>
    internal static async Task<Rechazo?> PuedeAsync(ObraDeCuentas obra, SesionViva sesion, CancellationToken ct) =>
        await obra.CuentaAsync(sesion.Persona) is null ? RechazosDeCuenta.SesionTerminada
        : !sesion.ConSegundoFactor && (await SegundoFactor.TieneTotpAsync(obra.Db, sesion.Persona, ct) || await SegundoFactor.TieneLlaveAsync(obra.Db, sesion.Persona, ct))
            ? RechazosDeCuenta.FaltaSegundoFactor
            : null;

    /// <summary>The first registration is itself a proof: the session takes its puesto.</summary>
    internal static Task SubirSesionAsync(ObraDeCuentas obra, SesionViva sesion, string primero) => obra.Tx.EjecutarAsync(
        "UPDATE sesion SET segundo_factor_en = @p1, puesto = CASE WHEN puesto = '' THEN @p2 ELSE puesto END WHERE id = @p0",
        sesion.Id, obra.Ahora.AMicros(), primero);
}
