using System.Collections.Concurrent;
using Microsoft.Net.Http.Headers;
using Prep.Publicacion.Paquete;

namespace Prep.Servicios;

/// <summary>Serves a publication from its folder: read-only, no database, the same bytes that a difusor mirrors.</summary>
/// <remarks>Only the pointers are short-lived; all else is immutable and kept in memory up to a bound.</remarks>
public sealed class SitioPublico(string carpeta)
{
    private const long MemoriaMaxima = 256L << 20;
    private const int ArchivoMaximo = 2 << 20;
    private const string BajoActual = RutasDePaquete.EnlaceActual + "/";

    private readonly string _raiz = Path.GetFullPath(carpeta);
    private readonly ConcurrentDictionary<string, Respuesta> _memoria = new(StringComparer.Ordinal);
    private long _ocupado;

    private sealed record Respuesta(byte[] Bytes, string Tipo, bool Comprimida);

    public static void Map(WebApplication app, string carpeta)
    {
        var sitio = new SitioPublico(carpeta);
        app.MapMethods("/{**ruta}", [HttpMethods.Get, HttpMethods.Head], sitio.ResponderAsync);
    }

    public async Task ResponderAsync(HttpContext contexto)
    {
        var ruta = contexto.Request.Path.Value!.TrimStart('/');
        if (ruta.Length == 0 || ruta.EndsWith('/'))
        {
            ruta += "index.html";
        }

        var respuesta = contexto.Response;
        respuesta.Headers.XContentTypeOptions = "nosniff";
        respuesta.Headers.ContentSecurityPolicy = "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'self'";
        respuesta.Headers[HeaderNames.AccessControlAllowOrigin] = "*";
        if (ruta == RutasDePaquete.EnlaceActual || ruta.StartsWith(BajoActual, StringComparison.Ordinal))
        {
            IrAlCorte(respuesta, ruta);
            return;
        }

        var acepta = AceptaBrotli(contexto.Request.Headers.AcceptEncoding.ToString());
        var efimera = EsEfimera(ruta);

        if (!efimera && _memoria.TryGetValue(acepta ? ruta + "\0br" : ruta, out var guardada))
        {
            await EnviarAsync(contexto, guardada, efimera);
            return;
        }

        if (Buscar(ruta, acepta) is not { } hallado)
        {
            if (ruta == "index.html")
            {
                await SinCorteAsync(contexto);
                return;
            }

            respuesta.StatusCode = StatusCodes.Status404NotFound;
            respuesta.ContentType = "text/plain; charset=utf-8";
            await respuesta.WriteAsync("No existe en esta publicación. Vuelva al inicio: /index.html", contexto.RequestAborted);
            return;
        }

        if (new FileInfo(hallado.Archivo).Length > ArchivoMaximo)
        {
            Encabezar(respuesta, Tipo(ruta), hallado.Comprimida, efimera);
            respuesta.ContentLength = new FileInfo(hallado.Archivo).Length;
            if (!HttpMethods.IsHead(contexto.Request.Method))
            {
                await respuesta.SendFileAsync(hallado.Archivo, contexto.RequestAborted);
            }

            return;
        }

        var leida = new Respuesta(await File.ReadAllBytesAsync(hallado.Archivo, contexto.RequestAborted), Tipo(ruta), hallado.Comprimida);
        // An image can be withdrawn: it is served while its file is there.
        if (!efimera && !ruta.StartsWith("imagenes/", StringComparison.Ordinal) && Interlocked.Add(ref _ocupado, leida.Bytes.Length) <= MemoriaMaxima)
        {
            _memoria[acepta ? ruta + "\0br" : ruta] = leida;
        }

        await EnviarAsync(contexto, leida, efimera);
    }

