namespace Prep.Publicacion.Tests;

/// <summary>Golden files: byte for byte. With PREP_DORADOS=1 in the environment the test writes them anew and fails, so that no one forgets to look.</summary>
internal static class Dorado
{
    public static void Comparar(string ruta, string texto)
    {
        if (Environment.GetEnvironmentVariable("PREP_DORADOS") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(ruta)!);
            File.WriteAllText(ruta, texto);
            Assert.Fail($"Se escribió {ruta}: revíselo.");
        }

        Assert.Equal(File.ReadAllText(ruta), texto.TrimStart('\uFEFF'));
        Assert.Equal(File.ReadAllBytes(ruta).Length, System.Text.Encoding.UTF8.GetByteCount(texto));
    }
}
