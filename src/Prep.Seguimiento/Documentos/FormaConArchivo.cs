using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;
using Prep.Dominio;
using Prep.Operacion.Http;

namespace Prep.Seguimiento.Documentos;

/// <summary>A form with one file, read as it arrives: first what was typed, its antiforgery token among it, then the file, which nobody holds in memory.</summary>
public sealed class FormaConArchivo
{
    private const int LargoDeCampo = 16 * 1024;
    private const int CamposComoMucho = 40;
    private static readonly Rechazo _incompleta = new("forma_incompleta", "El archivo no llegó completo. Vuelva a la pantalla y envíelo otra vez.", ClaseDeRechazo.Entrada);

    private readonly HttpContext _http;
    private readonly MultipartReader _lector;
    private readonly long _limite;

    private FormaConArchivo(HttpContext http, MultipartReader lector, long limite) => (_http, _lector, _limite) = (http, lector, limite);

    public FormCollection Campos { get; private set; } = FormCollection.Empty;

    /// <summary>As the browser said it; empty when the person chose none.</summary>
    public string Archivo { get; private set; } = "";

    /// <summary>To be read once.</summary>
    public Stream Contenido { get; private set; } = Stream.Null;

    /// <param name="limite">Most bytes of the file. What is larger is read to its end without keeping it, so that the browser hears the refusal.</param>
    /// <returns>The form, or what to answer.</returns>
    public static async Task<(FormaConArchivo? Forma, IResult? Respuesta)> LeerAsync(HttpContext http, long limite, CancellationToken ct)
    {
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } cuerpo)
        {
            cuerpo.MaxRequestBodySize = 2 * limite;
        }

        if (!MediaTypeHeaderValue.TryParse(http.Request.ContentType, out var tipo) || HeaderUtilities.RemoveQuotes(tipo.Boundary) is not { Length: > 0 and <= 200 } frontera)
        {
            return (null, await Formas.SinFichaAsync(http) ?? _incompleta.ToProblem());
        }

        FormaConArchivo forma = new(http, new(frontera.ToString(), http.Request.Body), limite);
        try
        {
            await forma.LeerCamposAsync(ct);
        }
        catch (BadHttpRequestException e) when (e.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return (null, EntregarDocumento.MuyGrande(limite).ToProblem());
        }
        catch (Exception e) when (e is InvalidDataException or IOException)
        {
            return (null, _incompleta.ToProblem());
        }

        if (await Formas.SinFichaAsync(http, forma.Campos["ficha"]) is not { } sinFicha)
        {
            return (forma, null);
        }

        await forma.TirarAsync(ct);
        return (null, sinFicha);
    }

    /// <summary>Reads what is left and keeps nothing: a browser does not listen while it speaks.</summary>
    public async Task TirarAsync(CancellationToken ct)
    {
        try
        {
            if (!(_http.Request.ContentLength > 2 * _limite))
            {
                await _http.Request.Body.CopyToAsync(Stream.Null, ct);
            }
        }
        catch (BadHttpRequestException)
        {
            // Too much even for that: the connection closes.
        }
    }

    private async Task LeerCamposAsync(CancellationToken ct)
    {
        Dictionary<string, StringValues> campos = [];
        while (campos.Count <= CamposComoMucho && await _lector.ReadNextSectionAsync(ct) is { } seccion)
        {
            if (!ContentDispositionHeaderValue.TryParse(seccion.ContentDisposition, out var que))
            {
                continue;
            }

            if (que.FileName.HasValue || que.FileNameStar.HasValue)
            {
                Archivo = HeaderUtilities.RemoveQuotes(que.FileNameStar.HasValue ? que.FileNameStar : que.FileName).ToString();
                Contenido = seccion.Body;
                break;
            }

            campos[HeaderUtilities.RemoveQuotes(que.Name).ToString()] = await TextoAsync(seccion.Body, ct);
        }

        Campos = new(campos);
    }

    private static async Task<string> TextoAsync(Stream campo, CancellationToken ct)
    {
        using StreamReader lector = new(campo);
        var texto = new char[LargoDeCampo + 1];
        return await lector.ReadBlockAsync(texto, ct) is <= LargoDeCampo and var largo ? new(texto, 0, largo) : throw new InvalidDataException("Un campo es más largo que lo que cabe en él.");
    }
}
