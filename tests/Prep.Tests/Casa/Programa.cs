using System.Diagnostics;
using System.Reflection;
using System.Text;

namespace Prep.Tests.Casa;

/// <summary>What the program said and how it ended.</summary>
public sealed record Final(int Codigo, string Salida, string Error)
{
    public IReadOnlyList<string> Lineas => Salida.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    public string UltimaLinea => Lineas.Count > 0 ? Lineas[^1] : "";
}

/// <summary>The real program as a process of its own: what a person runs, not its classes.</summary>
public static class Programa
{
    public static readonly string Raiz = typeof(Programa).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "Raiz").Value!;

    // Tests and program are built together: the same configuration, the folder beside.
    private static readonly string _ejecutable = Path.Combine(Raiz, "artifacts", "bin", "Prep", new DirectoryInfo(AppContext.BaseDirectory).Name, "Prep");

    public static string Real(string ruta) => Path.Combine(Raiz, "datos", "reales", ruta);

    /// <summary>Runs a verb to its end.</summary>
    public static Task<Final> CorrerAsync(params string[] argumentos) => CorrerEnAsync(null, argumentos);

    /// <param name="temporal">Its folder for temporary files and working folder; null for the system's.</param>
    public static Task<Final> CorrerEnAsync(string? temporal, params string[] argumentos) => TerminarAsync(Iniciar(temporal, _ejecutable, argumentos));

    /// <summary>Runs it bound by file permissions even when the tests are run by root.</summary>
    public static Task<Final> CorrerSinPrivilegiosAsync(params string[] argumentos) => Environment.UserName == "root"
        ? TerminarAsync(Iniciar(null, "setpriv", ["--bounding-set=-dac_override,-dac_read_search", _ejecutable, .. argumentos]))
        : CorrerAsync(argumentos);

    /// <summary>Starts a verb that does not end by itself.</summary>
    public static Process Iniciar(params string[] argumentos) => Iniciar(null, _ejecutable, argumentos);

    /// <summary>Any other program, such as openssl.</summary>
    public static Task<Final> AjenoAsync(string carpeta, string programa, params string[] argumentos) => TerminarAsync(Iniciar(carpeta, programa, argumentos));

    public static async Task<Final> TerminarAsync(Process proceso)
    {
        using (proceso)
        {
            var (salida, error) = (proceso.StandardOutput.ReadToEndAsync(), proceso.StandardError.ReadToEndAsync());
            await proceso.WaitForExitAsync();
            return new(proceso.ExitCode, await salida, await error);
        }
    }

    private static Process Iniciar(string? carpeta, string programa, string[] argumentos)
    {
        ProcessStartInfo inicio = new(programa, argumentos)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
            WorkingDirectory = carpeta ?? Path.GetTempPath(),
        };
        inicio.Environment.Remove("PREP_ALMACEN");
        inicio.Environment.Remove("PREP_BASE");
        if (carpeta is not null)
        {
            inicio.Environment["TMPDIR"] = carpeta;
        }

        return Process.Start(inicio)!;
    }
}
