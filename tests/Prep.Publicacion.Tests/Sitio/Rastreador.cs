using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Prep.Dominio.Catalogo;

namespace Prep.Publicacion.Tests.Sitio;

/// <summary>Walks a publication on disk and says what is wrong with it: broken links, pages without aviso, and numbers that the CSV does not give.</summary>
/// <remarks>A table whose caption nobody here can recompute is a fault: a new view comes with its check.</remarks>
internal sealed partial class Rastreador(string publicacion, Proceso proceso, IReadOnlyDictionary<(string Corte, string Eleccion), ModeloDelCsv> modelos)
{
    private readonly List<string> _faltas = [];

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
        var pagina = new HtmlParser().ParseDocument(html);
        Exigir(ruta, "aviso", pagina.QuerySelector(".preliminar")?.TextContent.Contains("sin efectos jurídicos", StringComparison.Ordinal) == true);
        Exigir(ruta, "TOTAL_VOTOS_ASENTADO", !html.Contains("ASENTADO", StringComparison.OrdinalIgnoreCase));
        Exigir(ruta, "«ganador»", !html.Contains("ganador", StringComparison.OrdinalIgnoreCase));
        foreach (var avance in pagina.QuerySelectorAll(".avance"))
        {
            Avance(ruta, avance);
        }

        foreach (var tabla in pagina.QuerySelectorAll("table").OfType<IHtmlTableElement>())
        {
            Tabla(ruta, tabla);
        }

        if (pagina.QuerySelector(".resumen") is { } resumen && Modelo(ruta) is { } modelo)
        {
            Resumen(ruta, modelo, Texto(resumen));
        }

