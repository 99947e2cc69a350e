using Prep.Dominio.Actas;

namespace Prep.Operacion.Tablero;

/// <summary>What the tablero keeps of one acta: states, places and instants. Nothing of what it says.</summary>
/// <remarks>Instants in microseconds UTC, as the database keeps them.</remarks>
internal sealed record ActaObservada
{
    public required long Numero { get; init; }

    /// <summary>Links of its chain: any change of the acta adds one.</summary>
    public required int Eslabones { get; init; }

    public required string Estado { get; init; }

    public long? EstadoEn { get; init; }

    public required EstadoDePapel Papel { get; init; }

    /// <summary>Where the paper is, or where it is expected.</summary>
    public string? Catd { get; init; }

    public int Vigente { get; init; }

    public bool SinActa { get; init; }

    public int Cotejo { get; init; }

    public long? AcopioEn { get; init; }

    /// <summary>When the reception of its bolsa was recorded.</summary>
    public long? BolsaEn { get; init; }

    public long? PrimeraImagenEn { get; init; }

    /// <summary>Last image made at a CATD: a sign that it works.</summary>
    public long? UltimaImagenDeCatdEn { get; init; }

    public int Imagenes { get; init; }

    /// <summary>Images that could not be used or were replaced.</summary>
    public int Sustituidas { get; init; }

    public long? PrimeraCapturaEn { get; init; }

    /// <summary>First version, with or without acta.</summary>
    public long? VerificadaEn { get; init; }

    /// <summary>First version that was captured: its number and instant.</summary>
    public (int Version, long En)? Capturada { get; init; }

    public IReadOnlyList<ComparacionDeCapturas> Comparaciones { get; init; } = [];

    /// <summary>First sign of it at the PREP: its bolsa or an image.</summary>
    public long? LlegadaEn => (BolsaEn, PrimeraImagenEn) switch
    {
        ({ } bolsa, { } imagen) => Math.Min(bolsa, imagen),
        var (bolsa, imagen) => bolsa ?? imagen,
    };
}
