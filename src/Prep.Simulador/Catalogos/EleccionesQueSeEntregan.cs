using Prep.Dominio.Catalogo;
using Prep.Operacion.Preparacion.Carpeta;

namespace Prep.Simulador.Catalogos;

/// <summary>The elections under <c>datos/</c>: a test proves that each committed folder is what its generator makes.</summary>
public static class EleccionesQueSeEntregan
{
    public static readonly IReadOnlyDictionary<string, Func<FuentesDeOaxaca, Proceso>> Todas = new Dictionary<string, Func<FuentesDeOaxaca, Proceso>>
    {
        ["oaxaca-2022"] = Oaxaca2022.Generar,
        ["oaxaca-2024"] = Oaxaca2024.Generar,
    };

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
