using Prep.Dominio.Catalogo;

namespace Prep.Simulador.Catalogos;

/// <summary>Who goes with whom in one area. Every alliance of 2024 here is invented (EJEMPLO).</summary>
/// <param name="Coaliciones">Partners of each coalition; every combination of them has a row.</param>
/// <param name="Comunes">Candidaturas comunes, with their mode.</param>
/// <param name="Independientes">Number of independents on the boleta.</param>
internal sealed record AlianzasDeArea(
    IReadOnlyList<string> Partidos,
    IReadOnlyList<IReadOnlyList<string>> Coaliciones,
    IReadOnlyList<(ModoDeCandidaturaComun Modo, IReadOnlyList<string> Partidos)> Comunes,
    int Independientes)
{
    public IEnumerable<string> Solos => Partidos.Except(Coaliciones.SelectMany(c => c)).Except(Comunes.SelectMany(c => c.Partidos));
}

/// <summary>Turns the alliances of the areas into columns, boletas and candidatures.</summary>
internal sealed class Boletas2024
{
    private readonly List<Contendiente> _contendientes = [];
    private readonly Dictionary<string, int> _posiciones = [];
    private readonly Dictionary<string, Boleta> _boletas = [];

    /// <summary>Columns in the order of the layout: parties, combinations, candidaturas comunes, independents.</summary>
    public Boletas2024(IReadOnlyList<AlianzasDeArea> alianzas)
    {
        foreach (var partido in PartidosDeOaxaca.De2024.Where(p => alianzas.Any(a => a.Partidos.Contains(p))))
        {
            Agregar(PartidosDeOaxaca.Partido(partido));
        }

        var coaliciones = alianzas.SelectMany(a => a.Coaliciones).DistinctBy(Nombre)
            .OrderByDescending(c => c.Count).ThenBy(c => string.Join(',', c.Select(p => $"{_posiciones[p]:00}")), StringComparer.Ordinal);
        foreach (var socios in coaliciones.SelectMany(PartidosDeOaxaca.Combinaciones).DistinctBy(Nombre))
        {
            Agregar(new Contendiente.Combinacion(Nombre(socios), Nombre(socios), [.. socios.Select(s => _posiciones[s])]));
        }

        foreach (var (modo, socios) in alianzas.SelectMany(a => a.Comunes).Where(c => c.Modo != ModoDeCandidaturaComun.Emblemas)
            .DistinctBy(c => NombreComun(c.Modo, c.Partidos)).OrderBy(c => NombreComun(c.Modo, c.Partidos), StringComparer.Ordinal))
        {
            var unico = modo == ModoDeCandidaturaComun.EmblemaUnico;
            Agregar(new Contendiente.CandidaturaComun(NombreComun(modo, socios), NombreComun(modo, socios), [.. socios.Select(s => _posiciones[s])], modo,
                unico ? RepartoDeCandidaturaComun.PorcentajesDelConvenio : RepartoDeCandidaturaComun.Igualitario, unico ? [6000, 4000] : []));
        }

        for (var i = 1; i <= alianzas.Max(a => a.Independientes); i++)
        {
            Agregar(new Contendiente.Independiente(Independiente(i), Independiente(i), $"EJEMPLO Candidatura independiente {i}"));
        }
    }

    public IReadOnlyList<Contendiente> Contendientes => _contendientes;

    /// <summary>Representatives accredited before each casilla: a propietario and a suplente per party and independent.</summary>
    public static int Representantes(AlianzasDeArea alianzas) => 2 * (alianzas.Partidos.Count + alianzas.Independientes);

    public Area Area(AreaId id, string nombre, TipoDeArea tipo, AlianzasDeArea alianzas, string lugar)
    {
        var candidaturas = Candidaturas(alianzas, lugar).ToList();
        var filas = candidaturas.SelectMany(c => c.Contendientes).Order().ToList();
        var firma = string.Join('|', filas);
        if (!_boletas.TryGetValue(firma, out var boleta))
        {
            _boletas[firma] = boleta = new($"boleta-{_boletas.Count + 1:00}", filas);
        }

        return new(id, nombre, tipo, boleta, candidaturas);
    }

    private IEnumerable<Candidatura> Candidaturas(AlianzasDeArea alianzas, string lugar)
    {
        Candidatura De(string nombre, IEnumerable<string> filas) => new(
            nombre, [.. filas.Select(f => _posiciones[f]).Order()], $"EJEMPLO Candidatura {nombre} {lugar}", $"EJEMPLO Suplencia {nombre} {lugar}");

        foreach (var partido in alianzas.Solos)
        {
            yield return De(partido, [partido]);
        }

        foreach (var socios in alianzas.Coaliciones)
        {
            yield return De(Nombre(socios), [.. socios, .. PartidosDeOaxaca.Combinaciones(socios).Select(Nombre)]);
        }

        foreach (var (modo, socios) in alianzas.Comunes)
        {
            yield return De(modo == ModoDeCandidaturaComun.Emblemas ? string.Join('-', socios) : NombreComun(modo, socios), modo switch
            {
                ModoDeCandidaturaComun.Emblemas => socios,
                ModoDeCandidaturaComun.EmblemasYCombinaciones => [.. socios, NombreComun(modo, socios)],
                _ => [NombreComun(modo, socios)],
            });
        }

        for (var i = 1; i <= alianzas.Independientes; i++)
        {
            yield return De(Independiente(i), [Independiente(i)]);
        }
    }

    private void Agregar(Contendiente contendiente)
    {
        _posiciones.Add(contendiente.Clave, _contendientes.Count);
        _contendientes.Add(contendiente);
    }

    private static string Nombre(IReadOnlyList<string> socios) => $"C_{string.Join('_', socios)}";

    private static string NombreComun(ModoDeCandidaturaComun modo, IReadOnlyList<string> socios) =>
        (modo == ModoDeCandidaturaComun.EmblemaUnico ? "EC_" : "CC_") + string.Join('_', socios);

    private static string Independiente(int numero) => $"CI_{numero:00}";
}
