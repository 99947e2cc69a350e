using System.Security.Cryptography;
using System.Text.Json;
using Prep.Dominio;

namespace Prep.Publicacion.Paquete;

/// <summary>What the publication on disk says of itself: the corte that <c>actual.json</c> names, its manifest, the log up to it.</summary>
/// <param name="Actual">Null in a publication without cortes.</param>
/// <param name="Sha256DeManifiesto">Of the manifest's bytes: what the next corte chains to.</param>
public sealed record EstadoDePublicacion(Actual? Actual, Manifiesto? Manifiesto, string? Sha256DeManifiesto, RegistroPublico Registro)
{
    /// <returns>Refused when what is on disk contradicts itself: nothing is published over a damaged publication.</returns>
    public static Result<EstadoDePublicacion> Leer(string publicacion)
    {
        if (LeerActual(publicacion) is not { IsOk: true } lectura)
        {
            return LeerActual(publicacion).Rechazo;
        }

        if (lectura.Value is not { Corte.Length: > 0 } actual)
        {
            return new EstadoDePublicacion(null, null, null, new RegistroPublico());
        }

        try
        {
            var bytes = File.ReadAllBytes(Path.Combine(publicacion, actual.Manifiesto));
            var sha = Convert.ToHexStringLower(SHA256.HashData(bytes));
            if (sha != actual.Sha256)
            {
                return Alterada(publicacion, $"{actual.Manifiesto} no tiene el código que dice {RutasDePaquete.Actual}");
            }

            var manifiesto = JsonDePaquete.Leer<Manifiesto>(bytes);
            return RegistroPublico.Leer(publicacion, actual.Corte, manifiesto.Registro)
                .Luego<EstadoDePublicacion>(registro => new EstadoDePublicacion(actual, manifiesto, sha, registro));
        }
        catch (Exception e) when (e is JsonException or FileNotFoundException or DirectoryNotFoundException)
        {
            return Alterada(publicacion, e.Message);
        }
    }

    /// <returns>An empty corte when there is no <c>actual.json</c>.</returns>
    public static Result<Actual> LeerActual(string publicacion)
    {
        var ruta = Path.Combine(publicacion, RutasDePaquete.Actual);
        try
        {
            return File.Exists(ruta) ? JsonDePaquete.Leer<Actual>(File.ReadAllBytes(ruta)) : new Actual("", "", null, "", "");
        }
        catch (JsonException e)
        {
            return Alterada(publicacion, $"{RutasDePaquete.Actual}: {e.Message}");
        }
    }

    internal static Rechazo Alterada(string publicacion, string motivo) => new(
        "publicacion_alterada",
        $"La publicación {publicacion} está dañada: {motivo}. Restáurela de un espejo o de un respaldo antes de publicar.",
        ClaseDeRechazo.Conflicto);
}
