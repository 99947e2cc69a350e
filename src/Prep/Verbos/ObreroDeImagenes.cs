using System.CommandLine;
using Taller = Prep.Operacion.Digitalizacion.Imagenes;

namespace Prep.Verbos;

/// <summary>Hidden: the process that draws images for another one of this program, over stdin and stdout.</summary>
internal static class ObreroDeImagenes
{
    public static Command Verbo()
    {
        var verbo = new Command(Taller.ObreroDeImagenes.Verbo, "Dibuja imágenes para otro proceso de Prep.") { Hidden = true };
        verbo.SetAction((_, ct) => Taller.ObreroDeImagenes.CorrerAsync(ct));
        return verbo;
    }
}
