using System.Net;
using System.Text.RegularExpressions;
using Prep.Dominio.Actas;
using Prep.Dominio.Catalogo;
using Prep.Dominio.Contabilizacion;
using Prep.Dominio.Cortes;
using Prep.Publicacion.Sitio;
using Prep.Publicacion.Sitio.Textos;

namespace Prep.Simulador.Prototipos;

/// <summary>The pages of a prototype that a person reviews: every one that is single, and one of each kind that repeats by area, section or acta. Numbered in order.</summary>
internal sealed partial class PaginasDePrototipo(string salida, ContextoDeSitio ceros, Corte ultimo)
{
    private int _numero;

    public IReadOnlyList<PaginasPorRevisar> Listar()
    {
        var raiz = Rutas.DelCorte(ceros.Corte.Id, "");
        var rutas = SitioEstatico.TrabajosDelCorte(ceros).Select(t => t.Ruta).Where(r => r.StartsWith(raiz, StringComparison.Ordinal) && r.EndsWith(".html", StringComparison.Ordinal)).ToList();
        return
        [
            new("", Numerar(rutas.Where(r => !r[raiz.Length..].Contains('/')))),
            .. ceros.Corte.Elecciones.Select(e => new PaginasPorRevisar(
                Escrito.Titulo(e.Eleccion), Numerar(Muestra(rutas, Rutas.DeEleccion(ceros.Corte.Id, e.Eleccion.Id, "")).Concat(Secciones(e)).Concat(Actas(e.Eleccion.Id))))),
        ];
    }

    /// <summary>A row for each page, for who comments.</summary>
    public static string HojaDeObservaciones(IReadOnlyList<PaginasPorRevisar> grupos) => string.Concat(
        grupos.SelectMany(g => g.Paginas.Select(p => $"{p.Numero},{Celda(g.Titulo)},{Celda(p.Titulo)},,,\r\n")).Prepend("numero,eleccion,pagina,que_dice,que_deberia_decir,quien_lo_propone\r\n"));

    private static IEnumerable<string> Muestra(IEnumerable<string> rutas, string carpeta) =>
        rutas.Where(r => r.StartsWith(carpeta, StringComparison.Ordinal)).DistinctBy(r => DeQueClase(r[carpeta.Length..]));

    // The folder of an area or of a municipality stands for all its kind.
    private static string DeQueClase(string ruta) => ruta.Split('/') is [var clase, .., var archivo] ? (archivo == Rutas.Raiz ? clase : clase + "/") : ruta;

    private IEnumerable<string> Secciones(CorteDeEleccion corte) => SitioEstatico.SeccionesDe(corte).Take(1).Select(s => SitioEstatico.RutaDe(s, ceros.Corte.Id));

    private IEnumerable<string> Actas(EleccionId eleccion)
    {
        var suyo = ultimo.Elecciones.First(e => e.Eleccion.Id == eleccion);
        var registros = suyo.Registros.OfType<RegistroDeActa>().ToList();
        RegistroDeActa?[] elegidas =
        [
            registros.Find(r => r.Imagen is { Ajena: false } && r.Conteo.Observacion == Observacion.Ninguna) ?? registros.Find(r => r.Datos is not null),
            registros.Find(r => r.Conteo.Observacion.EsInconsistencia()),
            registros.Find(r => r.Contenido is Contenido.SinActa),
            suyo.FueraDeCatalogo is [var fuera, ..] ? fuera : null,
        ];
        return elegidas.OfType<RegistroDeActa>().DistinctBy(r => r.Id).Select(r => Rutas.DeActa(r.Id, r.Version));
    }

    private List<PaginaPorRevisar> Numerar(IEnumerable<string> rutas)
    {
        List<PaginaPorRevisar> paginas = [];
        foreach (var ruta in rutas)
        {
            var enCeros = Existente($"{Prototipo.EnCeros}/{ruta}");
            var conDatos = Existente($"{Prototipo.ConDatos}/{ruta.Replace(ceros.Corte.Id.Valor, ultimo.Id.Valor, StringComparison.Ordinal)}");
            if ((enCeros + conDatos).Length > 0)
            {
                paginas.Add(new(++_numero, Titulo(conDatos.Length > 0 ? conDatos : enCeros), enCeros, conDatos));
            }
        }

        return paginas;
    }

    private string Existente(string ruta) => File.Exists(Path.Combine(salida, ruta)) ? ruta : "";

    // As the browser shows it, without the name of the process that all share.
    private string Titulo(string ruta)
    {
        var titulo = WebUtility.HtmlDecode(DelTitulo().Match(File.ReadAllText(Path.Combine(salida, ruta))).Groups[1].Value);
        return titulo.LastIndexOf(" · PREP ", StringComparison.Ordinal) is > 0 and var fin ? titulo[..fin] : titulo;
    }

    private static string Celda(string texto) => texto.AsSpan().ContainsAny(',', '"', '\n') ? $"\"{texto.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : texto;

    [GeneratedRegex("<title>(.*?)</title>", RegexOptions.Singleline)]
    private static partial Regex DelTitulo();
}
