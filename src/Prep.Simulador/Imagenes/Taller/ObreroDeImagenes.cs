using System.Text;

namespace Prep.Simulador.Imagenes.Taller;

/// <summary>The worker's side: answers frames until its input ends. A fault of libvips, a C library, kills this process and no other.</summary>
public static class ObreroDeImagenes
{
    /// <summary>Hidden verb of the program that makes it a worker.</summary>
    public const string Verbo = "obrero-de-imagenes";

    /// <returns>Exit code.</returns>
    public static async Task<int> CorrerAsync(CancellationToken ct = default)
    {
        await using var entrada = Console.OpenStandardInput();
        await using var salida = Console.OpenStandardOutput();
        return await CorrerAsync(entrada, salida, ct);
    }

    private static async Task<int> CorrerAsync(Stream entrada, Stream salida, CancellationToken ct)
    {
        var hayVips = Vips.Cargar();
        while (await Trama.LeerAsync(entrada, ct) is { } peticion)
        {
            await Responder(peticion, hayVips).EscribirAsync(salida, ct);
        }

        return 0;
    }

    private static Trama Responder(Trama peticion, bool hayVips)
    {
        if (!hayVips)
        {
            return new(Trama.FaltaLibvips, 0, []);
        }

        try
        {
            return peticion.Clase == Trama.PedirJpeg
                ? new(Trama.Hecha, 0, Vips.SvgAJpegGris(peticion.Bytes, peticion.Numero))
                : No($"No sé hacer lo pedido ({peticion.Clase}).");
        }
        catch (InvalidOperationException e)
        {
            return No(e.Message);
        }
    }

    private static Trama No(string texto) => new(Trama.NoSePudo, 0, Encoding.UTF8.GetBytes(texto));
}
