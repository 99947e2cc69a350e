using System.Globalization;
using AngleSharp.Dom;
using Prep.Dominio.Catalogo;

namespace Prep.Publicacion.Tests.Sitio;

/// <summary>What the pages say outside their tables: the avance, the summaries, the map and the curve.</summary>
internal sealed partial class Rastreador
{
    // Which election each bar is of: the page's, or the one that its own link names.
    private void Avance(PaginaLeida pagina, IElement avance)
    {
        var modelo = Modelo(pagina.Ruta) ?? Modelo(pagina.Resolver(avance.QuerySelector("h2 a")!.GetAttribute("href")!))!;
        var c = modelo.CifrasDelEstado;
        pagina.Comparar("avance", [c[4], c[3], c[0], c[6], c[5], c[0], c[12]], avance.QuerySelectorAll("dd"));
        foreach (var (barra, porcentaje) in avance.QuerySelectorAll("dd").Zip([c[4], c[6], c[12]]))
        {
            Barra(pagina, barra, porcentaje);
        }

        var horas = avance.QuerySelectorAll("time").Select(t => t.TextContent).ToList();
        pagina.Exigir($"avance: la hora es {Minuto(modelo.Horas.Instante)}", horas is [var suya, .. var siguiente] && suya == Minuto(modelo.Horas.Instante)
            && siguiente.SequenceEqual(modelo.Horas.Siguiente is { } s ? [Minuto(s)] : []));
    }

    private void Frases(PaginaLeida pagina)
    {
        if (Modelo(pagina.Ruta) is not { } modelo)
        {
            return;
        }

        var filas = Ambito(pagina.Ruta, modelo);
        foreach (var parrafo in pagina.Todos("main p").ToList())
        {
            Parrafo(pagina, modelo, filas, parrafo);
        }

        foreach (var enlace in pagina.Todos("main li > a").Where(a => a.TextContent.StartsWith("Municipios que eligen por", StringComparison.Ordinal)))
        {
            pagina.Comparar("sistemas normativos", [$"{proceso.SistemasNormativos.Count}"], enlace);
        }

        if (pagina.Documento.QuerySelector("svg.mapa") is { } mapa)
        {
            Mapa(pagina, modelo, mapa);
        }

        if (pagina.Documento.QuerySelector("svg.curva") is { } curva)
        {
            Curva(pagina, modelo, curva);
        }

        if (pagina.Ruta.EndsWith("/secciones.html", StringComparison.Ordinal))
        {
            Secciones(pagina, modelo);
        }

        if (pagina.Ruta.Contains("/seccion/", StringComparison.Ordinal))
        {
            // Linked unchanged while its rows are: what it says since that corte is what this one's CSV says.
            var desde = pagina.Resolver(pagina.Documento.QuerySelector(".vigencia a")!.GetAttribute("href")!).Split('/')[1];
            var seccion = filas[0].Seccion;
            pagina.Exigir($"vigente desde {desde}", modelos.TryGetValue((desde, modelo.Eleccion.Id.Valor), out var entonces)
                && string.CompareOrdinal(desde, Corte(pagina.Ruta)) <= 0 && filas.Zip(entonces.DeSeccion(filas[0].Area, seccion)).All(p => p.First.Igual(p.Second)));
            pagina.CompararTexto("vigente desde", Minuto(new Prep.Dominio.Cortes.CorteId(desde).Instante(Zona)), pagina.Documento.QuerySelector(".vigencia time")!);
        }
    }