        return [.. pagina.QuerySelectorAll("a[href], link[href], script[src], img[src]").Select(e => e.GetAttribute("href") ?? e.GetAttribute("src")!)
            .Where(d => !d.StartsWith('#') && !d.StartsWith("data:", StringComparison.Ordinal))
            .Select(d => new Uri(new Uri("http://x/" + ruta), d)).Where(u => u.Host == "x").Select(u => Uri.UnescapeDataString(u.AbsolutePath[1..]))];
    }

    // Which election each bar is of: the page's, or the one that its own link names.
    private void Avance(string ruta, IElement avance)
    {
        var modelo = Modelo(ruta) ?? Modelo(new Uri(new Uri("http://x/" + ruta), avance.QuerySelector("h2 a")!.GetAttribute("href")!).AbsolutePath[1..])!;
        var c = modelo.Cifras(modelo.Filas, estado: true);
        Comparar(ruta, "avance", [c[4], c[3], c[0], c[6], c[5], c[0], c[12]], Numericos(string.Join(' ', avance.QuerySelectorAll("dd").Select(Texto))));
    }

    // Of the election that the avance above it names.
    private void Delante(string ruta, IHtmlTableElement tabla)
    {
        var modelo = Modelo(new Uri(new Uri("http://x/" + ruta), tabla.Closest(".eleccion")!.QuerySelector("h2 a")!.GetAttribute("href")!).AbsolutePath[1..])!;
        Comparar(ruta, "con más votos", [.. modelo.Fuerzas().Take(3).SelectMany(v => new[] { $"{v}", ModeloDelCsv.Porcentaje(v, modelo.Total(modelo.Filas)) })],
            Numericos(string.Join(' ', tabla.QuerySelectorAll("td").Select(Texto))));
    }

    private void Resumen(string ruta, ModeloDelCsv modelo, string texto)
    {
        if (Cuenta().Match(texto) is not { Success: true } cuenta)
        {
            return;
        }

        var c = modelo.Cifras(Ambito(ruta, modelo), estado: false);
        Comparar(ruta, "resumen", ruta.Contains("/voto-", StringComparison.Ordinal) ? [c[5], c[0], c[6]] : [c[5], c[0], c[6], c[12]], Numericos(cuenta.Value));
    }

    private void Tabla(string ruta, IHtmlTableElement tabla)
    {
        var titulo = tabla.Caption?.TextContent ?? "";
        if (Modelo(ruta) is not { } modelo)
        {
            if (tabla.ClassList.Contains("delante"))
            {
                Delante(ruta, tabla);
                return;
            }

            Exigir(ruta, $"la tabla «{titulo}» no se sabe recalcular", titulo.StartsWith("Archivos de este corte", StringComparison.Ordinal) || titulo.StartsWith("Cortes anteriores", StringComparison.Ordinal));
            return;
        }

        if (ruta.StartsWith("actas/", StringComparison.Ordinal))
        {
            Acta(ruta, modelo, titulo, tabla);
            return;
        }

        var filas = Ambito(ruta, modelo);
        var area = AreaDe(ruta, modelo);
        var estado = filas.Count == modelo.Filas.Count && area is null;
        var cuerpo = tabla.Bodies[0].Rows.Select(r => (Rotulo: Rotulo(r.Cells[0]), Celdas: r.Cells.Skip(1).Select(c => Numericos(Texto(c))).ToList(), Texto: r.TextContent)).ToList();
        var areas = modelo.Eleccion.Areas.ToDictionary(a => a.Id.Clave);
        switch (titulo)
        {
            case var t when tabla.ClassList.Contains("cifras"):
                Comparar(ruta, t, modelo.Cifras(filas, estado), [.. cuerpo.SelectMany(f => f.Celdas[0])]);
                break;
            case "Votos como vienen en las actas":
                foreach (var (rotulo, celdas, _) in cuerpo)
                {
                    var votos = ModeloDelCsv.Columna(filas, Columna(rotulo));
                    Comparar(ruta, $"{titulo}, {rotulo}", [$"{votos}", ModeloDelCsv.Porcentaje(votos, modelo.Total(filas))], [.. celdas.SelectMany(c => c)]);
                }

                TotalDe(ruta, titulo, tabla, modelo.Total(filas));
                break;
            case var t when t.StartsWith("Votos por candidatura", StringComparison.Ordinal):
                var suyos = area is { } a ? modelo.Candidaturas(a) : ruta.Contains("/municipio/", StringComparison.Ordinal) ? null : modelo.Fuerzas();
                if (suyos is not null)
                {
                    Comparar(ruta, t, [.. suyos.Select(v => $"{v}")], [.. cuerpo.SkipLast(2).Select(f => f.Celdas[0][0])]);
                }

                Comparar(ruta, t + " (porcentajes)", [.. cuerpo.Select(f => ModeloDelCsv.Porcentaje(long.Parse(f.Celdas[0][0]), modelo.Total(filas)))], [.. cuerpo.Select(f => f.Celdas[1][0])]);
                TotalDe(ruta, t, tabla, modelo.Total(filas));
                break;
            case "Votos por partido político":
                var partidos = modelo.Partidos(area is null ? modelo.Eleccion.Areas : [area]);
                foreach (var (rotulo, celdas, _) in cuerpo)
                {
                    var votos = partidos.TryGetValue(rotulo, out var v) ? v : ModeloDelCsv.Columna(filas, Columna(rotulo));
                    Comparar(ruta, $"{titulo}, {rotulo}", [$"{votos}", ModeloDelCsv.Porcentaje(votos, modelo.Total(filas))], [.. celdas.SelectMany(c => c)]);
                }

                TotalDe(ruta, titulo, tabla, modelo.Total(filas));
                break;
            case var t when t.StartsWith("Ventaja por", StringComparison.Ordinal):
                Comparar(ruta, t, [$"{areas.Count}"], [$"{cuerpo.Sum(f => long.Parse(f.Celdas[0][0]))}"]);
                break;
            case var t when t.StartsWith("Resultados por", StringComparison.Ordinal):
                foreach (var (rotulo, celdas, _) in cuerpo)
                {
                    var suya = areas[rotulo[..3]];
                    var (orden, deArea) = (modelo.Candidaturas(suya), modelo.DeArea(suya));
                    var (primero, segundo) = (orden[0], orden.Count > 1 ? orden[1] : 0);
                    var c = modelo.Cifras(deArea, estado: false);
                    Comparar(ruta, $"{t}, {rotulo}",
                        primero == 0 ? ["0", c[6]] : [$"{primero}", ModeloDelCsv.Porcentaje(primero, modelo.Total(deArea)), $"{primero - segundo}", c[6]],
                        [.. celdas[0].TakeLast(primero == 0 ? 0 : 2), .. celdas[1]]);
                }

                break;
            case var t when t.StartsWith("Secciones", StringComparison.Ordinal):
                foreach (var (rotulo, celdas, _) in cuerpo)
                {
                    var c = modelo.Cifras([.. filas.Where(f => f["SECCION"] == rotulo)], estado: false);
                    Comparar(ruta, $"{t}, {rotulo}", [c[3], c[0], c[5], c[10]], [.. celdas.SelectMany(x => x)]);
                }

                break;
            case var t when t.StartsWith("Municipios (", StringComparison.Ordinal):
                foreach (var (rotulo, celdas, _) in cuerpo)
                {
                    var c = modelo.Cifras([.. modelo.Filas.Where(f => f.Municipio == rotulo[..3])], estado: false);
                    Comparar(ruta, $"{t}, {rotulo}", [c[5], c[0], c[10], c[12]], [.. celdas.SelectMany(x => x)]);
                }

                break;
            case var t when t.StartsWith("Participación por", StringComparison.Ordinal):
                foreach (var (rotulo, celdas, _) in cuerpo)
                {
                    var c = modelo.Cifras(modelo.DeArea(areas[Clave().Match(rotulo).Value]), estado: false);
                    Comparar(ruta, $"{t}, {rotulo}", [modelo.Ultimo ? c[10] : c[11], c[9], c[12]], [.. celdas.SelectMany(x => x)]);
                }

                break;
            case var t when tabla.ClassList.Contains("actas"):
                foreach (var fila in tabla.Bodies[0].Rows.Where(r => r.QuerySelector("a") is not null))
                {
                    var suya = DeEnlace(modelo, fila.QuerySelector("a")!.GetAttribute("href")!);
                    Comparar(ruta, $"{t}, {suya["CLAVE_ACTA"]}",
                        [.. suya["TOTAL_VOTOS_CALCULADO"].All(char.IsAsciiDigit) ? [suya["TOTAL_VOTOS_CALCULADO"]] : Array.Empty<string>(), .. suya["LISTA_NOMINAL"] is var l && l != "0" ? [l] : Array.Empty<string>()],
                        Numericos(Texto(fila.Cells[2])));
                }

                break;
            case var t when t.StartsWith("Fuera de catálogo", StringComparison.Ordinal):
                Comparar(ruta, t, [$"{modelo.Fuera}"], [$"{cuerpo.Count}"]);
                break;
            case "Avance por corte":
                foreach (var (fila, suyo) in cuerpo.AsEnumerable().Reverse().Zip(modelos.Where(m => m.Key.Eleccion == modelo.Eleccion.Id.Valor && string.CompareOrdinal(m.Key.Corte, Corte(ruta)) <= 0).OrderBy(m => m.Key.Corte, StringComparer.Ordinal).Select(m => m.Value)))
                {
                    var c = suyo.Cifras(suyo.Filas, estado: true);
                    Exigir(ruta, $"{titulo}: {fila.Texto}", fila.Celdas.SelectMany(x => x).All(n => c.Contains(n)) && fila.Celdas.Count > 0);
                }

                break;
            case var t when ruta.EndsWith("/estadistica.html", StringComparison.Ordinal):
                Estadistica(ruta, modelo, t, tabla);
                break;
            case "Votos que se agregaron" or ['Á', 'r', 'e', 'a', 's', ..]:
                Cambios(ruta, modelo, titulo, cuerpo);
                break;
            default:
                Exigir(ruta, $"la tabla «{titulo}» no se sabe recalcular", false);
                break;
        }
    }

    // The sums of each table are those of the figures; each of its rows, of its rows in the file.
    private void Estadistica(string ruta, ModeloDelCsv modelo, string titulo, IHtmlTableElement tabla)
    {
        var c = modelo.Cifras(modelo.Filas, estado: true);
        var pie = Numericos(Texto(tabla.Foot!));
        Exigir(ruta, $"{titulo}: el total {string.Join(' ', pie)}", pie.All(n => c.Contains(n)));
        var columnas = tabla.Foot!.Rows[0].Cells.Length - 1;
        for (var i = 1; i <= columnas; i++)
        {
            var celdas = tabla.Bodies[0].Rows.Select(r => Numericos(Texto(r.Cells[i])).ConvertAll(long.Parse)).ToList();
            var dichos = Numericos(Texto(tabla.Foot!.Rows[0].Cells[i]));
            Comparar(ruta, $"{titulo}, columna {i}", [.. dichos.Select((_, n) => $"{celdas.Sum(c => c[n])}")], dichos);
        }

        var columna = titulo switch
        {
            "Por ubicación de la casilla" => "UBICACION_CASILLA",
            "Por tipo de casilla" => "TIPO_CASILLA",
            "Por lugar donde se hizo la imagen" => "ORIGEN",
            "Por medio con que se hizo la imagen" => "DIGITALIZACION",
            "Por documento" => "TIPO_DOCUMENTO",
            _ => "",
        };
        if (columna.Length > 0)
        {
            var grupos = modelo.Filas.Where(f => f.Cuenta).GroupBy(f => f[columna]).Select(g => $"{g.Count()} {g.Sum(f => f.Votos(modelo.Eleccion))}").Order(StringComparer.Ordinal);
            Comparar(ruta, titulo, [.. grupos],
                [.. tabla.Bodies[0].Rows.Select(r => string.Join(' ', Numericos(string.Join(' ', r.Cells.TakeLast(1).Select(Texto))))).Where(n => n != "0 0").Order(StringComparer.Ordinal)]);
        }
    }

    private void Cambios(string ruta, ModeloDelCsv modelo, string titulo, List<(string Rotulo, List<List<string>> Celdas, string Texto)> cuerpo)
    {
        var anterior = modelos.Where(m => m.Key.Eleccion == modelo.Eleccion.Id.Valor && string.CompareOrdinal(m.Key.Corte, Corte(ruta)) < 0).MaxBy(m => m.Key.Corte).Value;
        if (titulo == "Votos que se agregaron")
        {
            var antes = anterior.Fuerzas().Sum();
            Comparar(ruta, titulo, [$"{modelo.Fuerzas().Sum() - antes}"], [$"{cuerpo.Sum(f => Signo(f.Texto) * long.Parse(f.Celdas[0][0]))}"]);
            return;
        }

        foreach (var fila in cuerpo)
        {
            var area = modelo.Eleccion.Area(new(Clave().Match(fila.Rotulo).Value));
            var (antes, ahora) = (anterior.Cifras(anterior.DeArea(area), estado: false), modelo.Cifras(modelo.DeArea(area), estado: false));
            Comparar(ruta, $"{titulo}, {fila.Rotulo}", [$"{long.Parse(ahora[3]) - long.Parse(antes[3])}", $"{long.Parse(ahora[5]) - long.Parse(antes[5])}"], fila.Celdas[0]);
        }
    }

    private static int Signo(string texto) => texto.Contains('−', StringComparison.Ordinal) ? -1 : 1;

    private void Acta(string ruta, ModeloDelCsv modelo, string titulo, IHtmlTableElement tabla)
    {
        var fila = DeEnlace(modelo, ruta);
        string[] otros = ["TOTAL_BOLETAS_SOBRANTES", "TOTAL_PERSONAS_VOTARON", "TOTAL_REP_PARTIDO_CI_VOTARON", "TOTAL_VOTOS_SACADOS"];
        var columnas = titulo == "Votos del acta" ? tabla.Bodies[0].Rows.Select(r => Columna(r.QuerySelector("small")?.TextContent ?? Rotulo(r.Cells[0]))) : otros;
        Comparar(ruta, titulo, [.. columnas.Select(c => fila[c])], [.. tabla.Bodies[0].Rows.Select(r => r.Cells[1].TextContent.Trim().Replace(",", "", StringComparison.Ordinal).ToUpperInvariant())]);
        if (tabla.Foot is { } pie)
        {
            Comparar(ruta, titulo, [fila["TOTAL_VOTOS_CALCULADO"]], Numericos(Texto(pie)));
        }
    }

    private void TotalDe(string ruta, string titulo, IHtmlTableElement tabla, long total) =>
        Comparar(ruta, $"{titulo}, total", [$"{total}", total == 0 ? "0.0000" : "100.0000"], Numericos(Texto(tabla.Foot!)));

    private IReadOnlyList<ModeloDelCsv.Fila> Ambito(string ruta, ModeloDelCsv modelo)
    {
        var partes = ruta.Split('/');
        var seccion = partes is [.., "seccion", var archivo] ? archivo[..^".html".Length] : null;
        var clave = partes is [_, _, _, "distrito" or "municipio", var suya, ..] ? suya : null;
        return [.. modelo.Filas.Where(f => (clave is null || (AreaDe(ruta, modelo) is { } area ? f.Area == area.Id.Clave : f.Municipio == clave)) && (seccion is null || f["SECCION"] == seccion))];
    }

    private static Area? AreaDe(string ruta, ModeloDelCsv modelo) => ruta.Split('/') is [_, _, _, "distrito" or "municipio", var clave, ..] partes
        && (partes[3] == "distrito" || modelo.Eleccion.TipoDeArea == TipoDeArea.Municipio) ? modelo.Eleccion.BuscarArea(new(clave)) : null;

    private static ModeloDelCsv.Fila DeEnlace(ModeloDelCsv modelo, string ruta) =>
        modelo.Filas.Single(f => f["CLAVE_ACTA"] == Path.GetFileName(ruta).Split('.')[0].Split('~')[0]);

    // A page of an acta is checked with the last corte: nobody corrected it afterwards in these nights.
    private ModeloDelCsv? Modelo(string ruta) => ruta.Split('/') switch
    {
        ["actas", var eleccion, ..] => modelos.Where(m => m.Key.Eleccion == eleccion).MaxBy(m => m.Key.Corte).Value,
        ["cortes", var corte, var eleccion, ..] when proceso.Eleccion(new(eleccion)) is not null => modelos[(corte, eleccion)],
        _ => null,
    };

    private static string Corte(string ruta) => ruta.Split('/')[1];

    private static string Columna(string rotulo) => rotulo switch { "Candidaturas no registradas" => "NO_REGISTRADAS", "Votos nulos" => "NULOS", _ => rotulo };

    private static string Rotulo(IElement celda) => string.Concat(celda.ChildNodes.Where(n => n is not IElement { LocalName: "svg" }).TakeWhile(n => n is not IElement { LocalName: "small" }).Select(n => n.TextContent)).Trim();

    // Two numbers side by side in two elements are two numbers.
    private static string Texto(INode nodo) => string.Join(' ', nodo.Descendants<IText>().Select(t => t.Data));

    private static List<string> Numericos(string texto) => [.. Numero().Matches(texto).Select(m => m.Value.Replace(",", "", StringComparison.Ordinal))];

    private void Comparar(string ruta, string que, IReadOnlyList<string> esperados, IReadOnlyList<string> dichos)
    {
        Numeros += esperados.Count;
        if (!esperados.SequenceEqual(dichos))
        {
            _faltas.Add($"{ruta}: {que}: el CSV da {string.Join(' ', esperados)} y la página dice {string.Join(' ', dichos)}");
        }
    }

    private void Exigir(string ruta, string que, bool cumple)
    {
        if (!cumple)
        {
            _faltas.Add($"{ruta}: {que}");
        }
    }

    [GeneratedRegex(@"\d[\d,]*(?:\.\d+)?")]
    private static partial Regex Numero();

    [GeneratedRegex(@"\d{3}")]
    private static partial Regex Clave();

    [GeneratedRegex(@"Actas contabilizadas aquí: [^)]*\)(?:\. Participación: [\d.]+)?")]
    private static partial Regex Cuenta();
}
