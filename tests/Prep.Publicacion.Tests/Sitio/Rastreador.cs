using System.Globalization;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Prep.Dominio.Catalogo;

namespace Prep.Publicacion.Tests.Sitio;

/// <summary>Walks a publication on disk and says what is wrong with it: broken links, pages without aviso, and numbers that the CSV does not give.</summary>
/// <remarks>A number that no check here recomputes is a fault: a new view comes with its check.</remarks>
internal sealed partial class Rastreador(string publicacion, Proceso proceso, IReadOnlyDictionary<(string Corte, string Eleccion), ModeloDelCsv> modelos)
{
    private readonly List<string> _faltas = [];
    private readonly VocabularioDelSitio _vocabulario = new(proceso);
    private readonly Dictionary<string, HashSet<string>> _fechas = [];
    private readonly ILookup<string, (string Corte, ModeloDelCsv Modelo)> _cortes =
        modelos.OrderBy(m => m.Key.Corte, StringComparer.Ordinal).ToLookup(m => m.Key.Eleccion, m => (m.Key.Corte, m.Value));

    public IReadOnlyList<string> Faltas => _faltas;

    public int Paginas { get; private set; }

    public int Numeros { get; private set; }

    public IReadOnlyList<string> Recorrer()
    {
        var porVer = new Queue<string>(["index.html"]);
        var vistas = new HashSet<string>(porVer);
        while (porVer.TryDequeue(out var ruta))
        {
            var archivo = Path.Combine(publicacion, ruta);
            if (!File.Exists(archivo))
            {
                _faltas.Add($"{ruta}: no existe");
                continue;
            }

            if (!ruta.EndsWith(".html", StringComparison.Ordinal))
            {
                continue;
            }

            foreach (var destino in Revisar(ruta, File.ReadAllText(archivo)))
            {
                if (vistas.Add(destino))
                {
                    porVer.Enqueue(destino);
                }
            }
        }

        foreach (var suelta in Directory.EnumerateFiles(publicacion, "*.html", SearchOption.AllDirectories).Select(a => Path.GetRelativePath(publicacion, a))
            .Where(r => !vistas.Contains(r) && !r.StartsWith("actual/", StringComparison.Ordinal) && !r.Contains("/raiz/", StringComparison.Ordinal)))
        {
            _faltas.Add($"{suelta}: ninguna página lleva a ella");
        }

        return _faltas;
    }

    /// <returns>Where its links go.</returns>
    public IReadOnlyList<string> Revisar(string ruta, string html)
    {
        Paginas++;
        var pagina = new PaginaLeida(ruta, html, _vocabulario, Fechas(ruta));
        pagina.Exigir("aviso", pagina.Documento.QuerySelector(".preliminar")?.TextContent.Contains("sin efectos jurídicos", StringComparison.Ordinal) == true);
        pagina.Exigir("TOTAL_VOTOS_ASENTADO", !html.Contains("ASENTADO", StringComparison.OrdinalIgnoreCase));
        pagina.Exigir("«ganador»", !html.Contains("ganador", StringComparison.OrdinalIgnoreCase));
        foreach (var avance in pagina.Todos(".avance"))
        {
            Avance(pagina, avance);
        }

        // The calendar is of the process, not of the databases: it says the same to people and to programs.
        foreach (var hora in ruta.EndsWith("/ayuda.html", StringComparison.Ordinal) ? pagina.Todos("dl.ficha time") : [])
        {
            pagina.CompararTexto("calendario", Minuto(DateTimeOffset.Parse(hora.GetAttribute("datetime")!, CultureInfo.InvariantCulture)), hora);
        }

        if (ruta.StartsWith("actas/", StringComparison.Ordinal))
        {
            Acta(pagina);
        }
        else
        {
            foreach (var tabla in pagina.Todos("table").OfType<IHtmlTableElement>())
            {
                Tabla(pagina, tabla);
            }

            Frases(pagina);
        }

        pagina.Sobrantes(Propios(ruta), Nombrados);
        Numeros += pagina.Numeros;
        _faltas.AddRange(pagina.Faltas);
        return [.. pagina.Todos("a[href], link[href], script[src], img[src]").Select(e => e.GetAttribute("href") ?? e.GetAttribute("src")!)
            .Where(d => !d.StartsWith('#') && !d.StartsWith("data:", StringComparison.Ordinal))
            .Select(d => new Uri(new Uri("http://x/" + ruta), d)).Where(u => u.Host == "x").Select(u => Uri.UnescapeDataString(u.AbsolutePath[1..]))];
    }

