using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Prep.Dominio.Catalogo;

namespace Prep.Publicacion.Tests.Sitio;

/// <summary>The page of a version of an acta, against its row in the corte that published it.</summary>
internal sealed partial class Rastreador
{
    private static readonly (string Rotulo, string Columna)[] OtrosDatos =
    [
        ("Boletas sobrantes", "TOTAL_BOLETAS_SOBRANTES"), ("Personas que votaron", "TOTAL_PERSONAS_VOTARON"),
        ("Representantes que votaron", "TOTAL_REP_PARTIDO_CI_VOTARON"), ("Votos sacados de la urna", "TOTAL_VOTOS_SACADOS"),
    ];

    private void Acta(PaginaLeida pagina)
    {
        var partes = pagina.Ruta.Split('/');
        var (nombre, version) = (partes[2].Split('.')[0], int.Parse(partes[2].Split('.')[1][1..]));
        var corte = pagina.Documento.QuerySelector("[data-comprobar]")!.GetAttribute("data-corte")!;
        if (DeActa(partes[1], nombre, corte) is not var (modelo, fila))
        {
            pagina.Exigir($"el CSV de {corte} no tiene el acta {nombre}", false);
            return;
        }

        foreach (var tabla in pagina.Todos("table").OfType<IHtmlTableElement>().Where(t => !t.ClassList.Contains("historia-cambios")))
        {
            TablaDelActa(pagina, modelo, fila, tabla);
        }

        var conDatos = fila["TOTAL_VOTOS_CALCULADO"] is { Length: > 0 } suma && suma.All(char.IsAsciiDigit) && !fila.SinActa && fila.Lugar >= 0;
        pagina.Exigir("sus tablas", pagina.Todos("table").Any(t => !t.ClassList.Contains("historia-cambios")) == conDatos);
        pagina.Exigir($"el estado es {Estado(fila)}", fila.Lugar < 0 || pagina.Documento.QuerySelector("h1 + p .estado")!.TextContent == Estado(fila));
        foreach (var dicha in pagina.Todos("h1 + p span").Where(s => s.TextContent.StartsWith("Versión", StringComparison.Ordinal)))
        {
            pagina.Comparar("versión", [$"{version}"], dicha);
        }

        pagina.CompararTexto("vigente desde", Minuto(new Prep.Dominio.Cortes.CorteId(corte).Instante(Zona)), pagina.Documento.QuerySelector(".vigencia time")!);
        foreach (var codigo in pagina.Todos("p code.huella"))
        {
            pagina.CompararTexto("código de integridad", fila["CODIGO_INTEGRIDAD"], codigo);
        }

        foreach (var uso in pagina.Todos("pre, p > code:not(.huella)").Where(c => c.TextContent.Contains(nombre, StringComparison.Ordinal)))
        {
            pagina.CompararTexto("cómo comprobarlo", uso.LocalName == "pre" ? $"sha256sum {nombre}.jpg" : $"certutil -hashfile {nombre}.jpg SHA256", uso);
        }

        if (fila.Lugar >= 0)
        {
            Limite(pagina, modelo, fila, conDatos);
        }
        else
        {
            foreach (var titulo in pagina.Todos("title, h1, .migas li, main h1").Where(t => t.TextContent.Contains(nombre, StringComparison.Ordinal)))
            {
                titulo.DescendantsAndSelf<IText>().Where(t => t.Data.Contains(nombre, StringComparison.Ordinal)).ToList().ForEach(pagina.Explicar);
            }
        }

        Ficha(pagina, modelo, fila);
        Historia(pagina, modelo, fila, partes[1], version);
    }

