using System.Net;

namespace Prep.Publicacion.Comprobacion;

/// <summary>A publication behind an http(s) address: a mirror, a bucket, any web server.</summary>
/// <remarks>Redirects stay on the same host and are few; a file larger than <see cref="MaximoPorArchivo"/> is refused.</remarks>
internal sealed class DireccionDePublicacion : IFuenteDePublicacion, IDisposable
{
    /// <summary>The largest file a publication holds (a national ZIP) is far below.</summary>
    public const int MaximoPorArchivo = 512 << 20;

    private const int MaximoDeRedirecciones = 3;

    private const int Intentos = 3;

    private readonly HttpClient _cliente;
    private readonly Uri _raiz;

    public DireccionDePublicacion(Uri raiz, HttpMessageHandler? transporte = null)
    {
        _raiz = raiz.AbsoluteUri.EndsWith('/') ? raiz : new Uri(raiz.AbsoluteUri + "/");
        _cliente = new HttpClient(transporte ?? new SocketsHttpHandler { AllowAutoRedirect = false, AutomaticDecompression = DecompressionMethods.None, MaxConnectionsPerServer = 4 })
        {
            Timeout = TimeSpan.FromSeconds(60),
        };
        _cliente.DefaultRequestHeaders.AcceptEncoding.ParseAdd("identity");
        _cliente.DefaultRequestHeaders.UserAgent.ParseAdd("prep-comprobar");
    }

    public string Nombre => _raiz.AbsoluteUri;

    public int Hilos => 4;

    /// <exception cref="HttpRequestException">The server fails, or answers something other than the file or 404.</exception>
    public int Leer(string ruta, ref byte[] bufer)
    {
        var direccion = new Uri(_raiz, string.Join('/', ruta.Split('/').Select(Uri.EscapeDataString)));
        for (var salto = 0; salto <= MaximoDeRedirecciones; salto++)
        {
            using var respuesta = Pedir(direccion);
            switch (respuesta.StatusCode)
            {
                case HttpStatusCode.OK:
                    return Copiar(respuesta, direccion, ref bufer);
                case HttpStatusCode.NotFound or HttpStatusCode.Gone:
                    return -1;
                case >= HttpStatusCode.MovedPermanently and <= HttpStatusCode.PermanentRedirect when respuesta.Headers.Location is { } hacia:
                    var siguiente = new Uri(direccion, hacia);
                    if (siguiente.Host != _raiz.Host || siguiente.Scheme is not ("http" or "https"))
                    {
                        throw new HttpRequestException($"{direccion} redirige a otro sitio ({siguiente.Host}): compruebe esa dirección directamente.");
                    }

                    direccion = siguiente;
                    break;
                default:
                    throw new HttpRequestException($"{direccion} respondió {(int)respuesta.StatusCode}.", null, respuesta.StatusCode);
            }
        }

        throw new HttpRequestException($"{direccion}: más de {MaximoDeRedirecciones} redirecciones.");
    }

    public IEnumerable<string>? Listar(string carpeta) => null;

    public bool HayCorteEnObra(string corte) => false;

    public void Dispose() => _cliente.Dispose();

    // A small server drops connections under load: that is not an answer.
    private HttpResponseMessage Pedir(Uri direccion)
    {
        for (var intento = 1; ; intento++)
        {
            using var pedido = new HttpRequestMessage(HttpMethod.Get, direccion);
            try
            {
                return _cliente.Send(pedido, HttpCompletionOption.ResponseHeadersRead);
            }
            catch (HttpRequestException e) when (intento == Intentos)
            {
                throw new HttpRequestException($"{direccion}: el servidor no responde ({(e.InnerException ?? e).Message})", e);
            }
            catch (HttpRequestException)
            {
                Thread.Sleep(100 * intento);
            }
        }
    }

    private static int Copiar(HttpResponseMessage respuesta, Uri direccion, ref byte[] bufer)
    {
        if (respuesta.Content.Headers.ContentLength > MaximoPorArchivo)
        {
            throw new HttpRequestException($"{direccion} mide más de {MaximoPorArchivo >> 20} MiB: no es de una publicación.");
        }

        using var flujo = respuesta.Content.ReadAsStream();
        var total = 0;
        while (true)
        {
            if (total == bufer.Length)
            {
                if (total >= MaximoPorArchivo)
                {
                    throw new HttpRequestException($"{direccion} mide más de {MaximoPorArchivo >> 20} MiB: no es de una publicación.");
                }

                Array.Resize(ref bufer, Math.Min(MaximoPorArchivo, bufer.Length * 2));
            }

            var leidos = flujo.Read(bufer, total, bufer.Length - total);
            if (leidos == 0)
            {
                return total;
            }

            total += leidos;
        }
    }
}
