using System.Diagnostics;

namespace Prep.Operacion.Digitalizacion.Imagenes;

/// <summary>What the reader of codes found.</summary>
public enum LecturaDeQr
{
    Leido,
    NoHay,

    /// <summary>Codes that say different things.</summary>
    Distintos,

    /// <summary>ZXingReader is not on this machine, died, or took too long: identification is by hand.</summary>
    SinLector,
}

/// <summary>Reads the QR codes of a clean image with Debian's ZXingReader, a process with a limit of time. It never sees what a stranger sent, only what we encoded.</summary>
public sealed class LectorDeQr(string programa = LectorDeQr.PorOmision, TimeSpan? limite = null)
{
    public const string PorOmision = "ZXingReader";

    private readonly TimeSpan _limite = limite ?? TimeSpan.FromSeconds(8);

    /// <returns>The text, when all the codes of the image say the same.</returns>
    public async Task<(LecturaDeQr Lectura, string? Texto)> LeerAsync(ReadOnlyMemory<byte> jpeg, CancellationToken ct)
    {
        var ruta = Path.Combine(Path.GetTempPath(), $"prep-qr-{Path.GetRandomFileName()}.jpg");
        try
        {
            await File.WriteAllBytesAsync(ruta, jpeg, ct);
            var textos = Textos(await CorrerAsync(ruta, ct), ruta);
            return textos switch
            {
                [] => (LecturaDeQr.NoHay, null),
                [var uno] => (LecturaDeQr.Leido, uno),
                _ => (LecturaDeQr.Distintos, null),
            };
        }
        catch (Exception e) when (e is System.ComponentModel.Win32Exception or IOException or OperationCanceledException)
        {
            ct.ThrowIfCancellationRequested();
            return (LecturaDeQr.SinLector, null);
        }
        finally
        {
            File.Delete(ruta);
        }
    }

    private async Task<string> CorrerAsync(string ruta, CancellationToken ct)
    {
        using var tiempo = CancellationTokenSource.CreateLinkedTokenSource(ct);
        tiempo.CancelAfter(_limite);
        ProcessStartInfo inicio = new(programa, ["-1", "-format", "QRCode", ruta]) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        using var proceso = Process.Start(inicio) ?? throw new IOException("No arrancó el lector de códigos.");
        try
        {
            var salida = proceso.StandardOutput.ReadToEndAsync(tiempo.Token);
            _ = proceso.StandardError.ReadToEndAsync(tiempo.Token);
            var texto = await salida;
            await proceso.WaitForExitAsync(tiempo.Token);
            return texto;
        }
        catch
        {
            proceso.Kill(entireProcessTree: true);
            throw;
        }
    }

    // One line a code: the file's name, then the format, then the text between quotes.
    private static string[] Textos(string salida, string ruta) =>
    [
        .. salida.Split('\n').Where(l => l.StartsWith(ruta, StringComparison.Ordinal))
            .Select(l => (Desde: l.IndexOf('"'), Hasta: l.LastIndexOf('"'), Renglon: l))
            .Where(l => l.Desde >= 0 && l.Hasta > l.Desde).Select(l => l.Renglon[(l.Desde + 1)..l.Hasta]).Distinct(StringComparer.Ordinal),
    ];
}
