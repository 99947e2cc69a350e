using Prep.Dominio;

namespace Prep.Operacion.Cuentas;

/// <summary>Ends the waits of a person at once: she is in front of who coordinates.</summary>
public static class DesbloquearCuenta
{
    /// <returns><c>persona_desconocida</c>, <c>de_otro_sitio</c>.</returns>
    public static Task<Result<Acuse>> EjecutarAsync(string persona, ContextoDeCuentas c, CancellationToken ct) => c.EnTransaccionAsync<Acuse>(
        async obra =>
        {
            if (await obra.CuentaAsync(persona) is not { } cuenta)
            {
                return RechazosDeCuenta.PersonaDesconocida;
            }

            if (!c.Alcanza(cuenta.Sitio))
            {
                return RechazosDeCuenta.DeOtroSitio;
            }

            await obra.Tx.EjecutarAsync("DELETE FROM intento WHERE quien = @p0", persona);
            await obra.AnotarAsync(persona, "desbloqueada");
            return new Acuse(obra.Ahora);
        },
        ct);
}
