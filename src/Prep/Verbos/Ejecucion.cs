using System.CommandLine;
using System.CommandLine.Help;

namespace Prep.Verbos;

/// <summary>Bad use or input that a verb found: its sentence is printed, exit 2.</summary>
public sealed class MalUsoException(string mensaje) : Exception(mensaje);

/// <summary>Runs a verb; the one place where an unexpected failure becomes a sentence and an exit code.</summary>
public static class Ejecucion
{
    // Servers close what they are answering and a corte ends: the default of two seconds would cut them.
    private static readonly TimeSpan _paraTerminar = TimeSpan.FromSeconds(30);

    public static async Task<int> CorrerAsync(RootCommand raiz, string[] argumentos)
    {
        var lectura = raiz.Parse(argumentos);
        if (lectura.Errors.Count > 0)
        {
            foreach (var error in lectura.Errors)
            {
                await Console.Error.WriteLineAsync(SinTipo(error.Message));
            }

            await Console.Error.WriteLineAsync("Use ./prep --help para ver los verbos, o ./prep VERBO --help para uno.");
            return Salida.MalUso;
        }

        if (lectura.Action is HelpAction)
        {
            return Ayuda(lectura);
        }

        try
        {
            return await lectura.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = _paraTerminar });
        }
        catch (MalUsoException e)
        {
            await Console.Error.WriteLineAsync(Visible(e.Message));
            return Salida.MalUso;
        }
        catch (UnauthorizedAccessException e)
        {
            await Console.Error.WriteLineAsync($"Sin permiso para abrir {Ruta(e.Message)}: revise los permisos del archivo y de su carpeta.");
            return Salida.MalUso;
        }
        catch (OperationCanceledException)
        {
            await Console.Error.WriteLineAsync("Interrumpido; no queda nada a medias.");
            return Salida.NoSePudo;
        }
        catch (Exception e) when (e is IOException or HttpRequestException or System.Data.Common.DbException)
        {
            await Console.Error.WriteLineAsync($"No se pudo hacer ahora: {e.Message}");
            return Salida.NoSePudo;
        }
    }

    // «como el tipo esperado 'System.Int32'» says nothing to a person.
    private static string SinTipo(string mensaje) =>
        mensaje.IndexOf(" como el tipo esperado", StringComparison.Ordinal) is > 0 and var corte ? $"{mensaje[..corte]}." : mensaje;

    // The library names the program by its file; a person calls it by the command of the house, which also has a verb of its own.
    private static int Ayuda(ParseResult lectura)
    {
        using var texto = new StringWriter();
        lectura.Invoke(new InvocationConfiguration { Output = texto });
        Console.Write(texto.ToString().Replace("\n  Prep ", "\n  ./prep ", StringComparison.Ordinal).TrimEnd());
        Console.WriteLine();
        if (lectura.CommandResult.Command is RootCommand)
        {
            Console.WriteLine("""
                  test [unidad|todo]  Compila y prueba todo; la última línea es `N passed, N failed, N skipped`.

                Cada verbo dice lo suyo: ./prep VERBO --help
                Termina con 0 si se hizo; 1 si la respuesta es no; 2 si el mandato o el archivo están mal; 3 si no se pudo ahora (disco, base, red).
                """);
        }

        return Salida.Hecho;
    }

    // What a damaged file holds is quoted in its message: nothing that a terminal would obey.
    private static string Visible(string mensaje) => string.Concat(mensaje.Select(c => char.IsControl(c) && c != '\n' ? '\uFFFD' : c));

    // The system's sentence is English; the path stands between its quotes.
    private static string Ruta(string mensaje) => mensaje.Split('\'') is [_, var ruta, ..] ? ruta : "un archivo";
}
