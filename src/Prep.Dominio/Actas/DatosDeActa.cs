using Prep.Dominio.Catalogo;

namespace Prep.Dominio.Actas;

/// <summary>Every number written on one acta, in the order of its boleta.</summary>
/// <remarks>
/// Immutable; compared by content. <see cref="Votos"/> has one value per contendiente of the boleta, then
/// candidaturas no registradas, then nulos.
/// </remarks>
public sealed record DatosDeActa
{
    /// <exception cref="ArgumentException">Fewer than the two votes that every boleta has: no registradas and nulos.</exception>
    public DatosDeActa(
        Cantidad sobrantes,
        Cantidad personas,
        Cantidad representantes,
        Cantidad sacados,
        IReadOnlyList<Cantidad> votos,
        Cantidad totalAsentado)
    {
        (Sobrantes, Personas, Representantes, Sacados, TotalAsentado) = (sobrantes, personas, representantes, sacados, totalAsentado);
        if (votos.Count < 2)
        {
            throw new ArgumentException("Toda boleta lleva al menos candidaturas no registradas y votos nulos.", nameof(votos));
        }

        Votos = votos;
        var suma = 0;
        foreach (var voto in votos)
        {
            suma += voto.Suma;
        }

        TotalCalculado = suma;
    }

    /// <summary>TOTAL_BOLETAS_SOBRANTES.</summary>
    public Cantidad Sobrantes { get; }

    /// <summary>TOTAL_PERSONAS_VOTARON.</summary>
    public Cantidad Personas { get; }

    /// <summary>TOTAL_REP_PARTIDO_CI_VOTARON.</summary>
    public Cantidad Representantes { get; }

    /// <summary>TOTAL_VOTOS_SACADOS.</summary>
    public Cantidad Sacados { get; }

    public IReadOnlyList<Cantidad> Votos { get; }

    /// <summary>TOTAL_VOTOS_ASENTADO: as written; published in the databases only, never added.</summary>
    public Cantidad TotalAsentado { get; }

    /// <summary>TOTAL_VOTOS_CALCULADO: sum of the numbers, words add 0.</summary>
    /// <remarks>Regla C-05. Fuente: LEEME INE 2024, campo 37; LEEME Puebla 2024, campo 33.</remarks>
    public int TotalCalculado { get; }

    public Cantidad NoRegistradas => Votos[^2];

    public Cantidad Nulos => Votos[^1];

    /// <summary>All fields in capture order: four totals, the votes, the total as written.</summary>
    public IReadOnlyList<Cantidad> Campos => [Sobrantes, Personas, Representantes, Sacados, .. Votos, TotalAsentado];

    /// <summary>Rebuilds from <see cref="Campos"/>.</summary>
    /// <exception cref="ArgumentException">The count is not that of <paramref name="boleta"/>.</exception>
    public static DatosDeActa DeCampos(Boleta boleta, IReadOnlyList<Cantidad> campos)
    {
        if (campos.Count != boleta.CamposDeVotos + 5)
        {
            throw new ArgumentException($"La boleta {boleta.Id} tiene {boleta.CamposDeVotos + 5} campos y llegaron {campos.Count}.", nameof(campos));
        }

        return new(campos[0], campos[1], campos[2], campos[3], [.. campos.Skip(4).Take(boleta.CamposDeVotos)], campos[^1]);
    }

    public bool Equals(DatosDeActa? otro) => otro is not null
        && Sobrantes == otro.Sobrantes && Personas == otro.Personas && Representantes == otro.Representantes
        && Sacados == otro.Sacados && TotalAsentado == otro.TotalAsentado && Votos.SequenceEqual(otro.Votos);

    public override int GetHashCode() => HashCode.Combine(TotalCalculado, Votos.Count, Sobrantes, Sacados);
}
