using System.Text.RegularExpressions;
using Prep.Dominio;
using Prep.Dominio.Actas;
using Prep.Dominio.Catalogo;

namespace Prep.Operacion.Acopio;

/// <summary>Finds casillas by what a person has at hand: the QR of a label typed by a reader, CLAVE_CASILLA, or section, type and number as people write them.</summary>
/// <remarks>A reader set for another keyboard types another sign where the label has a bar: any sign will do.</remarks>
public static partial class BuscarCasilla
{
    /// <param name="Clave">CLAVE_CASILLA.</param>
    public sealed record Hallada(string Clave, Casilla Casilla, string Lugar);

    /// <returns>One or more; refused with <c>casilla_desconocida</c> or <c>casilla_ilegible</c>.</returns>
    public static Result<IReadOnlyList<Hallada>> Ejecutar(string? texto, Contexto c)
    {
        var escrito = (texto ?? "").Trim().ToUpperInvariant().Replace("'", "");
        if (DeEtiqueta(escrito) is { } etiqueta)
        {
            return Todas(PorEtiqueta(etiqueta, c), c, escrito);
        }

        if (c.Catalogo.DeCasilla(escrito).ToList() is { Count: > 0 } porClave)
        {
            return Todas(porClave, c, escrito);
        }

        if (escrito.Length > LargoDeClave && c.Catalogo.DeCasilla(escrito[..LargoDeClave]).ToList() is { Count: > 0 } porActa)
        {
            return Todas(porActa, c, escrito);
        }

        var dicho = Dicho().Match(escrito);
        if (!dicho.Success)
        {
            return new Rechazo("casilla_ilegible", $"No se entiende «{texto}». Escriba sección, tipo y número, por ejemplo 0412 C2; o pase el lector por el código QR.", ClaseDeRechazo.Entrada);
        }

        return Todas(c.Catalogo.DeSeccion(dicho.Groups["seccion"].Value).Where(n => Coincide(c.Catalogo.Acta(n)!.Value.Acta.Casilla, dicho)), c, escrito);
    }

    /// <summary>The label that a reader typed, with whatever sign its keyboard put between the fields.</summary>
    public static EtiquetaDeActa? DeEtiqueta(string texto) =>
        Tecleada().Match(texto) is { Success: true } m && EtiquetaDeActa.TryParse(string.Join('|', m.Groups.Values.Skip(1).Select(g => g.Value)), out var etiqueta) ? etiqueta : null;

    /// <summary>Expected actas that the label names: one, unless the catalogue repeats it.</summary>
    public static IEnumerable<long> PorEtiqueta(EtiquetaDeActa etiqueta, Contexto c) =>
        c.Catalogo.DeSeccion(etiqueta.Seccion).Where(n => EtiquetaDeActa.De(c.Proceso, c.Catalogo.Acta(n)!.Value.Acta) == etiqueta);

    private const int LargoDeClave = 11;

    private static bool Coincide(Casilla casilla, Match dicho)
    {
        var (tipo, numero, ext) = (dicho.Groups["tipo"].Value, dicho.Groups["numero"].Value, dicho.Groups["ext"].Value);
        return (tipo.Length == 0 || tipo == casilla.Tipo.Letra())
            && (numero.Length == 0 || numero.TrimStart('0') == casilla.Numero.TrimStart('0'))
            && (ext.TrimStart('0') == casilla.ExtContigua.TrimStart('0') || numero.Length == 0);
    }

    private static Result<IReadOnlyList<Hallada>> Todas(IEnumerable<long> numeros, Contexto c, string escrito)
    {
        Hallada[] halladas =
        [
            .. numeros.Select(n => c.Catalogo.Acta(n)!.Value).GroupBy(a => a.Acta.Casilla.Clave)
                .Select(g => new Hallada(g.Key, g.First().Acta.Casilla, g.First().Acta.Casilla.Municipio?.Nombre ?? g.First().Eleccion.BuscarArea(g.First().Acta.Area)?.Nombre ?? ""))
                .OrderBy(h => h.Clave, StringComparer.Ordinal),
        ];
        return halladas.Length > 0
            ? halladas
            : new Rechazo("casilla_desconocida", $"Ninguna casilla del catálogo es «{escrito}». Revise la sección y el número en el acta; si así dice el acta, llame a supervisión.", ClaseDeRechazo.NoExiste);
    }

    [GeneratedRegex(@"^(\d{2})[^A-Z0-9]+(\d{3})[^A-Z0-9]+([A-Z0-9]{1,6})[^A-Z0-9]((?:\d{4})?)[^A-Z0-9]([A-Z]\d{4})$")]
    private static partial Regex Tecleada();

    [GeneratedRegex(@"^(?<seccion>\d{1,4})(?:[\s\-/,.]*(?<tipo>[A-Z])[\s\-]*(?<numero>\d{0,2})(?:[\s\-]*C[\s\-]*(?<ext>\d{1,2}))?)?$")]
    private static partial Regex Dicho();
}
