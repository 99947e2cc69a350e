using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Prep.Dominio.Catalogo;

namespace Prep.Publicacion.Tests.Sitio;

/// <summary>The tables of votes and of figures, row by row.</summary>
internal sealed partial class Rastreador
{
    private void Tabla(PaginaLeida pagina, IHtmlTableElement tabla)
    {
        var titulo = tabla.Caption?.TextContent ?? "";
        if (Modelo(pagina.Ruta) is not { } modelo)
        {
            TablaDelProceso(pagina, tabla, titulo);
            return;
        }

        var filas = Ambito(pagina.Ruta, modelo);
        var area = AreaDe(pagina.Ruta, modelo);
        var cuerpo = tabla.Bodies[0].Rows.ToList();
        switch (titulo)
        {
            case var t when tabla.ClassList.Contains("cifras"):
                pagina.Comparar(t, modelo.Cifras(filas, estado: filas.Count == modelo.Filas.Count && area is null && !pagina.Ruta.Contains("/municipio/", StringComparison.Ordinal)), cuerpo.Select(r => r.Cells[1]));
                break;
            case "Votos como vienen en las actas" or "Votos de las actas de representación proporcional":
                DeVotos(pagina, tabla, modelo, filas, cuerpo.Select(r => (r, ModeloDelCsv.Columna(filas, Columna(modelo, Rotulo(r.Cells[0])), EsDeRp(titulo)))), EsDeRp(titulo));
                break;
            case "Votos por partido político":
                var partidos = modelo.Partidos(area is null ? modelo.Eleccion.Areas : [area]);
                DeVotos(pagina, tabla, modelo, filas, cuerpo.Select(r => (r, partidos.TryGetValue(Rotulo(r.Cells[0]), out var v) ? v : ModeloDelCsv.Columna(filas, Columna(modelo, Rotulo(r.Cells[0]))))), rp: false);
                break;
            case var t when t.StartsWith("Votos por candidatura", StringComparison.Ordinal):
                // A municipality shows them where all its areas have the same.
                var suyas = area is { } a ? modelo.Candidaturas(a) : !pagina.Ruta.Contains("/municipio/", StringComparison.Ordinal) ? modelo.Fuerzas()
                    : modelo.Candidaturas(modelo.Eleccion.Area(new(filas[0].Area)), filas);
                pagina.Exigir($"{t}: {suyas.Count} candidaturas", cuerpo.Count == suyas.Count + 2);
                DeVotos(pagina, tabla, modelo, filas, cuerpo.Select((r, i) => (r, i >= suyas.Count ? ModeloDelCsv.Columna(filas, Columna(modelo, Rotulo(r.Cells[0]))) : Suya(suyas, r))), rp: false);
                break;
            case var t when t.StartsWith("Ventaja por", StringComparison.Ordinal):
                var veces = modelo.Eleccion.Areas.Where(x => x.Tipo != TipoDeArea.SinArea).CountBy(x => Delantera(modelo, x)).ToDictionary();
                pagina.Exigir($"{t}: {veces.Count} renglones", cuerpo.Count == veces.Count);
                cuerpo.ForEach(r => pagina.Comparar($"{t}, {Rotulo(r.Cells[0])}", [$"{veces.GetValueOrDefault(Rotulo(r.Cells[0]))}"], r.Cells[1]));
                break;
            case var t when t.StartsWith("Resultados por", StringComparison.Ordinal):
                ResultadosPorArea(pagina, modelo, t, cuerpo);
                break;
            case var t when t.StartsWith("Secciones (", StringComparison.Ordinal):
                var distintas = filas.Where(f => f.Seccion.Length > 0).Select(f => (f.Area, f.Seccion)).Distinct().ToHashSet();
                pagina.Comparar(t, [$"{distintas.Count}"], tabla.Caption);
                pagina.Exigir($"{t}: son otras", distintas.SetEquals(cuerpo.Select(r => DeSeccion(pagina, r))));
                foreach (var fila in cuerpo)
                {
                    var c = modelo.Cifras(modelo.DeSeccion(DeSeccion(pagina, fila).Area, DeSeccion(pagina, fila).Seccion), estado: false);
                    pagina.Comparar($"{t}, {Rotulo(fila.Cells[0])}", [c[3], c[0], c[5], c[10]], fila.Cells.Skip(1));
                }

                break;
            case var t when t.StartsWith("Municipios (", StringComparison.Ordinal):
                pagina.Comparar(t, [$"{modelo.Filas.Where(f => f.Seccion.Length > 0).Select(f => f.Municipio).Where(m => m.Length > 0).Distinct().Count()}"], tabla.Caption);
                foreach (var fila in cuerpo)
                {
                    var c = modelo.Cifras(modelo.DeMunicipio(Enlace(pagina, fila).Split('/')[^2]), estado: false);
                    pagina.Comparar($"{t}, {Rotulo(fila.Cells[0])}", [c[5], c[0], c[10], c[12]], fila.Cells.Skip(1));
                }

                break;
            case var t when t.StartsWith("Participación por", StringComparison.Ordinal):
                pagina.Exigir($"{t}: faltan áreas", cuerpo.Count == modelo.Eleccion.Areas.Count);
                foreach (var fila in cuerpo)
                {
                    var c = modelo.CifrasDeArea(Clave(pagina, fila));
                    pagina.Comparar($"{t}, {Rotulo(fila.Cells[0])}", [modelo.Ultimo ? c[10] : c[11], c[9], c[12]], fila.Cells.Skip(1));
                    Barra(pagina, fila.Cells[0], c[12]);
                }

                break;
            case var t when tabla.ClassList.Contains("actas"):
                ListaDeActas(pagina, tabla, modelo, filas);
                break;
            case var t when t.StartsWith("Fuera de catálogo", StringComparison.Ordinal):
                pagina.Comparar(t, [$"{modelo.Fuera.Count}"], tabla.Caption);
                pagina.Exigir($"{t}: {cuerpo.Count} renglones", cuerpo.Count == modelo.Fuera.Count);
                foreach (var (fila, suya) in cuerpo.Zip(modelo.Fuera))
                {
                    pagina.CompararTexto(t, suya.Nombre, fila.Cells[0]);
                    pagina.CompararTexto($"{t}, acopio", EnZona(suya["FECHA_HORA_ACOPIO"], modelo), fila.Cells[1]);
                    pagina.CompararTexto($"{t}, código", suya["CODIGO_INTEGRIDAD"], fila.Cells[2].QuerySelector("code")!);
                }

                break;
            case "Avance por corte":
                foreach (var (fila, (_, suyo)) in cuerpo.AsEnumerable().Reverse().Zip(Hasta(pagina.Ruta, modelo)))
                {
                    var c = suyo.CifrasDelEstado;
                    pagina.Comparar(titulo, [c[3], c[4], c[5], c[6], c[12]], fila.Cells.Skip(1));
                }

                break;
            case var t when pagina.Ruta.EndsWith("/estadistica.html", StringComparison.Ordinal):
                Estadistica(pagina, modelo, t, tabla);
                break;
            case "Votos que se agregaron" or ['Á', 'r', 'e', 'a', 's', ..]:
                Cambios(pagina, tabla, modelo, titulo, cuerpo);
                break;
            case var t when t.StartsWith("Municipios por Sistema", StringComparison.Ordinal):
                SistemasNormativos(pagina, tabla, cuerpo);
                break;
            default:
                pagina.Exigir($"la tabla «{titulo}» no se sabe recalcular", false);
                break;
        }
    }

