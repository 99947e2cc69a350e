using Prep.Datos;
using Prep.Dominio;

namespace Prep.Operacion.Cuentas;

/// <summary>Locks a session that nobody is using; the person comes back with her PIN and finds what she had typed.</summary>
public static class PonerEnReposo
{
    public static Task<Result<Acuse>> EjecutarAsync(SesionViva sesion, ContextoDeCuentas c, CancellationToken ct) => c.EnTransaccionAsync<Acuse>(
        async obra =>
        {
            if (await obra.Tx.EjecutarAsync("UPDATE sesion SET reposo_en = @p1 WHERE id = @p0 AND reposo_en IS NULL AND cerrada_en IS NULL", sesion.Id, obra.Ahora.AMicros()) == 1)
            {
                await obra.AnotarAsync(sesion.Persona, "reposo");
            }

            return new Acuse(obra.Ahora);
        },
        ct);
}

/// <summary>The PIN ends the rest.</summary>
public static class SalirDelReposo
{
    /// <returns><c>espere</c>, <c>no_coincide</c>.</returns>
    public static async Task<Result<Acuse>> EjecutarAsync(SesionViva sesion, string pin, ContextoDeCuentas c, CancellationToken ct)
    {
        var cuenta = await c.LeerAsync(db => db.Cuentas.FindAsync([sesion.Persona], ct).AsTask(), ct);
        return await ComprobarPin.EjecutarAsync(cuenta, sesion.Persona, pin, "reposo_rechazado", c, ct) is { } rechazo
            ? rechazo
            : await c.EnTransaccionAsync<Acuse>(
                async obra =>
                {
                    await obra.Tx.EjecutarAsync("UPDATE sesion SET reposo_en = NULL WHERE id = @p0", sesion.Id);
                    await obra.AnotarAsync(sesion.Persona, "fin_del_reposo");
                    return new Acuse(obra.Ahora);
                },
                ct);
    }
}