    private IReadOnlySet<string> Propios(string ruta) => new HashSet<string>(Nombrados(ruta)) { $"{proceso.Anio}" };

    // Keys of the area and the section, and the number of the casilla: what a name may say of them.
    private IReadOnlySet<string> Nombrados(string ruta)
    {
        var partes = ruta.Split('#');
        if (partes is [_, ['s', .. var centena]])
        {
            return new HashSet<string> { centena };
        }

        var camino = partes[0].Split('/');
        var propios = (camino is ["cortes", _, .. var resto] ? resto : camino).Select(p => p.Split('.')[0]).Where(p => p.Length > 0 && p.All(char.IsAsciiDigit)).ToHashSet();
        if (camino is ["actas", var eleccion, var archivo] && DeActa(eleccion, archivo) is { Fila: var fila })
        {
            propios.UnionWith([.. fila.Casilla, fila.Seccion, fila.Area]);
            propios.UnionWith(fila.Nombre.Split('-').Where(p => p.All(char.IsAsciiDigit)));
        }

        return propios;
    }

    private (ModeloDelCsv Modelo, ModeloDelCsv.Fila Fila)? DeActa(string eleccion, string archivo, string? corte = null) =>
        Path.GetFileName(archivo).Split('.')[0] is var nombre
        && (corte is null ? _cortes[eleccion].Last().Modelo : modelos[(corte, eleccion)]) is var modelo
        && modelo.Acta(nombre) is { } fila ? (modelo, fila) : null;

    private ModeloDelCsv? Modelo(string ruta) => ruta.Split('/') is ["cortes", var corte, var eleccion, ..] ? modelos.GetValueOrDefault((corte, eleccion)) : null;

    private static string Corte(string ruta) => ruta.Split('/') is ["cortes", var corte, ..] ? corte : "9";

    /// <summary>Up to the corte of a page, oldest first.</summary>
    private List<(string Corte, ModeloDelCsv Modelo)> Hasta(string ruta, ModeloDelCsv modelo) =>
        [.. _cortes[modelo.Eleccion.Id.Valor].Where(m => string.CompareOrdinal(m.Corte, Corte(ruta)) <= 0)];

    // Every hour that a page may name: those of the cortes up to its own and of the next one.
    private HashSet<string> Fechas(string ruta)
    {
        if (_fechas.TryGetValue(Corte(ruta), out var hechas))
        {
            return hechas;
        }

        var suyos = modelos.Where(m => string.CompareOrdinal(m.Key.Corte, Corte(ruta)) <= 0).ToList();
        var horas = suyos.SelectMany(m => new[] { m.Value.Horas.Instante, m.Value.Horas.Siguiente ?? m.Value.Horas.Instante }).Concat(suyos.Select(m => new Prep.Dominio.Cortes.CorteId(m.Key.Corte).Instante(Zona)));
        return _fechas[Corte(ruta)] = [.. horas.Distinct().SelectMany(h => new[] { Minuto(h), Local(h).ToString("dd/MM HH:mm", CultureInfo.InvariantCulture) })];
    }

    private TimeZoneInfo Zona => proceso.Calendario.Zona;

    private DateTimeOffset Local(DateTimeOffset instante) => TimeZoneInfo.ConvertTime(instante, Zona);

    private string Minuto(DateTimeOffset instante) => Local(instante).ToString("dd/MM/yyyy HH:mm", CultureInfo.InvariantCulture) + Desfase(instante);

    private string Desfase(DateTimeOffset instante) => $" (UTC{(Local(instante).Offset < TimeSpan.Zero ? '−' : '+')}{Local(instante).Offset:hh\\:mm})";
}
