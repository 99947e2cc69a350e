using System.Buffers.Binary;
using Prep.Dominio;

namespace Prep.Publicacion.Sitio.Institucion;

/// <summary>The mark of the institute, in the head of every page. A picture of its own, never part of the page: whatever it holds, it cannot run.</summary>
/// <param name="Archivo">Among the resources, named by its content.</param>
/// <param name="Texto">For who does not see it.</param>
/// <param name="Ancho">In pixels, at the height of the head.</param>
public sealed record Logotipo(ArchivoPublicado Archivo, string Texto, int Ancho)
{
    public const int MaximoDeBytes = 20_000;

    /// <summary>Pixels.</summary>
    public const int Alto = 36;

    private const int MaximoDeLetras = 120;
    private const double MasAncho = 8;

    private static ReadOnlySpan<byte> FirmaDePng => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0d, 0x0a, 0x1a, 0x0a];

    /// <param name="carpeta">Where the configuration lies.</param>
    /// <param name="archivo">A name in it, without folders.</param>
    /// <returns>Refused when it is not an SVG that only draws or a PNG, or weighs too much for the first page.</returns>
    public static Result<Logotipo> Leer(string carpeta, string? archivo, string? texto)
    {
        if (texto is not { Length: > 0 and <= MaximoDeLetras })
        {
            return No($"logotipo.texto dice lo que muestra, para quien no puede verlo: de 1 a {MaximoDeLetras} letras.");
        }

        if (archivo is null || Path.GetFileName(archivo) != archivo || Path.GetExtension(archivo) is not (".svg" or ".png"))
        {
            return No($"logotipo.archivo es el nombre de un .svg o un .png que está junto a {ConfiguracionDeSitio.Archivo}; dice «{archivo}».");
        }

        var datos = new FileInfo(Path.Combine(carpeta, archivo));
        if (!datos.Exists)
        {
            return No($"no está {archivo} junto a {ConfiguracionDeSitio.Archivo}.");
        }

        if (datos.Length > MaximoDeBytes)
        {
            return No($"{archivo} pesa {datos.Length:N0} bytes y caben {MaximoDeBytes:N0}: todos lo descargan en la primera página.");
        }

        var bytes = File.ReadAllBytes(datos.FullName);
        var tipo = datos.Extension[1..];
        var proporcion = tipo == "svg" ? SvgSeguro.Proporcion(bytes) : DePng(bytes);
        return !proporcion.IsOk ? No($"{archivo} {proporcion.Rechazo.Mensaje}")
            : proporcion.Value > MasAncho ? No($"{archivo} es más de {MasAncho} veces más ancho que alto y no cabe en un teléfono.")
            : new Logotipo(Recursos.Con(tipo, bytes), texto, Math.Max(1, (int)Math.Round(Alto * proporcion.Value)));
    }

    private static Result<double> DePng(byte[] bytes)
    {
        if (bytes.Length < 33 || !bytes.AsSpan().StartsWith(FirmaDePng) || !bytes.AsSpan(12, 4).SequenceEqual("IHDR"u8))
        {
            return new Rechazo("logotipo_invalido", "no es un PNG.");
        }

        var (ancho, alto) = (BinaryPrimitives.ReadUInt32BigEndian(bytes.AsSpan(16)), BinaryPrimitives.ReadUInt32BigEndian(bytes.AsSpan(20)));
        return ancho is > 0 and <= 2000 && alto is > 0 and <= 2000 ? (double)ancho / alto : new Rechazo("logotipo_invalido", "pasa de 2000 puntos por lado.");
    }

    private static Rechazo No(string mensaje) => new("logotipo_invalido", mensaje);
}