    private void DeVotos(PaginaLeida pagina, IHtmlTableElement tabla, ModeloDelCsv modelo, IReadOnlyList<ModeloDelCsv.Fila> filas, IEnumerable<(IHtmlTableRowElement Fila, long Votos)> esperados, bool rp)
    {
        var (titulo, total, suma) = (tabla.Caption!.TextContent, modelo.Total(filas, rp), 0L);
        foreach (var (fila, votos) in esperados)
        {
            var porcentaje = ModeloDelCsv.Porcentaje(votos, total);
            pagina.Comparar($"{titulo}, {Rotulo(fila.Cells[0])}", [$"{votos}", porcentaje], fila.Cells.Skip(1));
            Barra(pagina, fila.Cells[0], porcentaje);
            suma += votos;
        }

        pagina.Exigir($"{titulo}: sus renglones suman {suma} y el CSV da {total}", suma == total);
        pagina.Comparar($"{titulo}, total", [$"{total}", total == 0 ? "0.0000" : "100.0000"], tabla.Foot!.Rows[0].Cells.Skip(1));
    }

    private static void Barra(PaginaLeida pagina, IElement celda, string porcentaje)
    {
        var ancho = celda.QuerySelector("svg.barra rect")?.GetAttribute("width");
        pagina.Exigir($"la barra de {Rotulo(celda)} mide {ancho} y su porcentaje es {porcentaje}",
            ancho is null || long.Parse(ancho) == Math.Min(1_000_000, long.Parse(porcentaje.Replace(".", "", StringComparison.Ordinal))));
    }

