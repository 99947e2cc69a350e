using System.IO.Compression;

namespace Prep.Tests.EntradaMala;

/// <summary>ZIPs that mean harm.</summary>
internal static class Zips
{
    public const string Fuera = "prep-se-salio.csv";

    /// <summary>300 MiB of zeros in 300 KB.</summary>
    public static byte[] Bomba() => Con("OAX_GUB_2022.csv", salida =>
    {
        var ceros = new byte[1 << 20];
        for (var i = 0; i < 300; i++)
        {
            salida.Write(ceros);
        }
    });

    public static byte[] QueSeSale() => Con($"../{Fuera}", salida => salida.WriteByte((byte)'x'));

    private static byte[] Con(string nombre, Action<Stream> escribir)
    {
        using var memoria = new MemoryStream();
        using (var zip = new ZipArchive(memoria, ZipArchiveMode.Create))
        {
            using var entrada = zip.CreateEntry(nombre, CompressionLevel.Optimal).Open();
            escribir(entrada);
        }

        return memoria.ToArray();
    }
}
