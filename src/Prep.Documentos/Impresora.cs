using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using Prep.Dominio;
using Prep.Dominio.Catalogo;

namespace Prep.Documentos;

/// <summary>A document as it is given to somebody.</summary>
public sealed record Pdf(ReadOnlyMemory<byte> Bytes, CodigoDeIntegridad Codigo);

/// <summary>Turns a page that brings all it needs into PDF, with Debian's Chromium: a process with a limit of time, a folder of its own and no network. It gives the whole document or a refusal.</summary>
/// <param name="programa">The browser; when not told, the first that is there of <see cref="Conocidos"/>.</param>
/// <param name="limite">For one document; 60 seconds when not told. It is long for a busy machine: a document takes under one second on an idle one.</param>
/// <param name="aLaVez">Browsers that may run together; the rest wait.</param>
public sealed class Impresora(string? programa = null, TimeSpan? limite = null, int aLaVez = 2) : IDisposable
{
    /// <summary>Chromium without windows, a fourth of the work; and the whole one, where a distribution has no other.</summary>
    public static readonly IReadOnlyList<string> Conocidos = ["chromium-headless-shell", "chromium"];

    /// <summary>What the folder of one print is called, in the temporary folder.</summary>
    public const string Prefijo = "prep-pdf-";

    public static readonly Rechazo SinNavegador = new("sin_chromium", "No se puede hacer el PDF: en este servidor falta Chromium. Instálelo con: apt-get install chromium-headless-shell");

    public static readonly Rechazo Tardo = new("pdf_tardo", "El PDF tardó demasiado y no se hizo. Inténtelo otra vez en un minuto.", ClaseDeRechazo.Conflicto);

    public static readonly Rechazo Fallo = new("pdf_fallo", "Chromium terminó sin dar el PDF completo. Inténtelo otra vez; si se repite, reinstálelo con: apt-get install --reinstall chromium-headless-shell", ClaseDeRechazo.Conflicto);

    private readonly IReadOnlyList<string> _programas = programa is null ? Conocidos : [programa];
    private readonly TimeSpan _limite = limite ?? TimeSpan.FromSeconds(60);
    private readonly SemaphoreSlim _turnos = new(aLaVez);

    /// <param name="fecha">What the PDF says of when it was made: the same page and instant give the same bytes with the same Chromium.</param>
    /// <returns><c>sin_chromium</c>, <c>pdf_tardo</c>, <c>pdf_fallo</c>.</returns>
    public async Task<Result<Pdf>> ImprimirAsync(string html, DateTimeOffset fecha, CancellationToken ct)
    {
        await _turnos.WaitAsync(ct);
        var carpeta = Directory.CreateTempSubdirectory(Prefijo);    // readable by nobody else
        try
        {
            var (pagina, destino) = (Path.Combine(carpeta.FullName, "documento.html"), Path.Combine(carpeta.FullName, "documento.pdf"));
            await File.WriteAllTextAsync(pagina, PoliticaDeDocumento.Poner(html), ct);
            foreach (var cual in _programas)
            {
                if (await CorrerAsync(cual, carpeta.FullName, pagina, destino, ct) is { } fin)
                {
                    return await LeerAsync(fin, destino, fecha, ct);
                }
            }

            return SinNavegador;
        }
        finally
        {
            Borrar(carpeta);
            _turnos.Release();
        }
    }

    public void Dispose() => _turnos.Dispose();

    private enum Fin
    {
        Bien,
        ConFalla,
        ATiempoAgotado,
    }

    // Chromium is known to write a whole document and then not end: what counts is the document.
    private static async Task<Result<Pdf>> LeerAsync(Fin fin, string destino, DateTimeOffset fecha, CancellationToken ct) =>
        fin != Fin.ConFalla && File.Exists(destino) && await File.ReadAllBytesAsync(destino, ct) is var bytes && EsPdf(bytes) ? Fechado(bytes, fecha)
        : fin == Fin.ATiempoAgotado ? Tardo
        : Fallo;

