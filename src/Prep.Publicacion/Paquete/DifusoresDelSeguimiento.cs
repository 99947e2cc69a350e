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
        try
        {
            byte[] De(string archivo) => File.ReadAllBytes(Path.Combine(publicacion, RutasDePaquete.Seguimiento, archivo));

            var (manifiesto, bytes) = (De(RutasDePaquete.Manifiesto), File.ReadAllBytes(Path.Combine(publicacion, Ruta)));
            var sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes));
            return ClaveDeFirma.Verificar(pem, manifiesto, De(RutasDePaquete.Firma))
                && JsonDePaquete.Leer<ManifiestoDeSeguimiento>(manifiesto).Archivos.Any(a => $"{RutasDePaquete.Seguimiento}/{a.Ruta}" == Ruta && a.Sha256 == sha256)
                ? [.. JsonDePaquete.Leer<List<DifusoresDePrograma>>(bytes).Where(p => dia >= p.Desde && dia <= p.Hasta).SelectMany(p => p.Difusores)]
                : [];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException)
        {
            return [];
        }
    }
}
