using Prep.Dominio;
using Prep.Publicacion.Paquete;

namespace Prep.Publicacion.Comprobacion;

/// <param name="Clave">PEM of the public key that must have signed; null takes the one that the publication brings, and says so.</param>
/// <param name="Todos">Every corte whole, not only the last.</param>
/// <param name="Estricto">Every aviso is a falta, as in our own publications.</param>
/// <param name="Paciencia">How long a corte that is being made in the publication is waited for; null is what suffices for a state.</param>
public sealed record OpcionesDeComprobacion(string? Clave = null, bool Todos = false, bool Estricto = false, TimeSpan? Paciencia = null);

/// <summary>Recomputes all that a stranger can of what someone published: a folder, one corte in it, an address, a ZIP, a lone database.</summary>
public static class Comprobador
{
    /// <summary>A check takes seconds and cortes come out minutes apart: more often than this it is not a corte that changes what is read.</summary>
    private const int Veces = 5;

    /// <param name="objeto">Folder of a publication or of one corte in it, http(s) address, ZIP of databases, or a database.</param>
    /// <returns>What was found; refused when there is nothing there that can be checked, or when a ZIP must not be opened.</returns>
    /// <exception cref="IOException">It cannot be read now.</exception>
    /// <exception cref="HttpRequestException">The server does not answer, or not with files.</exception>
    public static Result<Informe> Comprobar(string objeto, OpcionesDeComprobacion opciones, CancellationToken ct)
    {
        if (opciones.Clave is { } clave && ClaveDeFirma.HuellaDePem(clave) is null)
        {
            return new Rechazo("clave_ilegible", "La clave fijada no es una clave pública en PEM.", ClaseDeRechazo.Entrada);
        }

        if (Uri.TryCreate(objeto, UriKind.Absolute, out var direccion) && direccion.Scheme is "http" or "https")
        {
            using var fuente = new DireccionDePublicacion(direccion);
            return DePublicacion(fuente, null, opciones, ct);
        }

        return (File.Exists(objeto), Path.GetExtension(objeto).ToLowerInvariant()) switch
        {
            (true, ".zip") => ComprobadorDeZip.Comprobar(objeto, opciones),
            (true, _) => ComprobadorDeBase.Comprobar(objeto, new(opciones.Estricto)),
            _ => DeCarpeta(objeto, opciones, ct),
        };
    }

    private static Result<Informe> DeCarpeta(string objeto, OpcionesDeComprobacion opciones, CancellationToken ct)
    {
        var carpeta = Path.GetFullPath(objeto);
        if (!Directory.Exists(carpeta))
        {
            return new Rechazo("no_existe", $"{objeto}: no hay tal carpeta ni archivo.", ClaseDeRechazo.Entrada);
        }

        if (File.Exists(Path.Combine(carpeta, RutasDePaquete.Actual)) || RutasDePaquete.HaySeguimiento(carpeta))
        {
            return DePublicacion(new CarpetaDePublicacion(carpeta), null, opciones, ct);
        }

        // One corte: its publication is two folders up, also when reached through the "actual" link.
        var real = new DirectoryInfo(carpeta).ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? carpeta;
        var raiz = Path.GetDirectoryName(Path.GetDirectoryName(real.TrimEnd('/')));
        return File.Exists(Path.Combine(real, RutasDePaquete.Manifiesto)) && raiz is not null && Path.GetFileName(Path.GetDirectoryName(real.TrimEnd('/'))) == RutasDePaquete.Cortes
            ? DePublicacion(new CarpetaDePublicacion(raiz), Path.GetFileName(real.TrimEnd('/')), opciones, ct)
            : new Rechazo("no_es_publicacion", $"{objeto}: no es una publicación (falta {RutasDePaquete.Actual}) ni un corte dentro de una ({RutasDePaquete.Cortes}/ID con su {RutasDePaquete.Manifiesto}).", ClaseDeRechazo.Entrada);
    }

    internal static Informe DePublicacion(IFuenteDePublicacion fuente, string? corte, OpcionesDeComprobacion opciones, CancellationToken ct)
    {
        for (var vez = 1; ; vez++)
        {
            var queSale = new CorteQueSale(fuente);
            var reporte = new Reporte();
            var comprobador = new ComprobadorDePublicacion(fuente, opciones, reporte);
            comprobador.Comprobar(corte, ct);
            var faltas = reporte.Faltas;
            if (faltas.Count == 0 || vez == Veces || !queSale.CambioMientras(faltas, opciones.Paciencia ?? CorteQueSale.Paciencia, ct))
            {
                return new(fuente.Nombre, comprobador.Corte, comprobador.Clave, reporte.Revisado, faltas, reporte.Avisos);
            }
        }
    }
}
