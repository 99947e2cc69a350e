using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using Prep.Datos;
using Prep.Datos.Cuentas;
using Prep.Datos.Filas;
using Prep.Dominio.Sitios;
using Prep.Operacion;
using Prep.Operacion.Capacitacion;
using Prep.Operacion.Cuentas;
using Prep.Operacion.Hitos;

namespace Prep.Seguimiento.Instalacion;

/// <summary>Counts that only grow: while they are the same, so is what is read.</summary>
public sealed record HuellaDeLaOperacion(long Catalogo, long Configuracion, long Sucesos, long Cortes, long Hitos, long Documentos, long Cuentas);

/// <summary>Reads what the follow-up shows of the operation, by the operation's own readings.</summary>
internal static class LecturaDeLaOperacion
{
    private const string Quien = "seguimiento";

    public static async Task<HuellaDeLaOperacion> HuellaAsync(Almacen almacen, AlmacenDeCuentas cuentas)
    {
        var deCuentas = await cuentas.Base.LeerAsync(tx => tx.EscalarAsync<long>("SELECT COALESCE(MAX(eslabon), 0) FROM bitacora_de_cuentas"), CancellationToken.None);
        return almacen.Catalogo is not { } catalogo ? new(0, 0, 0, 0, 0, 0, deCuentas) : await almacen.Base.LeerAsync(
            async tx => new HuellaDeLaOperacion(
                catalogo.Numero,
                (await MarchaFila.LeerAsync(tx)).Configuracion,
                await tx.EscalarAsync<long>("SELECT COUNT(*) FROM suceso_de_sitio"),
                await tx.EscalarAsync<long>("SELECT COUNT(*) + COUNT(publicado_en) FROM corte") + await tx.EscalarAsync<long>("SELECT COUNT(*) FROM corte_omitido"),
                await tx.EscalarAsync<long>("SELECT COUNT(*) FROM hito"),
                await tx.EscalarAsync<long>("SELECT COUNT(*) FROM documento"),
                deCuentas),
            CancellationToken.None);
    }

    public static async Task<LecturaDeInstalacion> LeerAsync(Almacen almacen, AlmacenDeCuentas cuentas, TimeProvider reloj)
    {
        ContextoDeCuentas deCuentas = new(new(Quien), cuentas, almacen.Catalogo?.Proceso, reloj);
        var personal = await PersonalAsync(deCuentas);
        if (almacen.Catalogo is null)
        {
            return new(deCuentas.Ahora, null, ImmutableSortedDictionary<string, SitioEnVivo>.Empty, personal);
        }

        Contexto c = new(new(Quien), almacen, reloj);
        var configuracion = (await VerConfiguracion.EjecutarAsync(c, CancellationToken.None)).Configuracion;
        var noche = await VerHitos.EjecutarAsync(c, CancellationToken.None);
        var bitacoras = (await almacen.Base.LeerAsync(SucesoDeSitioFila.TodosAsync, CancellationToken.None)).ToLookup(f => f.Sitio, f => f.Suceso);
        var acordados = configuracion.Sitios.Valor.ToDictionary(s => s.Clave, StringComparer.Ordinal);
        var sitios = c.Catalogo.Catds.Union(acordados.Keys).ToImmutableSortedDictionary(s => s, s => new SitioEnVivo(s, acordados.GetValueOrDefault(s), EstadoDeSitio.De(bitacoras[s])), StringComparer.Ordinal);
        return new(c.Ahora, new(c.Proceso, configuracion, noche), sitios, personal) { Observadores = await ObservadoresAsync(deCuentas, sitios.Values) };
    }

    // Also of who is no longer in the roster: what was written was.
    private static async Task<ImmutableDictionary<string, string>> ObservadoresAsync(ContextoDeCuentas c, IEnumerable<SitioEnVivo> sitios)
    {
        var claves = sitios.SelectMany(s => s.Estado.Observaciones).Select(o => o.Suceso.Persona).Distinct().ToList();
        return claves.Count == 0
            ? ImmutableDictionary<string, string>.Empty
            : await c.LeerAsync(async db => (await db.Cuentas.Where(x => claves.Contains(x.Id)).Select(x => new { x.Id, x.Nombre }).ToListAsync()).ToImmutableDictionary(x => x.Id, x => x.Nombre), CancellationToken.None);
    }

    private static async Task<ImmutableDictionary<string, PersonalEnVivo>> PersonalAsync(ContextoDeCuentas c)
    {
        var (personas, conCredencial, equipos) = (
            await VerCapacitacion.TodasAsync(c, CancellationToken.None),
            await c.LeerAsync(async db => (await db.Cuentas.Where(x => x.BajaEn == null && x.Credencial != null).Select(x => x.Id).ToListAsync()).ToHashSet(), CancellationToken.None),
            await c.LeerAsync(db => db.Equipos.Where(e => e.RevocadoEn == null).GroupBy(e => e.Sitio).Select(g => new { g.Key, Cuantos = g.Count() }).ToDictionaryAsync(e => e.Key, e => e.Cuantos), CancellationToken.None));
        var porSitio = personas.ToLookup(p => p.Sitio);
        return porSitio.Select(g => g.Key).Union(equipos.Keys).ToImmutableDictionary(s => s, s => De([.. porSitio[s]], conCredencial, equipos.GetValueOrDefault(s)));
    }

    private static PersonalEnVivo De(IReadOnlyList<PersonaCapacitada> personas, HashSet<string> conCredencial, int equipos) => new(
        personas.Count,
        personas.Count(p => conCredencial.Contains(p.Persona)),
        personas.SelectMany(p => p.Puestos).GroupBy(p => p).ToImmutableSortedDictionary(g => g.Key, g => g.Count(), StringComparer.Ordinal),
        personas.Count(p => p.Falta.Count == 0),
        personas.Sum(p => p.Minutos),
        personas.SelectMany(p => p.TemasCubiertos).GroupBy(t => t).ToImmutableDictionary(g => g.Key, g => g.Count()),
        equipos);
}
