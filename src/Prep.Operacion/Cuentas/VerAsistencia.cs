using Microsoft.EntityFrameworkCore;
using Prep.Datos;

namespace Prep.Operacion.Cuentas;

/// <summary>A person of the roster tonight: not arrived, present, or gone.</summary>
/// <param name="EntradaEn">Of the last shift; null when she has not arrived.</param>
/// <param name="SalidaEn">Null while she is there.</param>
public sealed record PersonaDeTurno(string Nombre, IReadOnlyList<string> Puestos, DateTimeOffset? EntradaEn, DateTimeOffset? SalidaEn)
{
    public bool Presente => EntradaEn is not null && SalidaEn is null;

    public bool Falta => EntradaEn is null;
}

/// <summary>The roster of a site against who registered an entry there: who has not arrived comes first.</summary>
public sealed record PersonalDeSitio(IReadOnlyList<PersonaDeTurno> Personas)
{
    public static readonly PersonalDeSitio Nadie = new([]);

    public int Presentes => Personas.Count(p => p.Presente);

    public int Faltan => Personas.Count(p => p.Falta);
}

/// <summary>Staff against roster. Who asks says which sites she may see: those of her bitácoras.</summary>
public static class VerAsistencia
{
    public static Task<IReadOnlyDictionary<string, PersonalDeSitio>> EjecutarAsync(IReadOnlySet<string> sitios, ContextoDeCuentas c, CancellationToken ct) => c.LeerAsync<IReadOnlyDictionary<string, PersonalDeSitio>>(
        async db =>
        {
            var cuentas = await db.Cuentas.AsNoTracking().Where(x => x.BajaEn == null).OrderBy(x => x.Nombre).ToListAsync(ct);
            var turnos = (await db.Asistencias.AsNoTracking().ToListAsync(ct)).GroupBy(a => (a.Persona, a.Sitio)).ToDictionary(g => g.Key, g => g.MaxBy(a => a.EntradaEn)!);
            return cuentas.Where(x => sitios.Contains(x.Sitio)).GroupBy(x => x.Sitio).ToDictionary(
                g => g.Key,
                g => new PersonalDeSitio([.. g.Select(x => turnos.GetValueOrDefault((x.Id, x.Sitio)) is var turno
                    ? new PersonaDeTurno(x.Nombre, x.ListaDePuestos, turno is null ? null : Instante.DeMicros(turno.EntradaEn), turno?.SalidaEn is { } salida ? Instante.DeMicros(salida) : null)
                    : null!).OrderByDescending(p => p.Falta).ThenByDescending(p => p.Presente)]));
        },
        ct);
}
