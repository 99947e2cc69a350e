using System.Globalization;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Components;
using Prep.Dominio.Actas;
using Prep.Dominio.Catalogo;
using Prep.Operacion.Puestos;

namespace Prep.Operacion.Tablero;

/// <summary>Charts as SVG made at the server: shapes with classes, no style of their own. Each stands beside the table that says the same.</summary>
public static class Grafica
{
    private const int Ancho = 480;
    private const int Puntos = 160;

    /// <summary>The four steps that the charts follow, with the class that draws each.</summary>
    public static readonly IReadOnlyList<(string Nombre, string Clase, Func<Minuto, int> De)> Pasos =
    [
        ("Llegaron", "g-llegaron", m => m.Llegadas), ("Primera captura", "g-captura", m => m.PrimerasCapturas), ("Verificadas", "g-verificadas", m => m.Verificadas), ("Publicadas", "g-publicadas", m => m.Publicadas),
    ];

    public static string Clase(Etapa etapa) => $"e-{etapa.ToString().ToLowerInvariant()}";

    public static string Clase(EstadoDePapel papel) => $"p-{papel.ToString().ToLowerInvariant()}";

    /// <summary>Parts of a whole, one after another.</summary>
    public static MarkupString Barra(string titulo, IReadOnlyList<(string Clase, int Cuantas)> partes)
    {
        var (svg, total, x) = (Abrir(titulo, 32, "g-barra"), Math.Max(1, partes.Sum(p => p.Cuantas)), 0.0);
        foreach (var (clase, cuantas) in partes.Where(p => p.Cuantas > 0))
        {
            var ancho = Ancho * cuantas / (double)total;
            svg.Append(CultureInfo.InvariantCulture, $"""<rect class="{clase}" x="{x:0.##}" y="0" width="{Math.Max(ancho - 1, 1):0.##}" height="32"/>""");
            x += ancho;
        }

        return Cerrar(svg);
    }

    /// <summary>How many of the expected had come to each step, from the opening.</summary>
    public static MarkupString Avance(IReadOnlyList<Minuto> minutos, int esperadas, Proceso proceso)
    {
        const int arriba = 12, abajo = 200, izquierda = 52;
        var svg = Abrir("Avance de la noche: porcentaje de las actas esperadas que ha llegado a cada paso", 232, "");
        foreach (var porciento in new[] { 0, 25, 50, 75, 100 })
        {
            var y = abajo - ((abajo - arriba) * porciento / 100);
            svg.Append(CultureInfo.InvariantCulture, $"""<line class="g-reja" x1="{izquierda}" y1="{y}" x2="{Ancho}" y2="{y}"/><text class="g-texto g-fin" x="{izquierda - 6}" y="{y + 5}">{porciento} %</text>""");
        }

        var acumulados = AvanceDeTablero.Acumular(minutos);
        var ultimo = acumulados.Count - 1;
        foreach (var (en, lugar) in new[] { (acumulados[0].En, "g-inicio"), (acumulados[ultimo / 2].En, "g-medio"), (acumulados[ultimo].En, "g-fin") }.DistinctBy(m => m.En))
        {
            svg.Append(CultureInfo.InvariantCulture, $"""<text class="g-texto {lugar}" x="{X((int)(en - acumulados[0].En).TotalMinutes):0.#}" y="224">{proceso.Hora(en)}</text>""");
        }

        var cada = Math.Max(1, (ultimo + Puntos - 1) / Puntos);
        foreach (var (_, clase, de) in Pasos)
        {
            svg.Append($"""<polyline class="g-linea {clase}" points=" """.TrimEnd());
            foreach (var i in Enumerable.Range(0, ultimo + 1).Where(i => i % cada == 0 || i == ultimo))
            {
                svg.Append(CultureInfo.InvariantCulture, $"{X(i):0.#},{abajo - ((abajo - arriba) * de(acumulados[i]) / (double)Math.Max(1, esperadas)):0.#} ");
            }

            svg.Append("\"/>");
        }

        return Cerrar(svg);

        double X(int minuto) => izquierda + ((Ancho - izquierda - 4) * (ultimo == 0 ? 0 : minuto / (double)ultimo));
    }

