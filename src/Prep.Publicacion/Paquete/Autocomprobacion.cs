using System.Collections.Concurrent;
using System.Text.Json;
using Prep.Dominio.Catalogo;
using Prep.Dominio.Computo;
using Prep.Dominio.Cortes;
using Prep.Publicacion.Comprobacion;
using Prep.Publicacion.Formatos;
using RutasDelSitio = Prep.Publicacion.Sitio.Rutas;

namespace Prep.Publicacion.Paquete;

/// <summary>Reads back what a corte wrote and compares it with figures computed again from its rows, election by election.</summary>
internal sealed class Autocomprobacion(string carpeta)
{
    public IReadOnlyDictionary<EleccionId, IReadOnlyList<string>> DeBases(Corte corte, IReadOnlyList<BaseEscrita> bases) =>
        PorEleccion(corte, eleccion => DeBase(bases.First(b => b.Eleccion == eleccion.Eleccion.Id && b.EsTabla), eleccion));

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
        var faltas = new ConcurrentDictionary<EleccionId, IReadOnlyList<string>>();
        EnParalelo.Correr(() => Parallel.ForEach(corte.Elecciones, eleccion =>
        {
            if (revisar(eleccion).Take(20).ToList() is { Count: > 0 } motivos)
            {
                faltas[eleccion.Eleccion.Id] = motivos;
            }
        }));
        return faltas;
    }

    // Only faltas stop an election: an aviso is something to know, not a figure that lies.
    private IEnumerable<string> DeBase(BaseEscrita base_, CorteDeEleccion eleccion)
    {
        var lectura = ArchivoOficial.Leer(base_.Ruta, File.ReadAllBytes(Path.Combine(carpeta, base_.Ruta)));
        if (!lectura.IsOk)
        {
            return [lectura.Rechazo.Mensaje];
        }

        var publicadas = lectura.Value.Encabezado.Cifras;
        return DeCifras(base_.Ruta, Resultados.De(eleccion).Estado.Cifras, (nombre, _) => publicadas.GetValueOrDefault(nombre)?.Texto ?? "")
            .Concat(ComprobadorDeBase.Comprobar(lectura.Value, base_.Ruta, new(Ultimo: eleccion.Ultimo)).Faltas.Select(f => f.ToString()));
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
        var valores = cifras.Valores;
        for (var i = 0; i < valores.Count; i++)
        {
            if (publicada(Cifras.Nombres[i], i) != valores[i])
            {
                yield return $"{ruta}: {Cifras.Nombres[i]} dice {publicada(Cifras.Nombres[i], i)} y es {valores[i]}.";
            }
        }
    }
}
