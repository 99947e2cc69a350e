using Prep.Dominio;

namespace Prep.Operacion.Cuentas;

/// <summary>Takes another of the person's puestos, in one click and noted. Persons are still separated by person: the acta that one captured she does not supervise.</summary>
public static class CambiarDePuesto
{
    /// <returns><c>puesto_ajeno</c>; <c>falta_segundo_factor</c> when the session came in without it.</returns>
    public static Task<Result<Acuse>> EjecutarAsync(SesionViva sesion, string puesto, ContextoDeCuentas c, CancellationToken ct) => c.EnTransaccionAsync<Acuse>(
        async obra =>
        {
            if (await obra.CuentaAsync(sesion.Persona) is not { } cuenta || !cuenta.ListaDePuestos.Contains(puesto))
            {
                return RechazosDeCuenta.PuestoAjeno;
            }

            if (SegundoFactor.LoPide(cuenta, c) && !sesion.ConSegundoFactor)
            {
                return RechazosDeCuenta.FaltaSegundoFactor;
            }

            if (puesto != sesion.Puesto)
            {
                await obra.Tx.EjecutarAsync("UPDATE sesion SET puesto = @p1 WHERE id = @p0 AND cerrada_en IS NULL", sesion.Id, puesto);
                await obra.AnotarAsync(sesion.Persona, "cambio_de_puesto", $"{sesion.Puesto} → {puesto}");
            }

            return new Acuse(obra.Ahora);
        },
        ct);
}
