using System.Runtime.CompilerServices;
using Prep.Operacion.Digitalizacion.Imagenes;

namespace Prep.Simulador.Tests.Imagenes;

/// <summary>The test program is also the image worker when its first argument says so: healthy, dying once, or silent.</summary>
internal static class ObreroDePrueba
{
    private const string MuereUnaVez = "obrero-que-muere-una-vez", Calla = "obrero-que-calla", DiceOtraCosa = "obrero-que-dice-otra-cosa";

    public static ComandoDelObrero Sano => Con(ObreroDeImagenes.Verbo);

    public static ComandoDelObrero QueCalla => Con(Calla);

    public static ComandoDelObrero QueDiceOtraCosa => Con(DiceOtraCosa);

    public static ComandoDelObrero QueMuereUnaVez(string testigo) => Con(MuereUnaVez, testigo);

    private static ComandoDelObrero Con(params string[] argumentos) => new(Path.ChangeExtension(typeof(ObreroDePrueba).Assembly.Location, null), argumentos);

    // Before the runner of tests looks at the arguments.
#pragma warning disable CA2255 // The analyser means libraries; this is a program.
    [ModuleInitializer]
#pragma warning restore CA2255
    internal static void SerObrero()
    {
        var argumentos = Environment.GetCommandLineArgs();
        switch (argumentos.ElementAtOrDefault(1))
        {
            case ObreroDeImagenes.Verbo:
                Environment.Exit(Trabajar());
                break;
            case MuereUnaVez when !File.Exists(argumentos[2]):
                File.WriteAllText(argumentos[2], "");
                Console.OpenStandardInput().ReadByte();
                Environment.Exit(139);
                break;
            case MuereUnaVez:
                Environment.Exit(Trabajar());
                break;
            case Calla:
                Thread.Sleep(Timeout.Infinite);
                break;
            case DiceOtraCosa:
                Console.Write("Bienvenido al programa.");
                Environment.Exit(0);
                break;
            default:
                break;
        }
    }

    private static int Trabajar() => Task.Run(() => ObreroDeImagenes.CorrerAsync()).GetAwaiter().GetResult();
}
