using System.Collections.Concurrent;
using System.IO.Pipelines;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;
using Prep.Publicacion.Paquete;

namespace Prep.Servicios;

/// <summary>Serves a publication from its folder: read-only, no database, the same bytes that a difusor mirrors.</summary>
/// <remarks>
/// What never changes is kept in memory up to a bound; of the pointers, the file is looked at each time, so a new corte appears at once.
/// The query of an address is no part of what is served: it fills no memory.
/// </remarks>
public sealed class SitioPublico : IDisposable
{
    public const long MemoriaPorOmision = 256L << 20;

    /// <summary>Said with every answer. A server in front says the same: docs/operacion/sitio.md.</summary>
    public static readonly IReadOnlyList<KeyValuePair<string, StringValues>> Encabezados =
    [
        new(HeaderNames.ContentSecurityPolicy, "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'self'"),
        new(HeaderNames.XContentTypeOptions, "nosniff"),
        new("Referrer-Policy", "no-referrer"),
        new("Permissions-Policy", "camera=(), microphone=(), geolocation=(), payment=(), usb=()"),
        new("Cross-Origin-Opener-Policy", "same-origin"),
        new(HeaderNames.AccessControlAllowOrigin, "*"),
    ];

    /// <summary>As much as goes to a reader at a time: a slow one holds no more than this.</summary>
    private const int Bocado = 1 << 15;

    // For a piece: 2.7 KB a second, less than any telephone with signal.
    private static readonly TimeSpan _paciencia = TimeSpan.FromSeconds(12);

    private const string Preparativos = $"<p><a href=\"{RutasDePaquete.Seguimiento}/{RutasDePaquete.Portada}\">Preparativos del PREP: plan de trabajo y avance de la Comisión</a></p>";

    private const string Documentos = $"/{RutasDePaquete.DocumentosDelSeguimiento}/";

    private const string BajoActual = RutasDePaquete.EnlaceActual + "/";

    // An array: its enumeration costs nothing.
    private static readonly KeyValuePair<string, StringValues>[] _encabezados = [.. Encabezados];

    private readonly ArchivosDelSitio _archivos;
    private readonly ConcurrentDictionary<ClaveDeCuerpo, Lazy<Task<Cuerpo?>>> _enCurso = new();

    public SitioPublico(string carpeta, long memoria = MemoriaPorOmision) => (_archivos, Memoria) = (new(carpeta), new(memoria));

    public MemoriaDeSitio Memoria { get; }

    public Task ResponderAsync(HttpContext contexto)
    {
        var (peticion, respuesta) = (contexto.Request, contexto.Response);
        foreach (var (nombre, valor) in _encabezados)
        {
            respuesta.Headers[nombre] = valor;
        }

        if (!HttpMethods.IsGet(peticion.Method) && !HttpMethods.IsHead(peticion.Method))
        {
            return SoloSeLeeAsync(contexto);
        }

        var ruta = peticion.Path.Value ?? "";
        if (ruta.Length == 0 || ruta[^1] == '/')
        {
            ruta += ruta.Length == 0 ? "/index.html" : RutasDePaquete.Portada;
        }

        // What others wrote is given to be kept, never opened as a page of the site.
        if (ruta.StartsWith(Documentos, StringComparison.Ordinal))
        {
            respuesta.Headers.ContentDisposition = "attachment";
        }

        var clave = new ClaveDeCuerpo(ruta, TiposDeArchivo.Comprimible(ruta) ? CondicionesDePeticion.FormaAceptada(peticion.Headers.AcceptEncoding) : Forma.Plana);
        return Memoria.Buscar(clave) is { } guardado && guardado.Vigente ? EnviarAsync(contexto, guardado) : BuscarYEnviarAsync(contexto, clave);
    }

    public void Dispose() => _archivos.Dispose();