    // Rows come by votes: the label tells the force, beside it when the row is under a person's name.
    private static long Suya(List<(string Fuerza, long Votos)> suyas, IHtmlTableRowElement fila)
    {
        var fuerza = fila.Cells[0].QuerySelector("small")?.TextContent.Trim() ?? Rotulo(fila.Cells[0]);
        return suyas.Where(s => s.Fuerza == fuerza).Select(s => s.Votos).DefaultIfEmpty(-1).First();
    }

    private void ResultadosPorArea(PaginaLeida pagina, ModeloDelCsv modelo, string titulo, List<IHtmlTableRowElement> cuerpo)
    {
        pagina.Exigir($"{titulo}: faltan áreas", cuerpo.Count == modelo.Eleccion.Areas.Count);
        foreach (var fila in cuerpo)
        {
            var clave = Clave(pagina, fila);
            var (fuerzas, votos, diferencia, porcentaje) = modelo.Ventaja(modelo.Eleccion.Area(new(clave)));
            pagina.Exigir($"{titulo}, {clave}: la ventaja es de {string.Join(" y ", fuerzas)}", fuerzas.All(f => fila.Cells[1].TextContent.Contains(f, StringComparison.Ordinal)));
            pagina.Comparar($"{titulo}, {clave}", [.. fuerzas.Count == 0 ? Array.Empty<string>() : [$"{votos}", porcentaje], $"{diferencia}", modelo.CifrasDeArea(clave)[6]], fila.Cells.Skip(1));
        }
    }

    private void ListaDeActas(PaginaLeida pagina, IHtmlTableElement tabla, ModeloDelCsv modelo, IReadOnlyList<ModeloDelCsv.Fila> filas)
    {
        var titulo = tabla.Caption!.TextContent;
        List<ModeloDelCsv.Fila> suyas = [.. filas.Where(f => Path.GetFileName(pagina.Ruta) switch
        {
            "inconsistencias.html" => f.Inconsistente,
            "sin-acta.html" => f.SinActa,
            "rp.html" => f.EsRp,
            "index.html" => f.Seccion.Length == 0,
            _ => true,
        })];
        pagina.Comparar(titulo, [$"{suyas.Count}"], tabla.Caption);
        pagina.Exigir($"{titulo}: {suyas.Count} actas", tabla.Bodies[0].Rows.Length == suyas.Count);
        foreach (var (fila, suya) in tabla.Bodies[0].Rows.Zip(suyas))
        {
            var enlace = fila.QuerySelector("a");
            pagina.Exigir($"{titulo}, {suya.Nombre}: enlace", suya.Capturada ? enlace is not null && Path.GetFileName(Enlace(pagina, fila)).Split('.')[0] == suya.Nombre : enlace is null);
            pagina.Comparar($"{titulo}, {suya.Nombre}", [.. suya.Seccion.Length > 0 && !pagina.Ruta.Contains("/seccion/", StringComparison.Ordinal) ? [suya.Seccion] : Array.Empty<string>(), .. suya.Casilla], fila.Cells[0]);
            pagina.Comparar($"{titulo}, {suya.Nombre}, votos",
                [.. suya["TOTAL_VOTOS_CALCULADO"] is { Length: > 0 } v && v.All(char.IsAsciiDigit) ? [v] : Array.Empty<string>(), .. suya.Numero("LISTA_NOMINAL") is var l && l > 0 ? [$"{l}"] : Array.Empty<string>()], fila.Cells[2]);
            pagina.Exigir($"{titulo}, {suya.Nombre}: «{fila.Cells[1].TextContent.Trim()}»", fila.Cells[1].QuerySelector(".estado")!.TextContent == Estado(suya));
        }
    }

