using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Prep.Datos;

namespace Prep.Operacion.Cuentas;

/// <summary>The roster as who administers it sees it: one site, or all.</summary>
public sealed record PadronVisto(IReadOnlyList<string> Sitios, string Sitio, IReadOnlyList<PersonaVista> Personas, IReadOnlyList<EquipoVisto> Equipos);

/// <param name="EspereHasta">Until when she must wait on some computer; null when nowhere.</param>
public sealed record PersonaVista(string Persona, string Nombre, IReadOnlyList<string> Puestos, bool ConCredencial, bool ConSegundo, DateTimeOffset? EntradaEn, DateTimeOffset? EspereHasta);

public sealed record EquipoVisto(string Id, string Nombre, DateTimeOffset InscritoEn, string? Quien);

public static class VerPadron
{
    /// <param name="sitio">Empty for the first one within reach.</param>
    public static Task<PadronVisto> EjecutarAsync(string sitio, ContextoDeCuentas c, CancellationToken ct) => c.LeerAsync(
        async db =>
        {
            var sitios = await db.Cuentas.Where(x => x.BajaEn == null && (c.Ambito == null || x.Sitio == c.Ambito)).Select(x => x.Sitio)
                .Union(db.Equipos.Where(e => e.RevocadoEn == null && (c.Ambito == null || e.Sitio == c.Ambito)).Select(e => e.Sitio)).Distinct().OrderBy(s => s).ToListAsync(ct);
            sitio = sitios.Contains(sitio) ? sitio : sitios.FirstOrDefault() ?? "";
            var ahora = c.Ahora.AMicros();
            var cuentas = await db.Cuentas.AsNoTracking().Where(x => x.BajaEn == null && x.Sitio == sitio).OrderBy(x => x.Nombre).ToListAsync(ct);
            var turnos = await db.Asistencias.Where(a => a.SalidaEn == null && a.Sitio == sitio).ToDictionaryAsync(a => a.Persona, a => a.EntradaEn, ct);
            var esperas = await db.Intentos.Where(i => i.EsperaHastaEn > ahora).GroupBy(i => i.Quien).Select(g => new { g.Key, Hasta = g.Max(i => i.EsperaHastaEn) }).ToDictionaryAsync(e => e.Key, e => e.Hasta, ct);
            var conSegundo = (await db.Set<IdentityUserToken<string>>().Where(f => f.LoginProvider == SegundoFactor.Proveedor && f.Name == SegundoFactor.Totp).Select(f => f.UserId)
                .Union(db.Set<IdentityUserPasskey<string>>().Select(l => l.UserId)).ToListAsync(ct)).ToHashSet();
            var equipos = await db.Equipos.AsNoTracking().Where(e => e.RevocadoEn == null && e.Sitio == sitio).OrderBy(e => e.Nombre).ToListAsync(ct);
            var abiertas = await db.Sesiones.Where(s => s.CerradaEn == null && s.Equipo != null && s.VenceEn > ahora)
                .Join(db.Cuentas, s => s.Persona, x => x.Id, (s, x) => new { s.Equipo, x.Nombre }).ToListAsync(ct);
            return new PadronVisto(
                sitios, sitio,
                [.. cuentas.Select(x => new PersonaVista(x.Id, x.Nombre, x.ListaDePuestos, x.Credencial is not null, conSegundo.Contains(x.Id),
                    turnos.TryGetValue(x.Id, out var entrada) ? Instante.DeMicros(entrada) : null, esperas.TryGetValue(x.Id, out var hasta) ? Instante.DeMicros(hasta) : null))],
                [.. equipos.Select(e => new EquipoVisto(e.Id, e.Nombre, Instante.DeMicros(e.InscritoEn), abiertas.FirstOrDefault(a => a.Equipo == e.Id)?.Nombre))]);
        },
        ct);
}
