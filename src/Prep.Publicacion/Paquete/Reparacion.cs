using System.Text.Json;

namespace Prep.Publicacion.Paquete;

/// <param name="Corte">The one that is served; null in a publication without cortes.</param>
/// <param name="Barridos">What an interrupted corte had left, relative to the root.</param>
public sealed record Reparada(string? Corte, IReadOnlyList<string> Barridos);

/// <summary>Leaves a publication as <c>actual.json</c> says it is: what an interrupted corte left is swept, what it had not yet renewed is renewed.</summary>
public static class Reparacion
{
    /// <param name="actual">What is served; null when nothing was ever published.</param>
    public static Reparada Barrer(string publicacion, Actual? actual)
    {
        var barridos = new List<string>();
        var hasta = actual?.Corte ?? "";
        BarrerCarpetas(publicacion, hasta, barridos);
        BarrerArchivos(publicacion, RutasDePaquete.Registro, ruta => EsPosterior(Path.GetFileNameWithoutExtension(ruta), hasta), barridos);
        foreach (var resto in Directory.EnumerateFileSystemEntries(publicacion, "*.nuevo").ToList())
        {
            File.Delete(resto);
            barridos.Add(Path.GetFileName(resto));
        }

        // Looking for files that no log names costs a listing of every acta: only after an interrupted corte.
        if (barridos.Count > 0)
        {
            BarrerSueltos(publicacion, hasta, barridos);
        }

        if (actual is not null)
        {
            Renovar(publicacion, actual.Corte);
        }

        return new(actual?.Corte, barridos);
    }

    /// <summary>Removes the images that the log says were withdrawn; their notice is already in place.</summary>
    public static void Retirar(string publicacion, RegistroPublico registro)
    {
        foreach (var sha256 in registro.Retiradas)
        {
            var ruta = Path.Combine(publicacion, RutasDePaquete.Imagen(sha256));
            if (File.Exists(ruta))
            {
                File.Delete(ruta);
            }
        }
    }

    /// <summary>Points <c>actual</c> at the corte and puts its root files in place; what is already right is not touched.</summary>
    public static void Renovar(string publicacion, string corte)
    {
        var enlace = Path.Combine(publicacion, RutasDePaquete.EnlaceActual);
        var destino = $"{RutasDePaquete.Cortes}/{corte}";
        if (new FileInfo(enlace).LinkTarget != destino)
        {
            Disco.ApuntarEnlace(enlace, destino);
        }

        var copia = Path.Combine(publicacion, destino, RutasDePaquete.CopiaDeRaiz);
        if (!Directory.Exists(copia))
        {
            return;
        }

        foreach (var origen in Directory.EnumerateFiles(copia))
        {
            var bytes = File.ReadAllBytes(origen);
            var ruta = Path.Combine(publicacion, Path.GetFileName(origen));
            if (!File.Exists(ruta) || !File.ReadAllBytes(ruta).AsSpan().SequenceEqual(bytes))
            {
                Disco.Reemplazar(ruta, bytes);
            }
        }
    }

    private static void BarrerCarpetas(string publicacion, string hasta, List<string> barridos)
    {
        var cortes = Path.Combine(publicacion, RutasDePaquete.Cortes);
        if (!Directory.Exists(cortes))
        {
            return;
        }

        foreach (var carpeta in Directory.EnumerateDirectories(cortes).ToList())
        {
            var nombre = Path.GetFileName(carpeta);
            if (nombre.StartsWith('.') || EsPosterior(nombre, hasta))
            {
                Directory.Delete(carpeta, recursive: true);
                barridos.Add($"{RutasDePaquete.Cortes}/{nombre}");
            }
        }
    }

    private static void BarrerSueltos(string publicacion, string hasta, List<string> barridos)
    {
        var (actas, imagenes) = Nombrados(publicacion, hasta);
        BarrerArchivos(publicacion, RutasDePaquete.Actas, ruta => !actas.Contains(SinExtension(ruta)), barridos);
        BarrerArchivos(publicacion, RutasDePaquete.Imagenes, ruta => !imagenes.Contains(Path.GetFileName(ruta).Split('.')[0]), barridos);
    }

    private static (HashSet<string> Actas, HashSet<string> Imagenes) Nombrados(string publicacion, string hasta)
    {
        var (actas, imagenes) = (new HashSet<string>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal));
        foreach (var linea in Segmentos.Lineas(publicacion, hasta))
        {
            using var documento = JsonDocument.Parse(linea);
            actas.Add(documento.RootElement.GetProperty("ruta").GetString()!);
            if (documento.RootElement.GetProperty("codigoIntegridad").GetString() is { } codigo)
            {
                imagenes.Add(codigo);
            }
        }

        return (actas, imagenes);
    }

    private static void BarrerArchivos(string publicacion, string carpeta, Func<string, bool> sobra, List<string> barridos)
    {
        var raiz = Path.Combine(publicacion, carpeta);
        if (!Directory.Exists(raiz))
        {
            return;
        }

        foreach (var archivo in Directory.EnumerateFiles(raiz, "*", SearchOption.AllDirectories).ToList())
        {
            var ruta = Path.GetRelativePath(publicacion, archivo);
            if (sobra(ruta))
            {
                File.Delete(archivo);
                barridos.Add(ruta);
            }
        }
    }

    // actas/gub/200002B010002.v1.html.br → actas/gub/200002B010002.v1
    private static string SinExtension(string ruta)
    {
        var sinGemelo = ruta.EndsWith(RutasDePaquete.Gemelo, StringComparison.Ordinal) ? ruta[..^RutasDePaquete.Gemelo.Length] : ruta;
        return sinGemelo[..sinGemelo.LastIndexOf('.')];
    }

    private static bool EsPosterior(string corte, string hasta) => string.CompareOrdinal(corte, hasta) > 0;
}