    /// <summary>Bars a minute, a row for each step, each row to its own scale.</summary>
    public static MarkupString Ritmo(IReadOnlyList<Minuto> minutos, Proceso proceso)
    {
        const int alto = 62;
        var svg = Abrir("Ritmo de la última hora: cuántas actas por minuto en cada paso", (Pasos.Count * alto) + 22, "");
        var paso = Ancho / (double)Math.Max(1, minutos.Count);
        foreach (var (fila, (nombre, clase, de)) in Pasos.Index())
        {
            var (maximo, base0) = (Math.Max(1, minutos.Max(de)), (fila + 1) * alto);
            svg.Append(CultureInfo.InvariantCulture, $"""<text class="g-texto" x="0" y="{base0 - alto + 16}">{nombre}: {minutos.Sum(de):N0}; el mejor minuto, {minutos.Max(de):N0}</text><line class="g-reja" x1="0" y1="{base0}" x2="{Ancho}" y2="{base0}"/>""");
            foreach (var (i, minuto) in minutos.Index().Where(m => de(m.Item) > 0))
            {
                var altura = (alto - 24) * de(minuto) / (double)maximo;
                svg.Append(CultureInfo.InvariantCulture, $"""<rect class="{clase}" x="{i * paso:0.##}" y="{base0 - altura:0.##}" width="{Math.Max(paso - 1.5, 1):0.##}" height="{altura:0.##}"/>""");
            }
        }

        var pie = (Pasos.Count * alto) + 18;
        svg.Append(CultureInfo.InvariantCulture, $"""<text class="g-texto g-inicio" x="0" y="{pie}">{proceso.Hora(minutos[0].En)}</text><text class="g-texto g-fin" x="{Ancho}" y="{pie}">{proceso.Hora(minutos[^1].En)}</text>""");
        return Cerrar(svg);
    }

    /// <summary>Half and nearly all of each leg, to one scale.</summary>
    public static MarkupString Tramos(IReadOnlyList<Tramo> tramos)
    {
        var svg = Abrir("Cuánto tarda cada tramo en toda la noche: la mitad de las actas y casi todas", tramos.Count * 48, "");
        var maximo = Math.Max(1, tramos.Max(t => t.P95.TotalSeconds));
        foreach (var (i, tramo) in tramos.Index())
        {
            var y = i * 48;
            svg.Append(CultureInfo.InvariantCulture, $"""<text class="g-texto" x="0" y="{y + 16}">{WebUtility.HtmlEncode(tramo.Nombre)}: {(tramo.Cuantas == 0 ? "sin datos" : $"{Palabras.De(tramo.P50)} · {Palabras.De(tramo.P95)}")}</text>""");
            svg.Append(CultureInfo.InvariantCulture, $"""<rect class="g-casi" x="0" y="{y + 24}" width="{Math.Max(1, Ancho * tramo.P95.TotalSeconds / maximo):0.#}" height="14"/><rect class="g-mitad" x="0" y="{y + 24}" width="{Math.Max(1, Ancho * tramo.P50.TotalSeconds / maximo):0.#}" height="14"/>""");
        }

        return Cerrar(svg);
    }

    private static StringBuilder Abrir(string titulo, int alto, string clase) =>
        new StringBuilder(2048).Append(CultureInfo.InvariantCulture, $"""<svg class="grafica {clase}" viewBox="0 0 {Ancho} {alto}" role="img" aria-label="{WebUtility.HtmlEncode(titulo)}"{(clase == "g-barra" ? " preserveAspectRatio=\"none\"" : "")}>""");

    private static MarkupString Cerrar(StringBuilder svg) => new(svg.Append("</svg>").ToString());
}
