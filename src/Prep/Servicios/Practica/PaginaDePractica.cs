using System.Net;
using System.Reflection;
using Prep.Datos;
using Prep.Dominio.Catalogo;
using Prep.Pantallas.Estilos;

namespace Prep.Servicios.Practica;

/// <summary>A plain page where a newcomer captures the actas of a practice by hand, over the routes of the operation. Any other kind of process has none.</summary>
/// <remarks>It stands in for the working posts, whose screens replace it: it knows one post, no accounts, and keeps nothing.</remarks>
public static class PaginaDePractica
{
    private const string Politica = "default-src 'none'; script-src 'self'; style-src 'self'; img-src blob: data:; connect-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'";

    /// <param name="sitio">Address of the practice's public site; null when nobody serves it here.</param>
    public static void Map(WebApplication app, Almacen almacen, string? sitio)
    {
        var direccion = WebUtility.HtmlEncode(sitio ?? "");
        var pagina = Leer("practica.html").Replace("{{SITIO}}", direccion, StringComparison.Ordinal)
            .Replace("{{ENLACE}}", sitio is null ? "" : $" del <a href=\"{direccion}\">sitio de la práctica</a>", StringComparison.Ordinal);
        Servir("/practica", "text/html", pagina);
        Servir("/practica.css", "text/css", Tokens.Css + Leer("practica.css"));
        Servir("/practica.js", "text/javascript", Leer("practica.js"));

        void Servir(string ruta, string tipo, string texto) => app.MapGet(ruta, (HttpResponse respuesta) =>
        {
            respuesta.Headers.ContentSecurityPolicy = Politica;
            respuesta.Headers.XContentTypeOptions = "nosniff";
            respuesta.Headers.CacheControl = "no-store";
            return EsPractica(almacen)
                ? Results.Text(texto, $"{tipo}; charset=utf-8")
                : Results.Text("Este proceso no es una práctica: aquí no se captura.", "text/plain; charset=utf-8", statusCode: StatusCodes.Status404NotFound);
        }).ExcludeFromDescription();
    }

    public static bool EsPractica(Almacen almacen) => almacen.Catalogo?.Proceso.Clase == ClaseDeProceso.Practica;

    /// <summary>The address that the console shows: the key goes after the #, which the browser keeps to itself.</summary>
    public static string Enlace(string operacion, ClaveDePractica clave) => $"{operacion.TrimEnd('/')}/practica#clave={clave.Valor}";

    private static string Leer(string nombre)
    {
        using var flujo = Assembly.GetExecutingAssembly().GetManifestResourceStream(nombre)!;
        using var lector = new StreamReader(flujo);
        return lector.ReadToEnd();
    }
}
