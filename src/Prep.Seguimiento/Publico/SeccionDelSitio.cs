using Prep.Operacion.Puestos;
using Prep.Publicacion.Sitio;
using Prep.Publicacion.Sitio.Textos;
using Prep.Seguimiento.Asuntos;
using Prep.Seguimiento.Documentos;
using Prep.Seguimiento.Entregables;
using Prep.Seguimiento.Plan;
using Prep.Seguimiento.Sesiones;

namespace Prep.Seguimiento.Publico;

/// <summary>A part of a programme on the public site: its page, its place in the menu, its open data and what the index finds in it. A new part adds its line.</summary>
/// <param name="Clave">Of its title and its place in the menu, among the sentences of the site.</param>
/// <param name="Hay">Whether there is anything to show yet.</param>
/// <param name="Datos">Its tables, on a day.</param>
public sealed record SeccionDelSitio(
    string Archivo,
    string Clave,
    Func<HojaPublica, Task<ArchivoPublicado>> DibujarAsync,
    Func<Programa, bool> Hay,
    Func<Programa, DateOnly, IEnumerable<TablaPublica>> Datos,
    Func<Programa, IEnumerable<EntradaDeIndice>> Indice)
{
    public const string Plan = "plan.html";
    public const string Entregables = "entregables.html";
    public const string Sesiones = "sesiones.html";
    public const string Acuerdos = "acuerdos.html";
    public const string Calendario = "calendario.ics";
    public const string Documentos = "documentos.html";
    public const string Observaciones = "observaciones.html";
    public const string Difusores = "difusores.html";
    public const string Buscar = "buscar.html";
    public const string DatosAbiertos = "datos.html";

    private const int LargoDeTitulo = 140;

    public static readonly IReadOnlyList<SeccionDelSitio> Todas =
    [
        new(HojaPublica.Portada, "portada", SitioDeSeguimiento.PaginaAsync<PortadaPublica>, _ => true, SinDatos, SinIndice),
        new(Plan, "plan", SitioDeSeguimiento.PaginaAsync<PlanPublico>, _ => true, (p, hoy) => [DatosDelPlan.De(p, hoy)],
            p => p.Plan.Definicion.Plan.Actividades.Select(a => new EntradaDeIndice("actividades", a.Texto, $"{a.Periodo.EnPalabras} · {Palabras.De(p.Plan.De(a.Id).Estado)}{(p.Plan.De(a.Id).Aprobacion is { } aprobada ? $" · {aprobada.Acuerdo}" : "")}", $"{Plan}#a-{a.Id}"))),
        new(Entregables, "entregables", SitioDeSeguimiento.PaginaAsync<EntregablesPagina>, _ => true, (p, _) => [DatosDePapeles.Entregables(p)],
            p => EstadoDeEntregable.Todos(p).Select(e => new EntradaDeIndice("entregables", $"{e.Entregable.Numero}. {e.Entregable.Nombre}", $"{Palabras.De(e.Avance.Estado)}{(e.Avance.Aprobacion is { } a ? $" · {a.Acuerdo}" : "")}", $"{Entregables}#e-{e.Entregable.Numero}"))),
        new(Sesiones, "sesiones", SitioDeSeguimiento.PaginaAsync<SesionesPublicas>, _ => true, (p, _) => [DatosDeSesiones.Sesiones(p), DatosDeSesiones.Votaciones(p)],
            p => DatosDeSesiones.EnOrden(p).Select(s => new EntradaDeIndice("sesiones", s.Nombre, $"{Palabras.De(p.Plan.Definicion.Dia(s.Inicio))} · {PalabrasDeSesion.De(s.Estado)} · {string.Join("; ", s.Orden.Select(o => o.Texto))}", $"{Sesiones}#s-{s.Numero}"))),
        new(Acuerdos, "acuerdos", SitioDeSeguimiento.PaginaAsync<AcuerdosPublicos>, p => !p.Sesiones.Acuerdos.IsEmpty, (p, _) => [DatosDeSesiones.Acuerdos(p)],
            p => p.Sesiones.Acuerdos.Values.Select(a => new EntradaDeIndice("acuerdos", $"{a.Folio}. {Comienzo(a.Texto)}", $"{Palabras.De(a.Fecha)} · {PalabrasDeSesion.De(a.Estado)}", $"{Acuerdos}#ac-{a.Numero}"))),
        new(Documentos, "documentos", SitioDeSeguimiento.PaginaAsync<DocumentosPagina>, p => DocumentosPublicos.De(p).Any(), (p, _) => [DatosDePapeles.Documentos(p)],
            p => DocumentosPublicos.De(p).Select(d => new EntradaDeIndice("documentos", d.Ultima.Titulo, $"{PalabrasDeDocumentos.De(d.Ultima.Clase)} · {Palabras.De(p.Plan.Definicion.Dia(d.Ultima.En))} · {AsuntosDelPrograma.Titulo(p, d.Documento.Asunto)}", $"{Documentos}#doc-{d.Documento.Numero}"))),
        new(Observaciones, "observaciones", SitioDeSeguimiento.PaginaAsync<ObservacionesPagina>, p => DatosDePapeles.Respondidas(p).Any(), (p, _) => [DatosDePapeles.Observaciones(p)],
            p => DatosDePapeles.Respondidas(p).Select(o => new EntradaDeIndice("observaciones", Comienzo(o.Texto), $"{NombreDePuesto.De(o.Puesto)} · {Palabras.De(p.Plan.Definicion.Dia(o.En))}", $"{Observaciones}#o-{o.Numero}"))),
        new(Difusores, "difusores", SitioDeSeguimiento.PaginaAsync<DifusoresPublicos>, p => p.Difusores is not { Convocatoria: null, Ninguno: null }, (p, _) => [DatosDeDifusores.De(p)],
            p => p.Difusores.Formalizados.Select(d => new EntradaDeIndice("difusores", d.Nombre, d.Direccion, $"{Difusores}#d-{d.Numero}"))),
        new(Buscar, "buscar", SitioDeSeguimiento.PaginaAsync<BuscarPublico>, _ => true, SinDatos, SinIndice),
        new(DatosAbiertos, "datos", SitioDeSeguimiento.PaginaAsync<DatosPublicos>, _ => true, SinDatos, SinIndice),
    ];

    public string Titulo(Idioma t) => t[$"preparativos.partes.{Clave}.titulo"];

    public string Menu(Idioma t) => t[$"preparativos.partes.{Clave}.menu"];

    public IEnumerable<TablaPublica> Tablas(ContextoPublico contexto, Programa programa) => Datos(programa, programa.Plan.Definicion.Dia(contexto.Ahora));

    private static string Comienzo(string texto) => texto.Length <= LargoDeTitulo ? texto : $"{texto[..(texto.AsSpan(0, LargoDeTitulo).LastIndexOf(' ') is > 0 and var corte ? corte : LargoDeTitulo)]}…";

    private static IEnumerable<TablaPublica> SinDatos(Programa programa, DateOnly hoy) => [];

    private static IEnumerable<EntradaDeIndice> SinIndice(Programa programa) => [];
}
