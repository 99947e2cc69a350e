using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;

namespace Prep.Servicios;

/// <summary>The console of a server as who watches it reads it: one sentence a line, with a word before it only when something is wrong.</summary>
public sealed class RenglonDeConsola() : ConsoleFormatter(Nombre)
{
    public const string Nombre = "renglon";

    public override void Write<TState>(in LogEntry<TState> logEntry, IExternalScopeProvider? scopeProvider, TextWriter textWriter)
    {
        var palabra = logEntry.LogLevel switch
        {
            LogLevel.Warning => "aviso: ",
            LogLevel.Error or LogLevel.Critical => "error: ",
            _ => "",
        };
        textWriter.Write(palabra);
        textWriter.Write(logEntry.Formatter(logEntry.State, logEntry.Exception));
        if (logEntry.Exception is { } falla)
        {
            // What was not foreseen is told whole: someone must mend it.
            textWriter.Write($"\n{falla}");
        }

        textWriter.WriteLine();
    }
}

internal static class Renglones
{
    public static ILoggingBuilder AddRenglones(this ILoggingBuilder bitacora) =>
        bitacora.AddConsole(o => o.FormatterName = RenglonDeConsola.Nombre).AddConsoleFormatter<RenglonDeConsola, ConsoleFormatterOptions>();
}
