using System.Collections.Frozen;
using System.Reflection;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Prep.Pantallas;

/// <summary>Styles, modules and pictures of the screens, read once from inside the program. All live under one address that names their content: a browser keeps them for ever, and a new version is a new address.</summary>
/// <remarks>One hash for all of them, so that modules import each other by relative name.</remarks>
public sealed class RecursosDePantalla
{
    private readonly FrozenDictionary<string, byte[]> _archivos;
    private readonly string _huella;

    /// <param name="ensamblados">Where to look; two resources of one name are a mistake of the house.</param>
    /// <exception cref="ArgumentException">A name is repeated.</exception>
    public RecursosDePantalla(params IEnumerable<Assembly> ensamblados)
    {
        _archivos = ensamblados.Append(typeof(RecursosDePantalla).Assembly).Distinct()
            .SelectMany(e => e.GetManifestResourceNames().Where(n => Tipo(n) is not null).Select(n => (Nombre: n, Bytes: Leer(e, n))))
            .ToFrozenDictionary(r => r.Nombre, r => r.Bytes, StringComparer.Ordinal);
        using var suma = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (nombre, bytes) in _archivos.OrderBy(a => a.Key, StringComparer.Ordinal))
        {
            suma.AppendData(System.Text.Encoding.UTF8.GetBytes(nombre));
            suma.AppendData(bytes);
        }

        _huella = Convert.ToHexStringLower(suma.GetHashAndReset())[..16];
    }

    /// <summary>Address of a resource, from the root of the host.</summary>
    /// <exception cref="KeyNotFoundException">There is no such file.</exception>
    public string Ruta(string nombre) =>
        _archivos.ContainsKey(nombre) ? $"/recursos/{_huella}/{nombre}" : throw new KeyNotFoundException($"No hay un recurso {nombre}.");

    /// <summary>Serves them to anyone: they hold nothing of the process.</summary>
    public void Map(IEndpointRouteBuilder rutas) => rutas.MapGet("/recursos/{huella}/{nombre}", (string huella, string nombre, HttpResponse respuesta) =>
    {
        if (huella != _huella || !_archivos.TryGetValue(nombre, out var bytes))
        {
            return Results.NotFound();
        }

        respuesta.Headers.CacheControl = "public, max-age=31536000, immutable";
        respuesta.Headers.XContentTypeOptions = "nosniff";
        return Results.Bytes(bytes, Tipo(nombre));
    }).AllowAnonymous().ExcludeFromDescription();

    private static string? Tipo(string nombre) => Path.GetExtension(nombre) switch
    {
        ".css" => "text/css; charset=utf-8",
        ".js" => "text/javascript; charset=utf-8",
        ".png" => "image/png",
        _ => null,
    };

    private static byte[] Leer(Assembly ensamblado, string nombre)
    {
        using var flujo = ensamblado.GetManifestResourceStream(nombre)!;
        using MemoryStream bytes = new();
        flujo.CopyTo(bytes);
        return bytes.ToArray();
    }
}
