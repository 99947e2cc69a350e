using Prep.Dominio.Calendario;
using Prep.Dominio.Catalogo;
using Prep.Dominio.Sitios;
using Prep.Operacion.Hitos;
using Prep.Operacion.Puestos;
using Prep.Seguimiento.Plan;

namespace Prep.Seguimiento.Instalacion;

/// <summary>What the operation says by itself of an activity or a deliverable: shown beside its state, which only a person changes.</summary>
/// <param name="Frase">A sentence for a person.</param>
/// <param name="De">All that is expected; 0 when it is not a matter of counting.</param>
public sealed record AvanceObservado(string Frase, int Hecho = 0, int De = 0)
{
    private static readonly AvanceObservado _sinProceso = new("Todavía no hay un proceso cargado en la operación.");

    public static AvanceObservado Calcular(Observable que, Programa programa, LecturaDeInstalacion lectura) => (que, lectura.Proceso) switch
    {
        (Observable.Personal, _) => DePersonal(SitioSeguido.Todos(programa, lectura)),
        (Observable.Capacitacion, _) => DeCapacitacion(SitioSeguido.Todos(programa, lectura)),
        (Observable.Sitios, _) => DeSitios(SitioSeguido.Todos(programa, lectura)),
        (Observable.Simulacro, var p) => DeSimulacros(programa, p),
        (_, null) => _sinProceso,
        (Observable.Inicio, { } p) => Acordado("La publicación inicia el", ValorDeConfiguracion.Inicio, p),
        (Observable.ActualizacionesDeDatos, { } p) => Acordado("Datos:", ValorDeConfiguracion.IntervaloDeDatos, p),
        (Observable.ActualizacionesDeBases, { } p) => Acordado("Bases de datos:", ValorDeConfiguracion.IntervaloDeBases, p),
        (Observable.UltimaActualizacion, { } p) => Acordado("La última actualización es el", ValorDeConfiguracion.UltimaActualizacion, p),
        (Observable.Direcciones, { } p) => Acordado("", ValorDeConfiguracion.Direcciones, p),
        (Observable.Cortes, { } p) => DeCortes(p),
        (Observable.Cierre, { } p) => p.Hitos.FirstOrDefault(h => h.Paso == VerHitos.Paso.Cierre) is { HechoEn: { } en }
            ? new($"La publicación cerró el {p.Proceso.FechaYHora(en)}.", 1, 1)
            : new($"La publicación no ha cerrado: {PalabrasDeHitos.De(p.Noche.Fase).ToLowerInvariant()}.", 0, 1),
        _ => throw new ArgumentOutOfRangeException(nameof(que)),
    };

    private static AvanceObservado DeSitios(IReadOnlyList<SitioSeguido> sitios) => sitios.Count == 0
        ? new("Todavía no hay sitios: ni en el plan de instalación ni en la operación.")
        : new($"{sitios.Count(s => s.EnVivo?.Listo == true)} de {sitios.Count} sitios con su lista de apertura completa; {sitios.Count(s => s.Domicilio.Length > 0)} con domicilio, {sitios.Count(s => s.Visitas.Count > 0)} visitados.",
            sitios.Count(s => s.EnVivo?.Listo == true), sitios.Count);

    private static AvanceObservado DePersonal(IReadOnlyList<SitioSeguido> sitios)
    {
        var (hay, hacenFalta) = (sitios.Sum(s => s.Personal.Personas), sitios.Sum(s => s.Personas));
        return hacenFalta == 0 ? new($"{hay} personas en el padrón; el plan no dice cuántas hacen falta.")
            : new($"{hay} de {hacenFalta} personas en el padrón; {sitios.Sum(s => s.Personal.ConCredencial)} con credencial.", sitios.Sum(s => Math.Min(s.Personal.Personas, s.Personas)), hacenFalta);
    }

    private static AvanceObservado DeCapacitacion(IReadOnlyList<SitioSeguido> sitios)
    {
        var (hay, capacitadas) = (sitios.Sum(s => s.Personal.Personas), sitios.Sum(s => s.Personal.Capacitadas));
        return hay == 0 ? new("Todavía no hay personas de los sitios en el padrón.") : new($"{capacitadas} de {hay} personas capacitadas para su puesto, {Horas(sitios.Sum(s => s.Personal.Minutos))} en total.", capacitadas, hay);
    }

    // The last constancia of each, and what runs now.
    private static AvanceObservado DeSimulacros(Programa programa, ProcesoEnVivo? p)
    {
        var constatados = programa.Instalacion.Constancias.Select(c => c.Hecho).Where(c => c.Clase == $"{ClaseDeProceso.Simulacro}").GroupBy(c => c.Proceso).Select(g => g.Last()).ToList();
        var antes = constatados.Count == 0 ? "Ningún simulacro con constancia." : $"Con constancia: {string.Join("; ", constatados.Select(c => $"«{c.Nombre}», {c.Cortes} cortes, {c.Incidentes} incidentes"))}.";
        return new(p is { Proceso.Clase: ClaseDeProceso.Simulacro } ? $"{antes} Ahora, «{p.Proceso.Nombre}»: {PalabrasDeHitos.De(p.Noche.Fase).ToLowerInvariant()}. {DeCortes(p).Frase}" : antes);
    }

    private static AvanceObservado DeCortes(ProcesoEnVivo p)
    {
        var cortes = p.Cortes.ToList();
        return cortes.Count == 0 ? new("Todavía no hay cortes.", 0, 0)
            : new($"{cortes.Count(r => r.HechoEn is not null)} de {cortes.Count} cortes publicados; {cortes.Count(r => r.Como == VerHitos.Como.Tarde)} tarde, {cortes.Count(r => r.Como == VerHitos.Como.Omitido)} sin hacer.", cortes.Count(r => r.HechoEn is not null), cortes.Count);
    }

    private static AvanceObservado Acordado(string antes, ValorDeConfiguracion cual, ProcesoEnVivo p)
    {
        var acuerdo = PalabrasDeHitos.AcuerdoDe(cual, p.Configuracion);
        return new($"{antes} {string.Join("; ", PalabrasDeHitos.Valor(cual, p.Configuracion, p.Proceso))}. {PalabrasDeHitos.De(acuerdo)}.".Trim(), acuerdo.Numero.Length > 0 ? 1 : 0, 1);
    }

    /// <summary><c>12 h 30 min</c>.</summary>
    public static string Horas(int minutos) => minutos % 60 == 0 ? $"{minutos / 60} h" : $"{minutos / 60} h {minutos % 60} min";
}
