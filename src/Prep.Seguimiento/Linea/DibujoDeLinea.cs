using System.Globalization;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Components;
using Prep.Seguimiento.Plan;
using Prep.Seguimiento.Tablero;

namespace Prep.Seguimiento.Linea;

/// <summary>The time line as SVG made at the server: shapes with classes and no style of their own. What a row says stands in its label too.</summary>
public sealed class DibujoDeLinea(EscalaDeTiempo escala, DefinicionDePrograma definicion, DateOnly hoy)
{
    private const int Alto = 34;

    /// <summary>The months, the election day and today.</summary>
    public MarkupString Encabezado()
    {
        var svg = Abrir("Meses", 40);
        foreach (var mes in escala.Meses)
        {
            svg.Append(CultureInfo.InvariantCulture, $"""<text class="l-mes" x="{escala.X(mes.Primero) + 4:0.#}" y="14">{mes.EnPalabras[..3]} {mes.Anio}</text>""");
        }

        Marca(svg, definicion.Jornada, "l-jornada", "Jornada");
        Marca(svg, hoy, "l-hoy", "Hoy");
        return Cerrar(svg);
    }

    /// <summary>A row: the month of each activity with its form and light, and the reference terms as small diamonds.</summary>
    public MarkupString Renglon(IReadOnlyList<(Actividad Actividad, AvanceDeActividad Avance)> actividades, IEnumerable<DateOnly> plazos)
    {
        var svg = Abrir(string.Join("; ", actividades.Select(a => $"{Forma(a.Actividad)}, {a.Actividad.Periodo.EnPalabras}: {Semaforo.De(a.Actividad, a.Avance, hoy).EnPalabras}")), Alto);
        Rayas(svg);
        foreach (var (actividad, avance) in actividades)
        {
            var (x, clase) = (escala.X(actividad.Periodo.Primero), PantallaDeTablero.Clase(Semaforo.De(actividad, avance, hoy).Luz));
            svg.Append(CultureInfo.InvariantCulture, $"""<rect class="l-barra {clase}" x="{x + 1:0.#}" y="6" width="{escala.Fin(actividad.Vence) - x - 2:0.#}" height="22" rx="3"/><text class="l-texto" x="{x + 6:0.#}" y="21">{(avance.Cumplida ? "✓ " : "")}{Forma(actividad)}</text>""");
        }

        foreach (var plazo in plazos.Where(escala.Cabe))
        {
            svg.Append(CultureInfo.InvariantCulture, $"""<path class="l-plazo" d="M{escala.X(plazo):0.#} 1l4 4l-4 4l-4-4z"/>""");
        }

        return Cerrar(svg);
    }

    /// <summary>The sessions: full on their day, hollow in the middle of the month when that is all that is known.</summary>
    public MarkupString Sesiones(IEnumerable<SesionPrevista> sesiones)
    {
        var lista = sesiones.ToList();
        var svg = Abrir(string.Join("; ", lista.Select(s => $"{s.Nombre}, {(s.Fecha is { } dia ? Palabras.De(dia) : s.Mes.EnPalabras)}")), Alto);
        Rayas(svg);
        foreach (var s in lista)
        {
            var dia = s.Fecha ?? s.Mes.Primero.AddDays(14);
            svg.Append(CultureInfo.InvariantCulture, $"""<circle class="l-sesion{(s.Fecha is null ? " l-sin-dia" : "")}" cx="{(escala.X(dia) + escala.Fin(dia)) / 2:0.#}" cy="17" r="7"/>""");
        }

        return Cerrar(svg);
    }

    private static string Forma(Actividad actividad) => actividad.Fase switch { FaseDeDocumento.Proyecto => "Proyecto", FaseDeDocumento.VersionFinal => "Versión final", _ => "Actividad" };

    private void Marca(StringBuilder svg, DateOnly dia, string clase, string nombre)
    {
        if (!escala.Cabe(dia))
        {
            return;
        }

        var (x, izquierda) = (escala.X(dia), escala.X(dia) > escala.Ancho - 60);
        svg.Append(CultureInfo.InvariantCulture, $"""<line class="{clase}" x1="{x:0.#}" y1="20" x2="{x:0.#}" y2="40"/><text class="l-nota{(izquierda ? " l-fin" : "")}" x="{x + (izquierda ? -4 : 4):0.#}" y="34">{nombre}</text>""");
    }

    private void Rayas(StringBuilder svg)
    {
        foreach (var mes in escala.Meses)
        {
            svg.Append(CultureInfo.InvariantCulture, $"""<line class="l-raya" x1="{escala.X(mes.Primero):0.#}" y1="0" x2="{escala.X(mes.Primero):0.#}" y2="{Alto}"/>""");
        }

        foreach (var (dia, clase) in new[] { (definicion.Jornada, "l-jornada"), (hoy, "l-hoy") }.Where(m => escala.Cabe(m.Item1)))
        {
            svg.Append(CultureInfo.InvariantCulture, $"""<line class="{clase}" x1="{escala.X(dia):0.#}" y1="0" x2="{escala.X(dia):0.#}" y2="{Alto}"/>""");
        }
    }

    private StringBuilder Abrir(string titulo, int alto) =>
        new(string.Create(CultureInfo.InvariantCulture, $"""<svg class="linea" role="img" aria-label="{WebUtility.HtmlEncode(titulo)}" width="{escala.Ancho}" height="{alto}" viewBox="0 0 {escala.Ancho} {alto}">"""));

    private static MarkupString Cerrar(StringBuilder svg) => new(svg.Append("</svg>").ToString());
}
