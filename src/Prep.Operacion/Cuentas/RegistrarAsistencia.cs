using Microsoft.EntityFrameworkCore;
using Prep.Datos;
using Prep.Dominio;

namespace Prep.Operacion.Cuentas;

/// <summary>Check-in and check-out of a shift, by the person herself or by who coordinates her site.</summary>
public static class RegistrarAsistencia
{
    /// <returns><c>persona_desconocida</c>, <c>de_otro_sitio</c>, <c>ya_entro</c>.</returns>
    public static Task<Result<Acuse>> EntradaAsync(string persona, ContextoDeCuentas c, CancellationToken ct) => c.EnTransaccionAsync<Acuse>(
        async obra =>
        {
            if (await obra.CuentaAsync(persona) is not { } cuenta)
            {
                return RechazosDeCuenta.PersonaDesconocida;
            }

            if (persona != c.Quien.Valor && !c.Alcanza(cuenta.Sitio))
            {
                return RechazosDeCuenta.DeOtroSitio;
            }

            await obra.Tx.Base.CerrojoAsync(obra.Tx, $"asistencia {persona}");
            if (await obra.Db.Asistencias.AnyAsync(a => a.Persona == persona && a.SalidaEn == null, ct))
            {
                return RechazosDeCuenta.YaEntro;
            }

            obra.Db.Asistencias.Add(new() { Persona = persona, Sitio = cuenta.Sitio, EntradaEn = obra.Ahora.AMicros(), EntradaPor = c.Quien.Valor });
            await obra.Db.SaveChangesAsync(ct);
            await obra.AnotarAsync(persona, "turno_iniciado", cuenta.Sitio);
            return new Acuse(obra.Ahora);
        },
        ct);

    /// <returns><c>persona_desconocida</c>, <c>de_otro_sitio</c>, <c>no_ha_entrado</c>.</returns>
    public static Task<Result<Acuse>> SalidaAsync(string persona, ContextoDeCuentas c, CancellationToken ct) => c.EnTransaccionAsync<Acuse>(
        async obra =>
        {
            if (await obra.Db.Cuentas.FindAsync([persona], ct) is not { } cuenta)
            {
                return RechazosDeCuenta.PersonaDesconocida;
            }

            if (persona != c.Quien.Valor && !c.Alcanza(cuenta.Sitio))
            {
                return RechazosDeCuenta.DeOtroSitio;
            }

            if (await obra.Tx.EjecutarAsync("UPDATE asistencia SET salida_en = @p1, salida_por = @p2 WHERE persona = @p0 AND salida_en IS NULL", persona, obra.Ahora.AMicros(), c.Quien.Valor) == 0)
            {
                return RechazosDeCuenta.NoHaEntrado;
            }

            await obra.AnotarAsync(persona, "turno_terminado", cuenta.Sitio);
            return new Acuse(obra.Ahora);
        },
        ct);
}
