using System.Text.Json;
using Prep.Dominio.Catalogo;
using Prep.Dominio.Computo;
using Prep.Dominio.Cortes;
using RutasDelSitio = Prep.Publicacion.Sitio.Rutas;

namespace Prep.Publicacion.Paquete;

/// <summary>Reads back what a corte wrote and compares it with figures computed again from its rows, election by election.</summary>
internal sealed class Autocomprobacion(string carpeta)
{
    public IReadOnlyDictionary<EleccionId, IReadOnlyList<string>> DeBases(Corte corte, IReadOnlyList<BaseEscrita> bases) =>
        PorEleccion(corte, eleccion => DeBase(bases.First(b => b.Eleccion == eleccion.Eleccion.Id && b.EsTabla), Resultados.De(eleccion).Estado.Cifras));

    public IReadOnlyDictionary<EleccionId, IReadOnlyList<string>> DeJson(Corte corte) => PorEleccion(corte, eleccion =>
    {
        var resultados = Resultados.De(eleccion);
        var id = eleccion.Eleccion.Id;
        return DeJson(Relativa(RutasDelSitio.DeEleccion(corte.Id, id, "resultados.json")), resultados.Estado)
            .Concat(eleccion.Eleccion.Areas.SelectMany(area =>
                DeJson(Relativa(RutasDelSitio.DeArea(corte.Id, id, area, "resultados.json")), resultados.PorArea[area.Id])));

        string Relativa(string ruta) => ruta[(RutasDePaquete.Corte(corte.Id).Length + 1)..];
    });

    private static IReadOnlyDictionary<EleccionId, IReadOnlyList<string>> PorEleccion(Corte corte, Func<CorteDeEleccion, IEnumerable<string>> revisar)
    {
        var faltas = new Dictionary<EleccionId, IReadOnlyList<string>>();
        foreach (var eleccion in corte.Elecciones)
        {
            if (revisar(eleccion).Take(20).ToList() is { Count: > 0 } motivos)
            {
                faltas[eleccion.Eleccion.Id] = motivos;
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
            return [$"{base_.Ruta}: no tiene el encabezado de las 13 cifras."];
        }

        return DeCifras(base_.Ruta, cifras, (_, i) => valores[i]);
    }

    private IEnumerable<string> DeJson(string ruta, Totales totales)
    {
        using var documento = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(carpeta, ruta)));
        var publicadas = documento.RootElement.GetProperty("cifras");
        var votos = documento.RootElement.GetProperty("votos").GetProperty("total").GetInt64();
        var faltas = DeCifras(ruta, totales.Cifras, (nombre, _) => publicadas.GetProperty(nombre).ToString()).ToList();
        if (votos != totales.Votos.Total)
        {
            faltas.Add($"{ruta}: los votos suman {votos} y son {totales.Votos.Total}.");
        }

        return faltas;
    }

    private static IEnumerable<string> DeCifras(string ruta, Cifras cifras, Func<string, int, string> publicada)
    {
        for (var i = 0; i < Cifras.Nombres.Count; i++)
        {
            if (publicada(Cifras.Nombres[i], i) != cifras.Valores[i])
            {
                yield return $"{ruta}: {Cifras.Nombres[i]} dice {publicada(Cifras.Nombres[i], i)} y es {cifras.Valores[i]}.";
            }
        }
    }
}
