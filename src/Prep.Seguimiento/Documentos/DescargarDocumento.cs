using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Prep.Dominio;
using Prep.Dominio.Catalogo;
using Prep.Operacion.Http;
using Prep.Seguimiento.Asuntos;

namespace Prep.Seguimiento.Documentos;

/// <summary>Gives a version as it came. Whatever it is, the browser saves it and opens nothing.</summary>
public static class DescargarDocumento
{
    private static readonly Rechazo _danado = new("documento_danado", "Ese archivo se perdió o se dañó en el disco del servidor, y no se da otro en su lugar. Pida a la administración que lo restaure del respaldo.");

    private static readonly Dictionary<string, string> _conocidos = new(StringComparer.OrdinalIgnoreCase)
    {
        [".pdf"] = "application/pdf",
        [".png"] = "image/png",
        [".jpg"] = "image/jpeg",
        [".jpeg"] = "image/jpeg",
    };

    internal static void Map(RouteGroupBuilder programas) => programas.MapGet("/documentos/{numero:int}/{version:int}", DarAsync).RequireAuthorization(Permiso.VerSeguimiento);

    public static string Ruta(string programa, int numero, int version) => $"{EntregarDocumento.Ruta(programa)}/{numero}/{version}";

    /// <summary>What the file is said to be: the few that do nothing, by their extension; of the others, only that they are bytes.</summary>
    internal static string Tipo(string archivo) => _conocidos.GetValueOrDefault(Path.GetExtension(archivo), "application/octet-stream");

    private static async Task<IResult> DarAsync(string programa, int numero, int version, HttpContext http, ContextoDeSeguimiento c, CancellationToken ct)
    {
        var leido = await c.ProgramaAsync(programa, ct);
        if (!leido.IsOk)
        {
            return leido.Rechazo.ToProblem();
        }

        if (leido.Value.Documentos.Todos.GetValueOrDefault(numero) is not { } documento
            || !AsuntosDelPrograma.LoVe(c.Puesto, documento.Asunto)
            || documento.Version(version) is not { } pedida)
        {
            return EntregarDocumento.Desconocido.ToProblem();
        }

        if (await AbrirAsync(pedida, c, ct) is not { } archivo)
        {
            return _danado.ToProblem();
        }

        http.Response.Headers.ContentSecurityPolicy = "sandbox; default-src 'none'";
        return TypedResults.File(archivo, Tipo(pedida.Archivo), pedida.Archivo, enableRangeProcessing: true);
    }

    // Who asks is told what to do; the folder of the server is not his.
    private static async Task<FileStream?> AbrirAsync(VersionDeDocumento version, ContextoDeSeguimiento c, CancellationToken ct)
    {
        try
        {
            return CodigoDeIntegridad.TryParse(version.Sha256, out var codigo) ? await c.Libro.Almacen.Documentos.AbrirAsync(codigo, ct) : null;
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }
}
