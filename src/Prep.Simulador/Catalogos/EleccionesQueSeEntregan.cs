using Prep.Dominio.Catalogo;
using Prep.Operacion.Preparacion.Carpeta;
using Prep.Simulador.Imagenes;

namespace Prep.Simulador.Catalogos;

/// <summary>The elections under <c>datos/</c>: a test proves that each committed folder is what its generator makes.</summary>
public static class EleccionesQueSeEntregan
{
    public static readonly IReadOnlyDictionary<string, Func<FuentesDeOaxaca, Proceso>> Todas = new Dictionary<string, Func<FuentesDeOaxaca, Proceso>>
    {
        ["oaxaca-2022"] = f => ConPlantillas(Oaxaca2022.Generar(f)),
        ["oaxaca-2024"] = f => ConPlantillas(Oaxaca2024.Generar(f)),
    };

    // Their paper is the one that this program draws for rehearsals: the official sheets are not public as files.
    private static Proceso ConPlantillas(Proceso proceso) =>
        proceso with { Elecciones = [.. proceso.Elecciones.Select(e => e with { Plantillas = PlantillasDelDibujo.De(e) })] };

    /// <summary>Writes every folder again.</summary>
    /// <param name="datos">The repository's <c>datos</c>, with <c>reales</c> in it.</param>
    public static void Escribir(string datos)
    {
        var fuentes = new FuentesDeOaxaca(Path.Combine(datos, "reales"));
        foreach (var (nombre, generar) in Todas)
        {
            EscritorDeCarpeta.Escribir(generar(fuentes), Path.Combine(datos, nombre));
        }
    }
}
