using System.Collections.Concurrent;
using HandlebarsDotNet;
using HandlebarsDotNet.Compiler;
using Prep.Dominio;

namespace Prep.Documentos;

/// <summary>Documents that an institute words as it wants, without code: <c>NAME.html</c> with <c>{{value}}</c>, <c>{{#each}}</c> and <c>{{#if}}</c>. Every value is escaped; there is no way to ask otherwise. A template takes what it shares with others from a part, <c>{{> _acta}}</c>: a file whose name begins with <c>_</c>.</summary>
/// <param name="carpetas">Where templates are looked for, the institute's before ours.</param>
public sealed class Plantillas(params IReadOnlyList<string> carpetas)
{
    private readonly ConcurrentDictionary<string, (string Sello, HandlebarsTemplate<object, object> Plantilla)> _preparadas = new();

    /// <summary>The templates that come with the program.</summary>
    public static string DelPrograma => Path.Combine(AppContext.BaseDirectory, "plantillas");

    /// <summary>Those of a store, the institute's own in its folder <c>plantillas</c> before the program's.</summary>
    public static Plantillas Del(string almacen) => new(Path.Combine(almacen, "plantillas"), DelPrograma);

    /// <summary>A row of a list in a template.</summary>
    public static Dictionary<string, object?> Renglon(params IEnumerable<(string Nombre, object? Valor)> celdas) => celdas.ToDictionary(c => c.Nombre, c => c.Valor);

    /// <summary>What a person wrote, a row of <c>texto</c> to each of its lines; none for those left blank.</summary>
    public static Dictionary<string, object?>[] Parrafos(string texto) => [.. texto.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(t => Renglon(("texto", t)))];

    /// <returns>The page; or <c>plantilla_no_existe</c>, <c>plantilla_mala</c> with file, line and what is wrong.</returns>
    public Result<string> Llenar(string nombre, IReadOnlyDictionary<string, object?> datos)
    {
        if (carpetas.Select(c => Path.Combine(c, $"{nombre}.html")).FirstOrDefault(File.Exists) is not { } archivo)
        {
            return new Rechazo("plantilla_no_existe", $"No está la plantilla {nombre}.html en {string.Join(" ni en ", carpetas)}. Reinstale el programa o copie ahí la plantilla.", ClaseDeRechazo.NoExiste);
        }

        var texto = File.ReadAllText(archivo);
        if (RevisionDePlantilla.Falta(texto) is { } falta)
        {
            return Mala(archivo, falta);
        }

        try
        {
            return Preparada(nombre, archivo, texto)(datos);
        }
        catch (Exception e) when (e is HandlebarsException or HandlebarsUndefinedBindingException or InvalidOperationException or ArgumentException)
        {
            return Mala(archivo, RevisionDePlantilla.De(texto, e.Message));
        }
    }

    // Preparing one takes longer than filling it, and a file that did not change gives the same.
    private HandlebarsTemplate<object, object> Preparada(string nombre, string archivo, string texto)
    {
        // Ours before, so that the institute's of the same name takes its place.
        var partes = carpetas.Reverse().Where(Directory.Exists).SelectMany(c => Directory.EnumerateFiles(c, "_*.html").Order(StringComparer.Ordinal)).ToList();
        var sello = string.Join('|', partes.Append(archivo).Select(a => $"{a} {File.GetLastWriteTimeUtc(a).Ticks} {new FileInfo(a).Length}"));
        if (_preparadas.TryGetValue(nombre, out var ya) && ya.Sello == sello)
        {
            return ya.Plantilla;
        }

        var manubrio = Handlebars.Create(new HandlebarsConfiguration { ThrowOnUnresolvedBindingExpression = true });
        foreach (var parte in partes)
        {
            manubrio.RegisterTemplate(Path.GetFileNameWithoutExtension(parte), File.ReadAllText(parte));
        }

        var plantilla = manubrio.Compile(texto);
        _preparadas[nombre] = (sello, plantilla);
        return plantilla;
    }

    private static Rechazo Mala(string archivo, (int Linea, string Que) falta) =>
        new("plantilla_mala", $"{archivo}, línea {falta.Linea}: {falta.Que} Corrija la plantilla, o bórrela para usar la del programa.");
}
