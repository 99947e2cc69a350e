using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Prep.Dominio;

namespace Prep.Operacion.Cuentas;

/// <summary>For who lost the telephone and the recovery codes: administration takes the second factor away, and on entering she registers another.</summary>
public static class QuitarSegundoFactor
{
    /// <returns><c>persona_desconocida</c>; <c>de_otro_sitio</c> for who does not administer all sites.</returns>
    public static Task<Result<Acuse>> EjecutarAsync(string persona, ContextoDeCuentas c, CancellationToken ct) => c.EnTransaccionAsync<Acuse>(
        async obra =>
        {
            if (c.Ambito is not null)
            {
                return RechazosDeCuenta.DeOtroSitio;
            }

            if (await obra.CuentaAsync(persona) is not { } cuenta)
            {
                return RechazosDeCuenta.PersonaDesconocida;
            }

            obra.Db.RemoveRange(await obra.Db.Set<IdentityUserToken<string>>().Where(f => f.UserId == persona).ToListAsync(ct));
            obra.Db.RemoveRange(await obra.Db.Set<IdentityUserPasskey<string>>().Where(f => f.UserId == persona).ToListAsync(ct));
            obra.Sellar(cuenta);
            await obra.Db.SaveChangesAsync(ct);
            await obra.AnotarAsync(persona, "segundo_factor_quitado");
            return new Acuse(obra.Ahora);
        },
        ct);
}
