using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Prep.Datos;
using Prep.Datos.Cuentas;

namespace Prep.Operacion.Cuentas;

/// <summary>What a person sees of her own account.</summary>
public sealed record CuentaVista(bool ConTelefono, int CodigosDeRecuperacion, IReadOnlyList<string> Llaves, IReadOnlyList<SesionVista> Sesiones, DateTimeOffset? EntradaEn, bool PideSegundo);

/// <param name="Esta">The one from which it is asked.</param>
public sealed record SesionVista(string Id, string Donde, DateTimeOffset AbiertaEn, bool Esta);

public static class VerCuenta
{
    public static Task<CuentaVista> EjecutarAsync(SesionViva sesion, ContextoDeCuentas c, CancellationToken ct) => c.LeerAsync(
        async db =>
        {
            var cuenta = await db.Cuentas.FirstAsync(x => x.Id == sesion.Persona, ct);
            using UsuariosDeCuentas usuarios = new(db);
            var abiertas = await db.Sesiones.Where(s => s.Persona == sesion.Persona && s.CerradaEn == null && s.Sello == cuenta.SecurityStamp && s.VenceEn > c.Ahora.AMicros())
                .OrderByDescending(s => s.AbiertaEn).Take(20)
                .Select(s => new { s.Id, s.AbiertaEn, Equipo = db.Equipos.Where(e => e.Id == s.Equipo).Select(e => e.Nombre).FirstOrDefault() }).ToListAsync(ct);
            var turno = await db.Asistencias.Where(a => a.Persona == sesion.Persona && a.SalidaEn == null).Select(a => (long?)a.EntradaEn).FirstOrDefaultAsync(ct);
            return new CuentaVista(
                await SegundoFactor.TieneTotpAsync(db, sesion.Persona, ct),
                await usuarios.CountCodesAsync(cuenta, ct),
                [.. (await db.Set<IdentityUserPasskey<string>>().AsNoTracking().Where(l => l.UserId == sesion.Persona).ToListAsync(ct)).Select(l => l.Data.Name ?? "Llave")],
                [.. abiertas.Select(s => new SesionVista(s.Id, s.Equipo ?? "un equipo sin inscribir", Instante.DeMicros(s.AbiertaEn), s.Id == sesion.Id))],
                Instante.DeMicros(turno),
                SegundoFactor.LoPide(cuenta, c));
        },
        ct);
}