    private void Parrafo(PaginaLeida pagina, ModeloDelCsv modelo, IReadOnlyList<ModeloDelCsv.Fila> filas, IElement parrafo)
    {
        var texto = parrafo.TextContent.Trim();
        if (!texto.Any(char.IsAsciiDigit))
        {
            return;
        }

        if (texto.StartsWith("Actas contabilizadas aquí", StringComparison.Ordinal))
        {
            var c = modelo.Cifras(filas, estado: false);
            pagina.Comparar("resumen", texto.Contains("Participación", StringComparison.Ordinal) ? [c[5], c[0], c[6], c[12]] : [c[5], c[0], c[6]], parrafo);
        }
        else if (texto.StartsWith("Hasta este corte", StringComparison.Ordinal) && AreaDe(pagina.Ruta, modelo) is { } area)
        {
            var (fuerzas, votos, diferencia, porcentaje) = modelo.Ventaja(area);
            pagina.Exigir($"resumen: la ventaja es de {string.Join(" y ", fuerzas)}", fuerzas.All(f => texto.Contains(f, StringComparison.Ordinal)));
            pagina.Comparar("resumen", fuerzas.Count > 1 ? [$"{votos}"] : [$"{votos}", porcentaje, $"{diferencia}"], parrafo);
        }
        else if (texto.StartsWith("Actas capturadas:", StringComparison.Ordinal))
        {
            var c = modelo.Cifras(filas, estado: false);
            pagina.Comparar("cifras de la sección", [c[3], c[0], c[5], c[9]], parrafo);
        }
        else if (texto.StartsWith("De dónde vienen", StringComparison.Ordinal))
        {
            pagina.Comparar("fuera de catálogo", [modelo.CifrasDelEstado[2]], parrafo);
        }
        else if (pagina.Ruta.EndsWith("/participacion.html", StringComparison.Ordinal))
        {
            var c = modelo.CifrasDelEstado;
            if (parrafo.ClassList.Contains("grande"))
            {
                pagina.Comparar("participación", [c[12]], parrafo);
            }
            else if (texto.StartsWith("En este corte:", StringComparison.Ordinal))
            {
                pagina.Comparar("participación, cuenta", [modelo.Ultimo ? c[10] : c[11], "100", c[9], c[12]], parrafo);
            }
            else if (texto.Contains("casillas especiales", StringComparison.Ordinal))
            {
                pagina.Comparar("participación, especiales", [c[10], c[11]], parrafo);
            }
        }
        else if (pagina.Ruta.EndsWith("/cambios.html", StringComparison.Ordinal) && texto.Contains("actas capturadas y", StringComparison.Ordinal))
        {
            var anterior = Anterior(pagina, modelo)!;
            var (antes, ahora) = (anterior.CifrasDelEstado, modelo.CifrasDelEstado);
            var cambian = modelo.Eleccion.Areas.Count(a => CambioDe(modelo, anterior, a).CambiaVentaja);
            pagina.Comparar("cambios", [ConSigno(long.Parse(ahora[3]) - long.Parse(antes[3])), ConSigno(long.Parse(ahora[5]) - long.Parse(antes[5])), .. cambian > 1 ? [$"{cambian}"] : Array.Empty<string>()], parrafo);
            pagina.Exigir($"cambios: la ventaja cambió en {cambian}", cambian > 1 || texto.Contains(cambian == 0 ? "En ningún área" : "En un área", StringComparison.Ordinal));
        }
    }

    private void Mapa(PaginaLeida pagina, ModeloDelCsv modelo, IElement mapa)
    {
        var pintadas = mapa.QuerySelectorAll("a").Select(a => (Enlace: a, Clave: ClaveDe(pagina.Resolver(a.GetAttribute("href")!)))).Where(a => a.Clave.Length > 0).ToList();
        foreach (var (enlace, clave) in pintadas)
        {
            var (ventaja, c) = (modelo.Ventaja(modelo.Eleccion.Area(new(clave))), modelo.CifrasDeArea(clave));
            var rotulo = enlace.QuerySelector("title")!;
            pagina.Comparar($"mapa, {clave}", c[0] == "0" ? [clave] : ventaja.Fuerzas.Count == 0 ? [clave, c[6]] : [clave, ventaja.Porcentaje, c[6]], rotulo);
            pagina.Exigir($"mapa, {clave}: la ventaja es de {string.Join(" y ", ventaja.Fuerzas)}", ventaja.Fuerzas.All(f => rotulo.TextContent.Contains(f, StringComparison.Ordinal)));
        }

        var veces = pintadas.Select(p => modelo.CifrasDeArea(p.Clave)[0] == "0" ? "Sin casillas en esta elección" : Delantera(modelo, modelo.Eleccion.Area(new(p.Clave)))).CountBy(d => d).ToDictionary();
        foreach (var entrada in mapa.Closest("section")!.QuerySelectorAll(".leyenda li span"))
        {
            var rotulo = entrada.TextContent.Split(" (")[0];
            pagina.Comparar($"leyenda, {rotulo}", veces.Remove(rotulo, out var n) ? [$"{n}"] : [], entrada);
        }

        pagina.Exigir($"la leyenda no dice {string.Join(", ", veces.Keys)}", veces.Count == 0);
    }