    /// <returns>Nothing when that browser is not installed.</returns>
    private async Task<Fin?> CorrerAsync(string navegador, string carpeta, string pagina, string destino, CancellationToken ct)
    {
        using var tiempo = CancellationTokenSource.CreateLinkedTokenSource(ct);
        tiempo.CancelAfter(_limite);
        ProcessStartInfo inicio = new(navegador, [.. Argumentos(carpeta, destino), new Uri(pagina).AbsoluteUri])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            WorkingDirectory = carpeta,
        };
        inicio.Environment["HOME"] = carpeta;
        using var proceso = Abrir(inicio);
        if (proceso is null)
        {
            return null;
        }

        try
        {
            // Its helpers may keep the pipes open after it ends: nobody waits for them.
            _ = proceso.StandardOutput.ReadToEndAsync(tiempo.Token);
            _ = proceso.StandardError.ReadToEndAsync(tiempo.Token);
            await proceso.WaitForExitAsync(tiempo.Token);
            return proceso.ExitCode == 0 ? Fin.Bien : Fin.ConFalla;
        }
        catch (OperationCanceledException)
        {
            ct.ThrowIfCancellationRequested();
            return Fin.ATiempoAgotado;
        }
        finally
        {
            if (!proceso.HasExited)
            {
                proceso.Kill(entireProcessTree: true);
                proceso.WaitForExit(TimeSpan.FromSeconds(5));
            }
        }
    }

    private static Process? Abrir(ProcessStartInfo inicio)
    {
        try
        {
            return Process.Start(inicio);
        }
        catch (Win32Exception)
        {
            return null;
        }
    }

    // No name resolves and the proxy is a closed port: the page has what it brings and nothing else.
    private static IEnumerable<string> Argumentos(string carpeta, string destino) =>
    [
        "--headless=new", "--disable-gpu", "--no-first-run", "--disable-extensions", "--disable-sync", "--disable-background-networking", "--disable-component-update",
        "--disable-dev-shm-usage", "--host-resolver-rules=MAP * ~NOTFOUND", "--proxy-server=127.0.0.1:9", $"--user-data-dir={Path.Combine(carpeta, "perfil")}",
        "--no-pdf-header-footer", $"--print-to-pdf={destino}",
        // Chromium refuses its sandbox to root; the page is ours, and its values are escaped.
        .. Environment.UserName == "root" ? ["--no-sandbox"] : Array.Empty<string>(),
    ];

    private static bool EsPdf(byte[] bytes) => bytes.AsSpan().StartsWith("%PDF-"u8) && bytes.AsSpan().TrimEnd("\r\n"u8).EndsWith("%%EOF"u8);

    // Dates stand in clear and have one length: written over, no offset of the file moves.
    private static Pdf Fechado(byte[] bytes, DateTimeOffset fecha)
    {
        var texto = Encoding.ASCII.GetBytes($"(D:{fecha.UtcDateTime:yyyyMMddHHmmss}");
        foreach (var nombre in new[] { "/CreationDate (D:", "/ModDate (D:" })
        {
            var marca = Encoding.ASCII.GetBytes(nombre);
            var lugar = bytes.AsSpan().LastIndexOf(marca);
            if (lugar >= 0 && lugar + marca.Length + 14 <= bytes.Length)
            {
                texto.CopyTo(bytes, lugar + marca.Length - 3);
            }
        }

        return new(bytes, CodigoDeIntegridad.De(bytes));
    }

    // A helper that is still dying may write once more in its profile: what it leaves is only cache.
    private static void Borrar(DirectoryInfo carpeta)
    {
        for (var intento = 0; intento < 5; intento++)
        {
            try
            {
                carpeta.Delete(recursive: true);
                return;
            }
            catch (DirectoryNotFoundException)
            {
                return;
            }
            catch (IOException)
            {
                Thread.Sleep(50);
            }
        }
    }
}