    private async Task BuscarYEnviarAsync(HttpContext contexto, ClaveDeCuerpo clave)
    {
        var ruta = clave.Ruta[1..];
        if (ruta == RutasDePaquete.EnlaceActual || ruta.StartsWith(BajoActual, StringComparison.Ordinal))
        {
            await IrAlCorteAsync(contexto, ruta);
            return;
        }

        using var abierto = ArchivosDelSitio.SeSirve(ruta) ? _archivos.Abrir(ruta, clave.Forma) : null;
        if (abierto is null)
        {
            await (ruta == RutasDePaquete.Portada ? SinCorteAsync(contexto) : NoHayAsync(contexto));
            return;
        }

        var vida = _archivos.Vida(ruta);
        if (abierto.Largo > ArchivosDelSitio.MaximoEnMemoria || !ArchivosDelSitio.EnMemoria(ruta, vida).Guardar)
        {
            await EnviarAsync(contexto, abierto, ArchivosDelSitio.DeDisco(abierto, ruta, vida));
            return;
        }

        // Many ask for the same at the same time, above all after a corte: one reads for all.
        var turno = _enCurso.GetOrAdd(clave, c => new(() => Task.Run(() => Leer(c, vida))));
        try
        {
            await (await turno.Value is { } leido ? EnviarAsync(contexto, leido) : NoHayAsync(contexto));
        }
        finally
        {
            _enCurso.TryRemove(new(clave, turno));
        }
    }

    private Cuerpo? Leer(ClaveDeCuerpo clave, string vida)
    {
        var ruta = clave.Ruta[1..];
        using var abierto = _archivos.Abrir(ruta, clave.Forma);
        if (abierto is null)
        {
            return null;
        }

        var (cuerpo, definitivo) = _archivos.Leer(abierto, ruta, clave.Forma, vida);
        if (definitivo)
        {
            Memoria.Guardar(clave, cuerpo);
        }

        return cuerpo;
    }

    private static Task EnviarAsync(HttpContext contexto, Cuerpo cuerpo)
    {
        if (Encabezar(contexto, cuerpo.Descripcion, cuerpo.Bytes.Length) is not { } tramo)
        {
            return Task.CompletedTask;
        }

        var bytes = cuerpo.Bytes.AsMemory((int)tramo.Desde, (int)tramo.Cuantos);
        return bytes.Length <= Bocado ? contexto.Response.BodyWriter.WriteAsync(bytes).AsTask() : PorBocadosAsync();

        async Task PorBocadosAsync()
        {
            for (var enviados = 0; enviados < bytes.Length; enviados += Bocado)
            {
                if (!await LoTomaAsync(contexto, contexto.Response.BodyWriter.WriteAsync(bytes.Slice(enviados, Math.Min(Bocado, bytes.Length - enviados)))))
                {
                    return;
                }
            }
        }
    }

    private static async Task EnviarAsync(HttpContext contexto, ArchivoAbierto abierto, Descripcion descripcion)
    {
        if (Encabezar(contexto, descripcion, abierto.Largo) is not { } tramo)
        {
            return;
        }

        var salida = contexto.Response.BodyWriter;
        for (var (desde, faltan) = tramo; faltan > 0;)
        {
            var espacio = salida.GetMemory(Bocado);
            var leidos = await RandomAccess.ReadAsync(abierto.Manija, faltan < espacio.Length ? espacio[..(int)faltan] : espacio, desde);
            if (leidos == 0)
            {
                contexto.Abort();    // shorter than it was: better cut than passed for whole
                return;
            }

            salida.Advance(leidos);
            (desde, faltan) = (desde + leidos, faltan - leidos);
            if (!await LoTomaAsync(contexto, salida.FlushAsync()))
            {
                return;
            }
        }
    }

    // The server's own least rate forgives who took the beginning fast and then stops; here each piece has its time.
    private static async ValueTask<bool> LoTomaAsync(HttpContext contexto, ValueTask<FlushResult> entrega)
    {
        try
        {
            return !(entrega.IsCompletedSuccessfully ? entrega.Result : await entrega.AsTask().WaitAsync(_paciencia)).IsCompleted;
        }
        catch (TimeoutException)
        {
            contexto.Abort();
            return false;
        }
    }

