using System.Net;

namespace Prep.Operacion.Tests.Http;

/// <summary>Keeps cookies between the requests of one client, as a browser.</summary>
internal sealed class ConGalletas : DelegatingHandler
{
    private readonly CookieContainer _galletas = new();

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (_galletas.GetCookieHeader(request.RequestUri!) is { Length: > 0 } galletas)
        {
            request.Headers.Add("Cookie", galletas);
        }

        var respuesta = await base.SendAsync(request, cancellationToken);
        foreach (var puesta in respuesta.Headers.TryGetValues("Set-Cookie", out var valores) ? valores : [])
        {
            _galletas.SetCookies(request.RequestUri!, puesta);
        }

        return respuesta;
    }
}
