using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;
using Prep.Dominio;

namespace Prep.Operacion.Http;

/// <summary>A form with one file, read as it arrives: first what was typed, its antiforgery token among it, then the file, which nobody holds in memory.</summary>
public sealed class FormaConArchivo
{
    /// <summary>Most bytes over the limit of a file that are read and thrown away: a browser does not hear the refusal while it speaks. With more, the connection closes.</summary>
    public const long DeSobra = 1L << 30;

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

    /// <summary>That of this request, on a route that asked for it with <see cref="Formas.ConArchivo"/>.</summary>
    public static FormaConArchivo De(HttpContext http) => http.Features.GetRequiredFeature<FormaConArchivo>();

    /// <summary>Of a file that is small enough to be held.</summary>
    /// <param name="deMas">Said of one that is larger than the limit of the form.</param>
    /// <returns><c>falta_archivo</c>, or <paramref name="deMas"/>.</returns>
    public async Task<Result<byte[]>> BytesAsync(Rechazo deMas, CancellationToken ct)
    {
        var bytes = new byte[_limite + 1];
        return await Contenido.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, ct) switch
        {
            0 => new Rechazo("falta_archivo", "Elija el archivo; llegó vacío o sin elegir.", ClaseDeRechazo.Entrada),
            var largo when largo > _limite => deMas,
            var largo => bytes[..largo],
        };
    }

    /// <param name="limite">Most bytes of the file.</param>
    /// <returns>The form, or what to answer.</returns>
    internal static async Task<(FormaConArchivo? Forma, IResult? Respuesta)> LeerAsync(HttpContext http, long limite, CancellationToken ct)
    {
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } cuerpo)
        {
            cuerpo.MaxRequestBodySize = limite + DeSobra;
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
            return (null, new Rechazo("archivo_muy_grande", $"El archivo pasa por mucho de {limite >> 20} MB, que es lo que se recibe.", ClaseDeRechazo.Entrada).ToProblem());
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

    /// <summary>Reads what is left and keeps nothing.</summary>
    internal async Task TirarAsync(CancellationToken ct)
    {
        try
        {
            await _http.Request.Body.CopyToAsync(Stream.Null, ct);
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
        return await lector.ReadBlockAsync(texto, ct) is <= LargoDeCampo and var largo ? TextoVisible.De(new string(texto, 0, largo)) : throw new InvalidDataException("Un campo es más largo que lo que cabe en él.");
    }
}
