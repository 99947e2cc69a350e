using System.Runtime.CompilerServices;
using Prep.Operacion.Digitalizacion.Imagenes;

namespace Prep.Operacion.Tests.Imagenes;

/// <summary>The test program is also the image worker when its first argument says so.</summary>
public static class ObreroDePrueba
{
    public static ComandoDelObrero Sano => new(Path.ChangeExtension(typeof(ObreroDePrueba).Assembly.Location, null), [ObreroDeImagenes.Verbo]);

    // Before the runner of tests looks at the arguments.
#pragma warning disable CA2255 // The analyser means libraries; this is a program.
    [ModuleInitializer]
#pragma warning restore CA2255
    internal static void SerObrero()
    {
        if (Environment.GetCommandLineArgs().ElementAtOrDefault(1) == ObreroDeImagenes.Verbo)
        {
            Environment.Exit(Task.Run(() => ObreroDeImagenes.CorrerAsync()).GetAwaiter().GetResult());
        }
    }
}
