using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Prep.Datos;
using Prep.Datos.Cuentas;
using Prep.Dominio.Catalogo;
using Prep.Operacion.Cuentas;
using Prep.Operacion.Puestos;

namespace Prep.Operacion.Capacitacion;

/// <summary>The persons of a site and what each was trained in.</summary>
/// <param name="Sitios">Those that the asker administers.</param>
public sealed record CapacitacionVista(IReadOnlyList<string> Sitios, string Sitio, IReadOnlyList<PersonaCapacitada> Personas)
{
    public int SinCapacitar => Personas.Count(p => p.Falta.Count > 0);
}

/// <param name="Vigentes">The last training of each puesto.</param>
/// <param name="Todas">From the newest.</param>
public sealed record PersonaCapacitada(string Persona, string Nombre, string Sitio, IReadOnlyList<string> Puestos, IReadOnlyDictionary<string, CapacitacionFila> Vigentes, IReadOnlyList<CapacitacionFila> Todas)
{
    /// <summary>Puestos of the person whose last training was not passed, or that have none.</summary>
    public IReadOnlyList<string> Falta => [.. Puestos.Where(p => !Vigentes.TryGetValue(p, out var ultima) || !ultima.Aprobada)];

    public IReadOnlyList<string> TemasCubiertos => [.. TemasDeCapacitacion.Todos.Keys.Where(t => Todas.Any(c => c.Temas.Split('|').Contains(t)))];

    public int Minutos => Todas.Sum(c => c.Minutos);
}

public static class VerCapacitacion
{
    /// <param name="sitio">Empty for the first one within reach.</param>
    public static Task<CapacitacionVista> EjecutarAsync(string sitio, ContextoDeCuentas c, CancellationToken ct) => c.LeerAsync(
        async db =>
        {
            var sitios = await db.Cuentas.Where(x => x.BajaEn == null && (c.Ambito == null || x.Sitio == c.Ambito)).Select(x => x.Sitio).Distinct().OrderBy(s => s).ToListAsync(ct);
            sitio = sitios.Contains(sitio) ? sitio : sitios.FirstOrDefault() ?? "";
            return new CapacitacionVista(sitios, sitio, await PersonasAsync(db, db.Cuentas.Where(x => x.Sitio == sitio), ct));
        },
        ct);

    /// <summary>Every person within reach, whatever the site.</summary>
    public static Task<IReadOnlyList<PersonaCapacitada>> TodasAsync(ContextoDeCuentas c, CancellationToken ct) => c.LeerAsync(
        db => PersonasAsync(db, db.Cuentas.Where(x => c.Ambito == null || x.Sitio == c.Ambito), ct), ct);

    /// <summary>Every record within reach, in the form that another process can import.</summary>
    public static Task<string> CsvAsync(ContextoDeCuentas c, Proceso proceso, CancellationToken ct) => c.LeerAsync(
        async db => TextoCsv.De(
            (await PersonasAsync(db, db.Cuentas.Where(x => c.Ambito == null || x.Sitio == c.Ambito), ct)).SelectMany(p => p.Todas.Reverse().Select(f => (IReadOnlyList<string>)
            [
                f.Persona, p.Nombre, f.Puesto, f.Temas, Horas(f.Minutos), f.Fecha, f.Instructor, f.Aprobada ? "aprobada" : "no aprobada",
                f.Calificacion?.ToString(CultureInfo.InvariantCulture) ?? "", f.RegistradaPor, proceso.FechaYHora(Instante.DeMicros(f.RegistradaEn)),
            ]))
            .Prepend(["persona", "nombre", "puesto", "temas", "horas", "fecha", "instructor", "resultado", "calificacion", "registrada_por", "registrada_en"])),
        ct);

    /// <summary><c>1.5</c>, two decimals at most: enough to read the same minutes again.</summary>
    internal static string Horas(int minutos) => Math.Round(minutos / 60m, 2).ToString("0.##", CultureInfo.InvariantCulture);

    private static async Task<IReadOnlyList<PersonaCapacitada>> PersonasAsync(CuentasContext db, IQueryable<Cuenta> cuales, CancellationToken ct)
    {
        var cuentas = await cuales.AsNoTracking().Where(x => x.BajaEn == null).OrderBy(x => x.Nombre).ThenBy(x => x.Id).ToListAsync(ct);
        var filas = (await db.Capacitaciones.AsNoTracking().Where(f => cuales.Any(x => x.Id == f.Persona)).ToListAsync(ct))
            .OrderByDescending(f => f.Fecha, StringComparer.Ordinal).ThenByDescending(f => f.Id).ToLookup(f => f.Persona);
        return [.. cuentas.Select(x => new PersonaCapacitada(x.Id, x.Nombre, x.Sitio, x.ListaDePuestos, filas[x.Id].GroupBy(f => f.Puesto).ToDictionary(g => g.Key, g => g.First()), [.. filas[x.Id]]))];
    }
}
