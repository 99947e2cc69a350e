using System.Security.Cryptography;
using System.Text.Json;
using Prep.Publicacion.Sitio;

namespace Prep.Publicacion.Paquete;

/// <summary>The official difusores of a programme, while its electoral calendar runs.</summary>
public sealed record DifusoresDePrograma(string Programa, DateOnly Desde, DateOnly Hasta, IReadOnlyList<EnlaceExterno> Difusores);

/// <summary>The difusores that the Commission formalised, as it publishes them: the page of the results takes them from there.</summary>
public static class DifusoresDelSeguimiento
{
    public const string Ruta = $"{RutasDePaquete.Seguimiento}/difusores.json";

    public static ArchivoPublicado Escribir(IReadOnlyList<DifusoresDePrograma> programas) => new(Ruta, JsonDePaquete.Escribir(programas));

    /// <returns>Those of that day; none when nothing is published, or when what is there is not what was signed: a corte does not wait for it.</returns>
    public static IReadOnlyList<EnlaceExterno> Leer(string publicacion, string pem, DateOnly dia)
    {
        byte[] De(string archivo) => File.ReadAllBytes(Path.Combine(publicacion, RutasDePaquete.Seguimiento, archivo));

        try
        {
            // The folder is replaced whole while it is read: what does not match is believed once its list is still the same.
            for (var manifiesto = De(RutasDePaquete.Manifiesto); ;)
            {
                if (Firmados(pem, manifiesto, De(RutasDePaquete.Firma), File.ReadAllBytes(Path.Combine(publicacion, Ruta))) is { } firmados)
                {
                    return [.. firmados.Where(p => dia >= p.Desde && dia <= p.Hasta).SelectMany(p => p.Difusores)];
                }

                if (manifiesto.AsSpan().SequenceEqual(manifiesto = De(RutasDePaquete.Manifiesto)))
                {
                    return [];
                }
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException)
        {
            return [];
        }
    }

    private static List<DifusoresDePrograma>? Firmados(string pem, byte[] manifiesto, byte[] firma, byte[] bytes) =>
        ClaveDeFirma.Verificar(pem, manifiesto, firma)
            && JsonDePaquete.Leer<ManifiestoDeSeguimiento>(manifiesto).Archivos.Any(a => $"{RutasDePaquete.Seguimiento}/{a.Ruta}" == Ruta && a.Sha256 == Convert.ToHexStringLower(SHA256.HashData(bytes)))
            ? JsonDePaquete.Leer<List<DifusoresDePrograma>>(bytes)
            : null;
}