    private static void TablaDelActa(PaginaLeida pagina, ModeloDelCsv modelo, ModeloDelCsv.Fila fila, IHtmlTableElement tabla)
    {
        var titulo = tabla.Caption!.TextContent;
        var renglones = tabla.Bodies[0].Rows.ToList();
        var otros = OtrosDatos.ToDictionary(o => o.Rotulo, o => o.Columna);
        pagina.Exigir($"{titulo}: {renglones.Count} renglones", renglones.Count == (titulo == "Votos del acta" ? modelo.Eleccion.Area(new(fila.Area)).Boleta.Contendientes.Count + 2 : otros.Count));
        foreach (var renglon in renglones)
        {
            var rotulo = renglon.QuerySelector("small")?.TextContent ?? Rotulo(renglon.Cells[0]);
            pagina.CompararTexto($"{titulo}, {rotulo}", Dicho(fila[otros.GetValueOrDefault(rotulo) ?? Columna(modelo, rotulo)]), renglon.Cells[1]);
        }

        if (tabla.Foot is { } pie)
        {
            pagina.Comparar(titulo, [fila["TOTAL_VOTOS_CALCULADO"]], pie);
            pagina.Exigir("la suma de sus campos", $"{modelo.Votos(fila)}" == fila["TOTAL_VOTOS_CALCULADO"]);
        }
    }

    // The number with its commas, the word with its capital.
    private static string Dicho(string celda) => long.TryParse(celda, out var n) ? n.ToString("N0", System.Globalization.CultureInfo.InvariantCulture) : celda is "N/A" or "-" or "" ? celda : celda[..1] + celda[1..].ToLowerInvariant();

    private static void Limite(PaginaLeida pagina, ModeloDelCsv modelo, ModeloDelCsv.Fila fila, bool conDatos)
    {
        if (pagina.Todos("main p").FirstOrDefault(p => p.TextContent.StartsWith("Límite aplicado", StringComparison.Ordinal)) is not { } parrafo)
        {
            pagina.Exigir("falta el límite aplicado", !conDatos);
            return;
        }

        var (ajustes, casilla) = (modelo.Eleccion.Ajustes, modelo.Eleccion.Actas[fila.Lugar].Casilla);
        var (lista, acreditados, votaron) = (fila.Numero("LISTA_NOMINAL"), fila.Numero("REPRESENTANTES_PP_CI"), fila.Numero("TOTAL_REP_PARTIDO_CI_VOTARON"));
        long boletas = casilla.BoletasAprobadas ?? ajustes.BoletasDeEspecial;
        long[] dichos = fila["TIPO_CASILLA"] switch
        {
            "S" => ajustes.Especial == LimiteDeEspecial.Boletas ? [boletas] : [boletas, acreditados, boletas + acreditados],
            _ when casilla.ListaNominal is null => [],
            "A" or "P" or "M" => [lista],
            _ when ajustes.Ordinaria == LimiteDeOrdinaria.Votaron => [lista, votaron, lista + votaron],
            _ => [lista, acreditados, lista + acreditados],
        };
        pagina.Comparar("límite aplicado", [.. dichos.Select(d => $"{d}"), .. dichos.Length > 0 ? [fila["TOTAL_VOTOS_CALCULADO"]] : Array.Empty<string>()], parrafo);
        pagina.Exigir("excede o no su límite", dichos.Length == 0 || parrafo.TextContent.Contains(": lo excede", StringComparison.Ordinal) == modelo.Votos(fila) > dichos[^1]);
    }

    private void Ficha(PaginaLeida pagina, ModeloDelCsv modelo, ModeloDelCsv.Fila fila)
    {
        foreach (var entrada in pagina.Todos("dl.ficha > div"))
        {
            var (nombre, valor) = (entrada.QuerySelector("dt")!.TextContent, entrada.QuerySelector("dd")!);
            switch (nombre)
            {
                case "Clave del acta":
                    pagina.CompararTexto(nombre, fila.Nombre, valor);
                    break;
                case "Tipo de acta":
                    pagina.Exigir(nombre, valor.TextContent.Split(" · ")[0] == fila["TIPO_ACTA"]);
                    pagina.Explicar(valor);
                    break;
                case "Casilla":
                    pagina.Comparar(nombre, fila.Casilla, valor);
                    break;
                case "Lista nominal" or "Representantes acreditados":
                    var celda = fila[nombre == "Lista nominal" ? "LISTA_NOMINAL" : "REPRESENTANTES_PP_CI"];
                    pagina.Comparar(nombre, long.TryParse(celda, out var n) ? [$"{n}"] : [], valor);
                    break;
                case "Documento":
                    pagina.CompararTexto(nombre, fila["TIPO_DOCUMENTO"], valor);
                    break;
                case "Acopio" or "Captura" or "Verificación":
                    pagina.CompararTexto(nombre, EnZona(fila[$"FECHA_HORA_{nombre.ToUpperInvariant().Replace('Ó', 'O')}"], modelo), valor);
                    break;
            }
        }
    }

