using System.Text.Json;
using Prep.Dominio.Cortes;
using Prep.Publicacion.Paquete;

namespace Prep.Operacion.Hitos;

/// <summary>A folder as it was looked at.</summary>
/// <param name="Archivos">How many files are there that should not be.</param>
/// <param name="Ejemplo">The first of them.</param>
public sealed record CarpetaVista(string Nombre, string Ruta, int Archivos, string? Ejemplo);

/// <summary>A mirror as it answered.</summary>
/// <param name="Impide">It publishes something that is not the zero corte.</param>
public sealed record EspejoVisto(string Direccion, string Dice, bool Impide);

/// <summary>What lies outside the database: images, publication, final package, and who mirrors them.</summary>
public static class LugaresDeCeros
{
    private static readonly EnumerationOptions _todo = new() { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint };

    /// <param name="ceros">The zero corte, when it was already made: its own files are evidence.</param>
    public static IReadOnlyList<CarpetaVista> Carpetas(string almacen, string publicacion, CorteId? ceros) =>
    [
        Ver("Imágenes de actas", Path.Combine(almacen, "imagenes"), _ => true),
        Ver("Imágenes apartadas", Path.Combine(almacen, "apartadas"), _ => true),
        Ver("Publicación", publicacion, r => Sobra(r, ceros)),
        Ver("Paquete final", Path.Combine(almacen, "cierre"), _ => true),
    ];

    /// <summary>Asks each mirror what it serves. One that is silent is no proof of anything: it is listed so.</summary>
    public static async Task<IReadOnlyList<EspejoVisto>> EspejosAsync(IEnumerable<string> direcciones, CorteId? ceros, HttpClient red, CancellationToken ct)
    {
        List<EspejoVisto> vistos = [];
        foreach (var direccion in direcciones)
        {
            vistos.Add(await EspejoAsync(direccion, ceros, red, ct));
        }

        return vistos;
    }

    private static async Task<EspejoVisto> EspejoAsync(string direccion, CorteId? ceros, HttpClient red, CancellationToken ct)
    {
        if (!Uri.TryCreate(direccion.TrimEnd('/') + "/" + RutasDePaquete.Actual, UriKind.Absolute, out var ruta) || ruta.Scheme is not ("http" or "https"))
        {
            return new(direccion, "no respondió: no es una dirección http", false);
        }

        try
        {
            using var respuesta = await red.GetAsync(ruta, ct);
            if (respuesta.StatusCode == System.Net.HttpStatusCode.NotFound)
            {
                return new(direccion, "no publica ningún corte", false);
            }

            if (!respuesta.IsSuccessStatusCode)
            {
                return new(direccion, $"no respondió ({(int)respuesta.StatusCode})", false);
            }

            var corte = Corte(await respuesta.Content.ReadAsByteArrayAsync(ct));
            return corte is { Length: > 0 } && corte == ceros?.Valor
                ? new(direccion, $"publica el corte de ceros {corte}", false)
                : new(direccion, corte is null ? "publica algo que no es de este programa" : $"publica el corte {corte}", true);
        }
        catch (Exception e) when (e is HttpRequestException or OperationCanceledException && !ct.IsCancellationRequested)
        {
            return new(direccion, "no respondió", false);
        }
    }

    private static string? Corte(byte[] actual)
    {
        try
        {
            return JsonDePaquete.Leer<Actual>(actual).Corte;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static CarpetaVista Ver(string nombre, string ruta, Func<string, bool> sobra)
    {
        var archivos = Directory.Exists(ruta)
            ? Directory.EnumerateFiles(ruta, "*", _todo).Select(a => Path.GetRelativePath(ruta, a).Replace('\\', '/')).Where(sobra).Order(StringComparer.Ordinal).ToArray()
            : [];
        return new(nombre, Path.GetFileName(ruta), archivos.Length, archivos.FirstOrDefault());
    }

    // Without a corte only the locks, the public key and what the Commission publishes since months before, which says nothing of a vote; with the zero one, its folder, its segment of the log and what stands at the root.
    private static bool Sobra(string ruta, CorteId? ceros) => ruta is not (RutasDePaquete.Candado or RutasDePaquete.CandadoDeSeguimiento or RutasDePaquete.ClavePublica)
        && ruta.Split('/')[0] is not (RutasDePaquete.Seguimiento or RutasDePaquete.Recursos)
        && (ceros is not { } id || ruta.Split('/') switch
        {
            [RutasDePaquete.Actas or RutasDePaquete.Imagenes, ..] => true,
            [RutasDePaquete.Cortes, var corte, ..] => corte != id.Valor && corte != $".{id}",
            [RutasDePaquete.Registro, var segmento, ..] => !segmento.StartsWith(id.Valor, StringComparison.Ordinal),
            _ => false,
        });
}
