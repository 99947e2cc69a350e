using System.CommandLine;

namespace Prep.Verbos;

/// <summary>Bad use or input that a verb found: printed as it is, exit 2.</summary>
public sealed class MalUsoException(string mensaje) : Exception(mensaje);

/// <summary>Runs a verb; the one place where an unexpected failure becomes a sentence and an exit code.</summary>
public static class Ejecucion
{
    public static async Task<int> CorrerAsync(RootCommand raiz, string[] argumentos)
    {
        var lectura = raiz.Parse(argumentos);
        if (lectura.Errors.Count > 0)
        {
            foreach (var error in lectura.Errors)
            {
                await Console.Error.WriteLineAsync(error.Message);
            }

            await Console.Error.WriteLineAsync("Use ./prep --help para ver los verbos, o ./prep VERBO --help para uno.");
            return Salida.MalUso;
        }

        try
        {
            return await lectura.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        }
        catch (MalUsoException e)
        {
            await Console.Error.WriteLineAsync(e.Message);
            return Salida.MalUso;
        }
        catch (OperationCanceledException)
        {
            await Console.Error.WriteLineAsync("Interrumpido; no queda nada a medias.");
            return Salida.NoSePudo;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or HttpRequestException or System.Data.Common.DbException)
        {
            await Console.Error.WriteLineAsync($"No se pudo hacer ahora: {e.Message}");
            return Salida.NoSePudo;
        }
    }
}