    // The link is one folder less deep than the corte it points at: a page served from there would break every link that climbs.
    private void IrAlCorte(HttpResponse respuesta, string ruta)
    {
        if (EstadoDePublicacion.LeerActual(_raiz) is not { IsOk: true, Value.Corte: { Length: > 0 } corte })
        {
            respuesta.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        // Relative: it holds behind a proxy that serves the publication under a path.
        var subidas = string.Concat(Enumerable.Repeat("../", ruta.Count(c => c == '/')));
        var resto = ruta.Length > BajoActual.Length ? ruta[BajoActual.Length..] : RutasDePaquete.Portada;
        respuesta.StatusCode = StatusCodes.Status302Found;
        respuesta.Headers.CacheControl = "public, max-age=5";
        respuesta.Headers.Location = $"{subidas}{RutasDePaquete.Cortes}/{corte}/{new PathString("/" + resto).ToUriComponent()[1..]}";
    }

    // Before the first corte of a night there is nothing to serve: say so, and look again.
    private static Task SinCorteAsync(HttpContext contexto)
    {
        contexto.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        contexto.Response.ContentType = "text/html; charset=utf-8";
        contexto.Response.Headers.RetryAfter = "5";
        contexto.Response.Headers.CacheControl = "no-store";
        return contexto.Response.WriteAsync(
            """
            <!doctype html><html lang="es-MX"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
            <meta http-equiv="refresh" content="5"><title>PREP</title></head>
            <body style="font:1.1rem/1.5 system-ui,sans-serif;margin:2rem;color-scheme:light dark"><h1>Todavía no hay ningún corte publicado</h1>
            <p>Esta página se actualiza sola en cuanto se publique el primero.</p></body></html>
            """,
            contexto.RequestAborted);
    }

    private static async Task EnviarAsync(HttpContext contexto, Respuesta cuerpo, bool efimera)
    {
        Encabezar(contexto.Response, cuerpo.Tipo, cuerpo.Comprimida, efimera);
        contexto.Response.ContentLength = cuerpo.Bytes.Length;
        if (!HttpMethods.IsHead(contexto.Request.Method))
        {
            await contexto.Response.Body.WriteAsync(cuerpo.Bytes, contexto.RequestAborted);
        }
    }

    private static void Encabezar(HttpResponse respuesta, string tipo, bool comprimida, bool efimera)
    {
        respuesta.ContentType = tipo;
        respuesta.Headers.CacheControl = efimera ? "public, max-age=5" : "public, max-age=31536000, immutable";
        respuesta.Headers.Vary = "Accept-Encoding";
        if (comprimida)
        {
            respuesta.Headers.ContentEncoding = "br";
        }
    }

    private static bool AceptaBrotli(string acepta) => StringWithQualityHeaderValue.TryParseList(acepta.Split(','), out var formas)
        && formas.Any(f => f.Value.Equals("br", StringComparison.OrdinalIgnoreCase) && f.Quality is not 0);

    // The pointers of design.md §5: only these change.
    private static bool EsEfimera(string ruta) =>
        ruta is "index.html" or "actual.json" or "clave-publica.pem";

    private (string Archivo, bool Comprimida)? Buscar(string ruta, bool acepta)
    {
        var archivo = Path.GetFullPath(Path.Combine(_raiz, ruta));
        if (!archivo.StartsWith(_raiz + Path.DirectorySeparatorChar, StringComparison.Ordinal) || ruta.Split('/').Any(p => p.StartsWith('.')))
        {
            return null;
        }

        if (acepta && File.Exists(archivo + ".br"))
        {
            return (archivo + ".br", true);
        }

        return File.Exists(archivo) ? (archivo, false) : null;
    }

    private static string Tipo(string ruta) => Path.GetExtension(ruta) switch
    {
        ".html" => "text/html; charset=utf-8",
        ".json" => "application/json; charset=utf-8",
        ".jsonl" => "application/jsonl; charset=utf-8",
        ".css" => "text/css; charset=utf-8",
        ".js" => "text/javascript; charset=utf-8",
        ".svg" => "image/svg+xml",
        ".jpg" => "image/jpeg",
        ".csv" => "text/csv; charset=utf-8",
        ".txt" or ".sha256" => "text/plain; charset=utf-8",
        ".pem" => "application/x-pem-file",
        ".zip" => "application/zip",
        _ => "application/octet-stream",
    };
}
