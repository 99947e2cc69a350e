using Prep.Publicacion.Sitio;
using Prep.Seguimiento.Plan;

namespace Prep.Seguimiento.Publico;

/// <summary>A part of a programme on the public site: its page, its place in the menu, its open data and what the index finds in it. A new part adds its line.</summary>
/// <param name="Breve">In the menu.</param>
/// <param name="Hay">Whether there is anything to show yet.</param>
/// <param name="Datos">Its tables, on a day.</param>
public sealed record SeccionDelSitio(
    string Archivo,
    string Titulo,
    string Breve,
    Func<HojaPublica, Task<ArchivoPublicado>> DibujarAsync,
    Func<Programa, bool> Hay,
    Func<Programa, DateOnly, IEnumerable<TablaPublica>> Datos,
    Func<Programa, IEnumerable<EntradaDeIndice>> Indice)
{
    public const string Plan = "plan.html";
    public const string Buscar = "buscar.html";
    public const string DatosAbiertos = "datos.html";

    public static readonly IReadOnlyList<SeccionDelSitio> Todas =
    [
        new(HojaPublica.Portada, "Preparativos del PREP", "Inicio", SitioDeSeguimiento.PaginaAsync<PortadaPublica>, _ => true, SinDatos, SinIndice),
        new(Plan, "Plan de trabajo y avance", "Plan y avance", SitioDeSeguimiento.PaginaAsync<PlanPublico>, _ => true, (p, hoy) => [DatosDelPlan.De(p, hoy)],
            p => p.Plan.Definicion.Plan.Actividades.Select(a => new EntradaDeIndice("Actividades del plan", a.Texto, $"{a.Periodo.EnPalabras} · {Palabras.De(p.Plan.De(a.Id).Estado)}", $"{Plan}#a-{a.Id}"))),
        new(Buscar, "Buscar", "Buscar", SitioDeSeguimiento.PaginaAsync<BuscarPublico>, _ => true, SinDatos, SinIndice),
        new(DatosAbiertos, "Datos abiertos", "Datos abiertos", SitioDeSeguimiento.PaginaAsync<DatosPublicos>, _ => true, SinDatos, SinIndice),
    ];

    public IEnumerable<TablaPublica> Tablas(ContextoPublico contexto, Programa programa) => Datos(programa, programa.Plan.Definicion.Dia(contexto.Ahora));

    private static IEnumerable<TablaPublica> SinDatos(Programa programa, DateOnly hoy) => [];

    private static IEnumerable<EntradaDeIndice> SinIndice(Programa programa) => [];
}
