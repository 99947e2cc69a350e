using System.Runtime.InteropServices;
using System.Text;

namespace Prep.Operacion.Digitalizacion.Imagenes;

/// <summary>The worker's side: answers frames until its input ends. A fault of libvips, a C library, kills this process and no other.</summary>
public static partial class ObreroDeImagenes
{
    /// <summary>Hidden verb of the program that makes it a worker.</summary>
    public const string Verbo = "obrero-de-imagenes";

    private const int DatosDelProceso = 2;   // RLIMIT_DATA
    private const ulong MemoriaMaxima = 1536UL << 20;

    /// <returns>Exit code.</returns>
    public static async Task<int> CorrerAsync(CancellationToken ct = default)
    {
        await using var entrada = Console.OpenStandardInput();
        await using var salida = Console.OpenStandardOutput();
        return await CorrerAsync(entrada, salida, ct);
    }

    private static async Task<int> CorrerAsync(Stream entrada, Stream salida, CancellationToken ct)
    {
        Limitar();
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
            return peticion.Clase switch
            {
                Trama.PedirJpeg => new(Trama.Hecha, 0, Vips.SvgAJpegGris(peticion.Bytes, peticion.Numero)),
                Trama.PedirLimpia => new(Trama.Hecha, 0, Limpieza.Limpiar(peticion.Bytes, peticion.Numero).ABytes()),
                _ => No($"No sé hacer lo pedido ({peticion.Clase})."),
            };
        }
        catch (OutOfMemoryException)
        {
            return No(ImagenLimpia.DemasiadosPuntos);
        }
        catch (InvalidOperationException e)
        {
            return No(e.Message);
        }
    }

    // What strangers send is opened here: a file that asks for the moon takes this process down, not the machine.
    private static void Limitar()
    {
        if (OperatingSystem.IsLinux())
        {
            ulong[] limite = [MemoriaMaxima, MemoriaMaxima];
            _ = setrlimit(DatosDelProceso, limite);
        }
    }

    [LibraryImport("libc")]
    private static partial int setrlimit(int recurso, [In] ulong[] limite);

    private static Trama No(string texto) => new(Trama.NoSePudo, 0, Encoding.UTF8.GetBytes(texto));
}
