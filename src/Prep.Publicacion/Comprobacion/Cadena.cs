using System.Security.Cryptography;
using System.Text.Json;
using Prep.Publicacion.Paquete;

namespace Prep.Publicacion.Comprobacion;

/// <param name="Carpeta">Relative to the root.</param>
/// <param name="Sha256">Of its manifest.</param>
internal sealed record Eslabon(string Carpeta, string Sha256, Manifiesto Manifiesto)
{
    public string Corte => Manifiesto.Corte;
}

/// <summary>Follows the signed manifests from a corte back to the first: each names the SHA-256 of the one before.</summary>
internal sealed class Cadena(IFuenteDePublicacion fuente, Reporte reporte, string pem)
{
    private readonly RevisorDeFirma _firma = new(fuente, reporte, pem, "El corte");
    private byte[] _bufer = new byte[1 << 18];

    /// <param name="sha256">Of the newest manifest; null when nobody says it.</param>
    /// <returns>Newest first; as far as it could be followed.</returns>
    public IReadOnlyList<Eslabon> Seguir(string corte, string? sha256)
    {
        var eslabones = new List<Eslabon>();
        var (siguiente, esperado) = (corte, sha256);
        while (Leer(siguiente, esperado) is { } eslabon)
        {
            eslabones.Add(eslabon);
            if (eslabon.Manifiesto.Anterior is not { } anterior)
            {
                break;
            }

            if (!EsNombreDeCorte(anterior.Corte) || string.CompareOrdinal(anterior.Corte, eslabon.Corte) >= 0)
            {
                reporte.Falta("cadena_rota", Ruta(eslabon.Corte), "Encadena con un corte que no es anterior.", anterior.Corte);
                break;
            }

            (siguiente, esperado) = (anterior.Corte, anterior.Sha256);
        }

        return eslabones;
    }

    public static bool EsNombreDeCorte(string corte) => Dominio.Cortes.CorteId.TryParse(corte, out _);

    private static string Ruta(string corte) => $"{RutasDePaquete.Cortes}/{corte}/{RutasDePaquete.Manifiesto}";

    private Eslabon? Leer(string corte, string? esperado)
    {
        var ruta = Ruta(corte);
        var leidos = fuente.Leer(ruta, ref _bufer);
        if (leidos < 0)
        {
            reporte.Falta("archivo_ausente", ruta, "Falta el manifiesto de un corte de la cadena.", calculado: esperado ?? "");
            return null;
        }

        reporte.Contar("manifiestos");
        var bytes = _bufer.AsSpan(0, leidos).ToArray();
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes));
        if (esperado is not null && sha256 != esperado)
        {
            reporte.Falta("codigo_distinto", ruta, "El manifiesto no es el que se enlazó: su SHA-256 es otro.", esperado, sha256);
        }

        _firma.Revisar($"{RutasDePaquete.Cortes}/{corte}", bytes);
        try
        {
            var manifiesto = JsonDePaquete.Leer<Manifiesto>(bytes);
            if (manifiesto.Formato != Manifiesto.FormatoActual || manifiesto.Corte != corte)
            {
                reporte.Falta("manifiesto_distinto", ruta, $"Dice ser del corte {manifiesto.Corte}, formato {manifiesto.Formato}; este programa lee el formato {Manifiesto.FormatoActual}.", manifiesto.Corte, corte);
                return null;
            }

            return new($"{RutasDePaquete.Cortes}/{corte}", sha256, manifiesto);
        }
        catch (JsonException e)
        {
            reporte.Falta("manifiesto_ilegible", ruta, $"No se entiende: {e.Message}");
            return null;
        }
    }
}
