namespace Prep.Operacion.Tests.Documentos;

/// <summary>A program in the place of Chromium that does what a test wants; <c>$destino</c> is where the PDF is expected.</summary>
internal static class NavegadorDePrueba
{
    public static string Escribir(DirectoryInfo carpeta, string guion)
    {
        var ruta = Path.Combine(carpeta.FullName, "navegador");
        File.WriteAllText(ruta, $$"""
            #!/bin/bash
            for a in "$@"; do case "$a" in --print-to-pdf=*) destino="${a#*=}" ;; esac; done
            dirname "$destino" > "$(dirname "$0")/donde"
            {{guion}}
            """);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(ruta, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        return ruta;
    }
}
