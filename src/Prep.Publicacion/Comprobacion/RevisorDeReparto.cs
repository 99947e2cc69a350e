using System.Text.Json;
using Prep.Dominio.Catalogo;
using Prep.Dominio.Computo;
using Prep.Publicacion.Formatos;

namespace Prep.Publicacion.Comprobacion;

/// <summary>Splits again, from the rows of a database, the votes of coalitions among their parties, and compares <c>repartoInformativo</c>.</summary>
/// <remarks>
/// Regla P-01. The file does not say how a candidatura común is split: where it has one, or a coalition whose parties its columns do not name,
/// only the sum of the table is recomputed.
/// </remarks>
internal sealed class RevisorDeReparto
{
    private readonly IReadOnlyList<ColumnaDeVotos> _columnas;
    private readonly IReadOnlyList<Contendiente> _contendientes;
    private readonly Boleta _boleta;
    private readonly bool _seConoce;

    public RevisorDeReparto(ArchivoOficial archivo)
    {
        _columnas = archivo.Esquema.Boleta;
        (_contendientes, var sinResolver) = ContendientesInferidos.De(_columnas);
        _boleta = new("", [.. Enumerable.Range(0, _contendientes.Count)]);
        _seConoce = sinResolver.Count == 0 && !_contendientes.Any(c => c is Contendiente.CandidaturaComun) && !_columnas.Any(c => c.Nombre.StartsWith("CC", StringComparison.OrdinalIgnoreCase));
    }

    /// <param name="json">A document of results of the state or of an area.</param>
    /// <param name="areas">The one of the document, or all of them: each is split by itself.</param>
    /// <param name="comparar">Field, published, recomputed.</param>
    public void Revisar(JsonElement json, IReadOnlyList<SumaDeRenglones> areas, Action<string, string, string> comparar)
    {
        if (!json.TryGetProperty("repartoInformativo", out var tabla))
        {
            return;
        }

        var (resto, total) = (0L, areas.Sum(a => a.Votos.Values.Sum()));
        foreach (var (campo, columna) in new[] { ("noRegistradas", "NO_REGISTRADAS"), ("nulos", "NULOS") })
        {
            var votos = areas.Sum(a => a.Votos.GetValueOrDefault(columna));
            comparar($"repartoInformativo {campo}", tabla.GetProperty(campo).ToString(), $"{votos}");
            resto += votos;
        }

        comparar("repartoInformativo total", tabla.GetProperty("total").ToString(), $"{total}");
        var publicado = tabla.GetProperty("filas").EnumerateArray().Select(f => (Clave: f.GetProperty("clave").GetString()!, Votos: f.GetProperty("votos").GetInt64(), Porcentaje: f.GetProperty("porcentaje").GetString()!)).ToList();
        comparar("repartoInformativo, sus partidos", $"{publicado.Sum(f => f.Votos)}", $"{total - resto}");
        var suyos = _seConoce ? Repartir(areas) : null;
        foreach (var (clave, votos, porcentaje) in publicado)
        {
            comparar($"repartoInformativo {clave} porcentaje", porcentaje, votos < 0 ? "" : Porcentaje.De(votos, total).ToString());
            if (suyos is not null)
            {
                comparar($"repartoInformativo {clave}", $"{votos}", $"{suyos.GetValueOrDefault(clave)}");
            }
        }
    }

    private Dictionary<string, long> Repartir(IReadOnlyList<SumaDeRenglones> areas)
    {
        var suma = _columnas.ToDictionary(c => c.Clave, _ => 0L, StringComparer.Ordinal);
        foreach (var area in areas)
        {
            var reparto = RepartoDeCoalicion.Repartir(_contendientes, _boleta, [.. _columnas.Select(c => area.Votos.GetValueOrDefault(c.Clave))]);
            for (var i = 0; i < reparto.Count; i++)
            {
                suma[_columnas[i].Clave] += reparto[i];
            }
        }

        return suma;
    }
}