    private static string Estado(ModeloDelCsv.Fila fila) => !fila.Capturada ? "Por capturar" : fila.SinActa ? "Sin acta" : !fila.Cuenta ? "No contabilizada" : fila.Inconsistente ? "Contabilizada, con inconsistencia" : "Contabilizada";

    private static string Delantera(ModeloDelCsv modelo, Area area) => modelo.Ventaja(area).Fuerzas switch { [] => "Sin datos todavía", [var una] => una, _ => "Empate" };

    private static string Enlace(PaginaLeida pagina, IElement fila) => fila.QuerySelector("a") is { } a ? Uri.UnescapeDataString(pagina.Resolver(a.GetAttribute("href")!)) : "";

    // Of the area that the row leads to.
    private static string Clave(PaginaLeida pagina, IElement fila) => ClaveDe(Enlace(pagina, fila));

    private static string ClaveDe(string ruta) => ruta.Split('/') switch
    {
        ["cortes", _, _, "sin-area", ..] => "000",
        ["cortes", _, _, "distrito" or "municipio", var clave, ..] => clave,
        _ => "",
    };

    private static (string Area, string Seccion) DeSeccion(PaginaLeida pagina, IElement fila) => (Clave(pagina, fila), Path.GetFileNameWithoutExtension(Enlace(pagina, fila)));

    private static bool EsDeRp(string titulo) => titulo.EndsWith("proporcional", StringComparison.Ordinal);

    private static IReadOnlyList<ModeloDelCsv.Fila> Ambito(string ruta, ModeloDelCsv modelo) => (ClaveDe(ruta), ruta.Split('/')) switch
    {
        ({ Length: > 0 } clave, [.., "seccion", var archivo]) => modelo.DeSeccion(clave, Path.GetFileNameWithoutExtension(archivo)),
        ({ Length: > 0 } clave, _) => AreaDe(ruta, modelo) is { } area ? modelo.DeArea(area.Id.Clave) : modelo.DeMunicipio(clave),
        (_, [.., "voto-en-el-extranjero.html"]) => [.. modelo.Filas.Where(f => f["TIPO_CASILLA"] == "M")],
        (_, [.., "voto-anticipado.html"]) => [.. modelo.Filas.Where(f => f["TIPO_CASILLA"] == "A")],
        (_, [.., "prision-preventiva.html"]) => [.. modelo.Filas.Where(f => f["TIPO_CASILLA"] == "P")],
        _ => modelo.Filas,
    };

    private static Area? AreaDe(string ruta, ModeloDelCsv modelo) => ruta.Split('/') is [_, _, _, "distrito" or "municipio" or "sin-area", ..] partes
        && (partes[3] != "municipio" || modelo.Eleccion.TipoDeArea == TipoDeArea.Municipio) ? modelo.Eleccion.BuscarArea(new(ClaveDe(ruta))) : null;

    private static string Columna(ModeloDelCsv modelo, string rotulo) => rotulo switch { "Candidaturas no registradas" => modelo.NoRegistradas, "Votos nulos" => "NULOS", _ => rotulo };

    private static string Rotulo(IElement celda) =>
        string.Concat(celda.ChildNodes.Where(n => n is not IElement { LocalName: "svg" }).TakeWhile(n => n is not IElement { LocalName: "small" }).Select(n => n.TextContent)).Trim();
}
