using System.Text.Json;
using Prep.Dominio.Catalogo;
using Prep.Operacion.Preparacion.Carpeta;
using Prep.Publicacion.Formatos;
using Prep.Publicacion.Tests.Formatos;

namespace Prep.Publicacion.Tests.Sitio;

/// <summary><c>./prep test rastreo CARPETA</c>: every page of a real publication, which no round of tests has the time for.</summary>
public sealed class RastreoLargoTests(ITestOutputHelper salida)
{
    [Fact(Explicit = true)]
    public void Todo_numero_y_todo_enlace_de_la_publicacion_de_PREP_RASTREO_sale_de_sus_bases()
    {
        var publicacion = Environment.GetEnvironmentVariable("PREP_RASTREO") ?? throw new InvalidOperationException("PREP_RASTREO dice la carpeta de la publicación.");
        var proceso = Catalogo(publicacion);
        var rastreador = new Rastreador(publicacion, proceso, ModelosDePublicacion.Leer(publicacion, proceso));
        var faltas = rastreador.Recorrer();

        salida.WriteLine($"{rastreador.Paginas} páginas, {rastreador.Numeros} números recalculados");
        Assert.True(faltas.Count == 0, $"{faltas.Count} faltas\n{string.Join('\n', faltas.Take(60))}");
        Assert.True(rastreador.Numeros > rastreador.Paginas);
    }

    // The folder of the repository with that process, else what its own files tell.
    private static Proceso Catalogo(string publicacion)
    {
        using var actual = JsonDocument.Parse(File.ReadAllText(Path.Combine(publicacion, "actual.json")));
        var corte = Path.Combine(publicacion, "cortes", actual.RootElement.GetProperty("corte").GetString()!);
        using var manifiesto = JsonDocument.Parse(File.ReadAllText(Path.Combine(corte, "manifiesto.json")));
        var id = manifiesto.RootElement.GetProperty("proceso").GetString();
        if (Directory.GetDirectories(Path.Combine(Reales.Raiz, "datos")).Where(d => File.Exists(Path.Combine(d, "proceso.json")))
            .Select(d => LectorDeCarpeta.Leer(d).Resultado).FirstOrDefault(r => r.IsOk && (r.Value.Id == id || id == $"{r.Value.Id}-practica")) is { } deCarpeta)
        {
            return deCarpeta.Value;
        }

        var archivo = Path.Combine(corte, Assert.Single(manifiesto.RootElement.GetProperty("elecciones").EnumerateArray()).GetProperty("base").GetString()!);
        var candidaturas = Directory.GetFiles(Path.GetDirectoryName(archivo)!, "*CANDIDATURAS*.csv").SingleOrDefault();
        return CatalogoInferido.De(ArchivoOficial.Leer(archivo).Value, candidaturas is null ? null : CandidaturasLeidas.Leer(candidaturas).Value).Value.Proceso;
    }
}
