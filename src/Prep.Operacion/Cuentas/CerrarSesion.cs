using Prep.Datos;
using Prep.Dominio;

namespace Prep.Operacion.Cuentas;

/// <summary>Ends a session: one's own, or from the list of one's own.</summary>
public static class CerrarSesion
{
    /// <returns><c>sesion_desconocida</c> when it is not of this person or is closed.</returns>
    public static Task<Result<Acuse>> EjecutarAsync(string sesion, string persona, ContextoDeCuentas c, CancellationToken ct) => c.EnTransaccionAsync<Acuse>(
        async obra =>
        {
            if (await obra.Tx.EjecutarAsync("UPDATE sesion SET cerrada_en = @p2, cierre = 'salida' WHERE id = @p0 AND persona = @p1 AND cerrada_en IS NULL", sesion, persona, obra.Ahora.AMicros()) == 0)
            {
                return RechazosDeCuenta.SesionDesconocida;
            }

            await obra.AnotarAsync(persona, "salida");
            return new Acuse(obra.Ahora);
        },
        ct);
}