    /// <returns>The bytes to send; <c>null</c> when the headers are all.</returns>
    private static (long Desde, long Cuantos)? Encabezar(HttpContext contexto, Descripcion descripcion, long largo)
    {
        var (pide, da) = (contexto.Request.Headers, contexto.Response.Headers);
        da.CacheControl = descripcion.Vida;
        da.ETag = descripcion.Etiqueta;
        da.LastModified = descripcion.ModificadoEnTexto;
        if (descripcion.Comprimible)
        {
            da.Vary = "Accept-Encoding";
        }

        if (CondicionesDePeticion.YaLoTiene(pide, descripcion))
        {
            contexto.Response.StatusCode = StatusCodes.Status304NotModified;
            return null;
        }

        da.ContentType = descripcion.Tipo;
        da.AcceptRanges = "bytes";
        if (descripcion.Forma != Forma.Plana)
        {
            da.ContentEncoding = descripcion.Forma == Forma.Brotli ? "br" : "gzip";
        }

        var esHead = HttpMethods.IsHead(contexto.Request.Method);
        var tramo = esHead ? null : CondicionesDePeticion.Tramo(pide, descripcion, largo);
        if (tramo is { Cuantos: 0 })
        {
            contexto.Response.StatusCode = StatusCodes.Status416RangeNotSatisfiable;
            da.ContentRange = $"bytes */{largo}";
            da.ContentEncoding = default;
            da.ContentLength = 0;
            return null;
        }

        if (tramo is { } pedazo)
        {
            contexto.Response.StatusCode = StatusCodes.Status206PartialContent;
            da.ContentRange = $"bytes {pedazo.Desde}-{pedazo.Desde + pedazo.Cuantos - 1}/{largo}";
        }

        da.ContentLength = tramo?.Cuantos ?? largo;
        return esHead ? null : tramo ?? (0, largo);
    }

    // The link is one folder less deep than the corte it points at: a page served from there would break every link that climbs.
    private Task IrAlCorteAsync(HttpContext contexto, string ruta)
    {
        if (_archivos.CorteVigente() is not { } corte)
        {
            return NoHayAsync(contexto);
        }

        // Relative: it holds behind a proxy that serves the publication under a path.
        var subidas = string.Concat(Enumerable.Repeat("../", ruta.Count(c => c == '/')));
        var resto = ruta.Length > BajoActual.Length ? ruta[BajoActual.Length..] : RutasDePaquete.Portada;
        contexto.Response.StatusCode = StatusCodes.Status302Found;
        contexto.Response.Headers.CacheControl = "public, max-age=5";
        contexto.Response.Headers.Location = $"{subidas}{RutasDePaquete.Cortes}/{corte}/{new PathString("/" + resto).ToUriComponent()[1..]}";
        return Task.CompletedTask;
    }

    private static Task SoloSeLeeAsync(HttpContext contexto)
    {
        contexto.Response.Headers.Allow = "GET, HEAD, OPTIONS";
        if (!HttpMethods.IsOptions(contexto.Request.Method))
        {
            return DecirAsync(contexto, StatusCodes.Status405MethodNotAllowed, "text/plain; charset=utf-8", "Esta publicación sólo se lee: use GET o HEAD.");
        }

        // A page of another site asks before it reads a piece, or only what changed.
        contexto.Response.StatusCode = StatusCodes.Status204NoContent;
        contexto.Response.Headers.AccessControlAllowMethods = "GET, HEAD";
        contexto.Response.Headers.AccessControlAllowHeaders = "*";
        contexto.Response.Headers.AccessControlMaxAge = "86400";
        return Task.CompletedTask;
    }

    private static Task NoHayAsync(HttpContext contexto) =>
        DecirAsync(contexto, StatusCodes.Status404NotFound, "text/plain; charset=utf-8", "No existe en esta publicación. Vuelva al inicio: /index.html");

    // Before the first corte of a night there is nothing to serve: say so, and look again.
    private Task SinCorteAsync(HttpContext contexto)
    {
        contexto.Response.Headers.RetryAfter = "5";
        return DecirAsync(contexto, StatusCodes.Status503ServiceUnavailable, "text/html; charset=utf-8",
            $"""
            <!doctype html><html lang="es-MX"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark">
            <meta http-equiv="refresh" content="5"><title>PREP</title></head>
            <body><h1>Todavía no hay ningún corte publicado</h1>
            <p>Esta página se actualiza sola en cuanto se publique el primero.</p>{(_archivos.HaySeguimiento ? Preparativos : "")}</body></html>
            """);
    }

    private static Task DecirAsync(HttpContext contexto, int estado, string tipo, string texto)
    {
        contexto.Response.StatusCode = estado;
        contexto.Response.ContentType = tipo;
        contexto.Response.Headers.CacheControl = estado == StatusCodes.Status404NotFound ? "public, max-age=5" : "no-store";
        return HttpMethods.IsHead(contexto.Request.Method) ? Task.CompletedTask : contexto.Response.WriteAsync(texto);
    }
}