    private void Historia(PaginaLeida pagina, ModeloDelCsv modelo, ModeloDelCsv.Fila fila, string eleccion, int version)
    {
        var pasos = pagina.Todos("ol.historia > li").ToList();
        pagina.Exigir($"su historia tiene {pasos.Count} versiones", pasos.Count == (version == 1 ? 0 : version));
        for (var v = version; v >= 1 && pasos.Count > 0; v--)
        {
            var paso = pasos[version - v];
            var suyo = CorteDe(eleccion, fila.Nombre, v);
            pagina.Exigir($"versión {v}: salió en {suyo}", paso.GetAttribute("value") == $"{v}" && paso.QuerySelector("time")!.TextContent == Minuto(new Prep.Dominio.Cortes.CorteId(suyo).Instante(Zona)));
            pagina.Comparar($"versión {v}", [$"{v}"], paso.QuerySelector("p"));
            if (paso.QuerySelector("table") is IHtmlTableElement tabla && v > 1)
            {
                var (ahora, antes) = (DeActa(eleccion, fila.Nombre, suyo)!.Value.Fila, DeActa(eleccion, fila.Nombre, CorteDe(eleccion, fila.Nombre, v - 1))!.Value.Fila);
                pagina.Comparar($"versión {v}", [$"{v}"], tabla.Caption);
                Pasos(pagina, modelo, $"versión {v}", antes, ahora, tabla);
            }
        }
    }

    private static void Pasos(PaginaLeida pagina, ModeloDelCsv modelo, string que, ModeloDelCsv.Fila antes, ModeloDelCsv.Fila ahora, IHtmlTableElement tabla)
    {
        var columnas = OtrosDatos.ToDictionary(o => o.Rotulo, o => o.Columna);
        foreach (var contendiente in modelo.Eleccion.Area(new(ahora.Area)).Boleta.Contendientes.Select(i => modelo.Eleccion.Contendientes[i]))
        {
            columnas[contendiente.Integrantes.Count > 0 ? string.Join(" · ", contendiente.Integrantes.Select(i => modelo.Eleccion.Contendientes[i].Nombre)) : contendiente.Nombre] = contendiente.Nombre;
        }

        (columnas["Candidaturas no registradas"], columnas["Votos nulos"], columnas["Total calculado"]) = (modelo.NoRegistradas, "NULOS", "TOTAL_VOTOS_CALCULADO");
        var distintas = columnas.Where(c => antes[c.Value] != ahora[c.Value]).Select(c => c.Key).ToHashSet();
        foreach (var renglon in tabla.Bodies[0].Rows)
        {
            var rotulo = renglon.Cells[0].TextContent.Trim();
            foreach (var (celda, fila) in renglon.Cells.Skip(1).Zip([antes, ahora]))
            {
                if (columnas.TryGetValue(rotulo, out var columna))
                {
                    pagina.CompararTexto($"{que}, {rotulo}", fila.SinActa ? "—" : Dicho(fila[columna]), celda);
                }
                else if (rotulo == "Código de la imagen")
                {
                    pagina.CompararTexto($"{que}, {rotulo}", fila["CODIGO_INTEGRIDAD"] is { Length: 64 } codigo ? codigo[..12] + "…" : "—", celda);
                }
            }

            distintas.Remove(rotulo);
        }

        pagina.Exigir($"{que}: también cambió {string.Join(", ", distintas)}", distintas.Count == 0);
    }

    // The corte that published a version is in its own page.
    private string CorteDe(string eleccion, string nombre, int version) =>
        DeCorte().Match(File.ReadAllText(Path.Combine(publicacion, $"actas/{eleccion}/{nombre}.v{version}.html"))).Groups[1].Value;

    [GeneratedRegex("data-comprobar[^>]* data-corte=\"([^\"]+)\"")]
    private static partial Regex DeCorte();
}
