using System.Diagnostics;
using System.Reflection;

namespace Prep.Operacion.Digitalizacion.Imagenes;

/// <summary>How to start the worker: an executable and its arguments.</summary>
public sealed record ComandoDelObrero(string Archivo, IReadOnlyList<string> Argumentos)
{
    /// <summary>This same program with the hidden verb, whether it runs as <c>Prep</c> or as <c>dotnet Prep.dll</c>.</summary>
    public static ComandoDelObrero EstePrograma()
    {
        var ejecutable = Environment.ProcessPath ?? throw new InvalidOperationException("No se sabe qué programa corre.");
        return Path.GetFileNameWithoutExtension(ejecutable) == "dotnet"
            ? new(ejecutable, [Assembly.GetEntryAssembly()!.Location, ObreroDeImagenes.Verbo])
            : new(ejecutable, [ObreroDeImagenes.Verbo]);
    }
}

/// <summary>One running worker process. Used by one caller at a time; after any fault it is killed and thrown away.</summary>
internal sealed class Obrero : IDisposable
{
    private readonly Process _proceso;

    public Obrero(ComandoDelObrero comando)
    {
        var inicio = new ProcessStartInfo(comando.Archivo)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        foreach (var argumento in comando.Argumentos)
        {
            inicio.ArgumentList.Add(argumento);
        }

        inicio.Environment["VIPS_WARNING"] = "0";   // what is wrong with a stranger's file is told to who sent it, not to the console
        _proceso = Process.Start(inicio) ?? throw new InvalidOperationException("No arrancó el proceso de imágenes.");
    }

    public int Pid => _proceso.Id;

    /// <exception cref="IOException">It died or answered something else.</exception>
    /// <exception cref="OperationCanceledException">The time ended.</exception>
    public async Task<Trama> PedirAsync(Trama peticion, CancellationToken ct)
    {
        try
        {
            await peticion.EscribirAsync(_proceso.StandardInput.BaseStream, ct);
            return await Trama.LeerAsync(_proceso.StandardOutput.BaseStream, ct) ?? throw new IOException("El proceso de imágenes terminó sin responder.");
        }
        catch (InvalidDataException e)
        {
            throw new IOException(e.Message, e);
        }
    }

    public void Matar()
    {
        try
        {
            _proceso.Kill(entireProcessTree: true);
        }
        catch (InvalidOperationException)
        {
            // it had ended by itself
        }
    }

    public void Dispose()
    {
        Matar();
        _proceso.WaitForExit(TimeSpan.FromSeconds(5));
        _proceso.Dispose();
    }
}