    private void Curva(PaginaLeida pagina, ModeloDelCsv modelo, IElement curva)
    {
        var puntos = Hasta(pagina.Ruta, modelo).Select(m => (En: m.Modelo.Horas.Instante, C: m.Modelo.CifrasDelEstado)).ToList();
        var (a, z) = (puntos[0], puntos[^1]);
        pagina.CompararAtributo("curva", [a.C[4], z.C[4], a.C[6], z.C[6]], curva, "aria-label");
        pagina.Comparar("ejes de la curva", ["0", "50", "100"], curva);
        pagina.Comparar("leyenda de la curva", [z.C[4], z.C[6]], curva.Closest("section")!.QuerySelectorAll(".leyenda span"));
        pagina.Comparar("cortes de la curva", [$"{puntos.Count}"], curva.Closest("section")!.QuerySelector("summary"));
        foreach (var (clase, cifra) in new[] { ("capturadas", 4), ("contabilizadas", 6) })
        {
            var esperada = string.Join(' ', puntos.Select(p => $"{Uno(46 + (348m * (z.En == a.En ? 0 : (decimal)(p.En - a.En).Ticks / (z.En - a.En).Ticks)))},{Uno(172 - (1.6m * Math.Min(100, decimal.Parse(p.C[cifra], CultureInfo.InvariantCulture))))}"));
            pagina.Exigir($"la curva de {clase} debe pasar por {esperada}", curva.QuerySelector($"polyline.{clase}")!.GetAttribute("points") == esperada);
        }

        static string Uno(decimal n) => decimal.Round(n, 1).ToString("0.#", CultureInfo.InvariantCulture);
    }

    private void Secciones(PaginaLeida pagina, ModeloDelCsv modelo)
    {
        var enlaces = pagina.Todos("[data-filtra-enlaces] a").ToList();
        var propias = enlaces.Select(a => pagina.Resolver(a.GetAttribute("href")!)).Where(r => r.Contains("/seccion/", StringComparison.Ordinal)).Select(r => (ClaveDe(r), Path.GetFileNameWithoutExtension(r)));
        pagina.Exigir("las secciones son otras", propias.ToHashSet().SetEquals(modelo.Secciones));
        foreach (var enlace in enlaces.Where(a => pagina.Resolver(a.GetAttribute("href")!).Contains("/sistemas-normativos/", StringComparison.Ordinal)))
        {
            var municipio = Path.GetFileNameWithoutExtension(pagina.Resolver(enlace.GetAttribute("href")!));
            var numero = PaginaLeida.Texto(enlace).Split(' ')[0];
            pagina.Exigir($"la sección {numero} no es del municipio {municipio}", modelos.Any(m => m.Key.Corte == Corte(pagina.Ruta) && m.Value.DeMunicipio(municipio).Any(f => f.Seccion == numero)));
            pagina.Explicar(enlace);
        }

        foreach (var centena in pagina.Todos("section[id^=s]"))
        {
            pagina.Comparar("centena", [$"{centena.Id![1..]}00", $"{centena.Id[1..]}99"], centena.QuerySelector("h2"));
        }
    }
}
