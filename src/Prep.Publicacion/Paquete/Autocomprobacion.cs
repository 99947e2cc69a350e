using Prep.Dominio.Catalogo;
using Prep.Dominio.Computo;
using Prep.Dominio.Cortes;

namespace Prep.Publicacion.Paquete;

/// <summary>Reads back what a corte wrote and compares it with its figures, election by election.</summary>
internal sealed class Autocomprobacion(string carpeta)
{
    public IReadOnlyDictionary<EleccionId, IReadOnlyList<string>> DeBases(
        Corte corte, IReadOnlyDictionary<EleccionId, Resultados> resultados, IReadOnlyList<BaseEscrita> bases)
    {
        var faltas = new Dictionary<EleccionId, IReadOnlyList<string>>();
        foreach (var eleccion in corte.Elecciones)
        {
            var id = eleccion.Eleccion.Id;
            var base_ = bases.First(b => b.Eleccion == id && b.Ruta.EndsWith(".csv", StringComparison.Ordinal));
            var motivos = DeBase(base_, resultados[id].Estado.Cifras).ToList();
            if (motivos.Count > 0)
            {
                faltas[id] = motivos;
            }
        }

        return faltas;
    }

    private IEnumerable<string> DeBase(BaseEscrita base_, Cifras cifras)
    {
        // The header says the 13 figures; the rows, that it does not lie, are ComprobadorDeBase's.
        var nombres = string.Join(',', Cifras.Nombres);
        var encabezado = File.ReadLines(Path.Combine(carpeta, base_.Ruta)).Take(8).SkipWhile(l => !l.Contains(nombres, StringComparison.Ordinal)).Skip(1).FirstOrDefault();
        var valores = encabezado?.Split(',') ?? [];
        if (valores.Length < Cifras.Nombres.Count)
        {
            yield return $"{base_.Ruta}: no tiene el encabezado de las 13 cifras.";
            yield break;
        }

        for (var i = 0; i < Cifras.Nombres.Count; i++)
        {
            if (valores[i] != cifras.Valores[i])
            {
                yield return $"{base_.Ruta}: {Cifras.Nombres[i]} dice {valores[i]} y es {cifras.Valores[i]}.";
            }
        }
    }
}
