using System.Globalization;
using Microsoft.AspNetCore.Components;
using Prep.Dominio.Computo;

namespace Prep.Publicacion.Sitio.Paginas;

/// <summary>A horizontal bar beside its number: decoration, hidden from readers that read the number. No inline style (CSP).</summary>
internal static class Barra
{
    public static MarkupString De(Porcentaje porcentaje, string? color = null, bool resto = false)
    {
        var ancho = Math.Min(porcentaje.Diezmilesimas, 1_000_000);
        var relleno = color is null ? "" : $" fill=\"{color}\"";
        return new(string.Create(CultureInfo.InvariantCulture,
            $"<svg class=\"{(resto ? "barra resto" : "barra")}\" viewBox=\"0 0 1000000 1\" preserveAspectRatio=\"none\" aria-hidden=\"true\"><rect width=\"{ancho}\" height=\"1\"{relleno}/></svg>"));
    }

    /// <summary>A square of the party's colour before its name; nothing when it has none.</summary>
    public static MarkupString Marca(string? color) => new(color is null ? ""
        : $"<svg class=\"marca\" viewBox=\"0 0 1 1\" aria-hidden=\"true\"><path d=\"M0 0h1v1H0z\" fill=\"{color}\"/></svg>");
}
