namespace Prep.Simulador.Noches;

/// <summary>How a generated night behaves. The defaults are shaped on the real files of <c>datos/reales</c>.</summary>
/// <remarks>Oaxaca 2022: 5,581 captured of 5,707, 86 sin acta (76 of casillas not installed), 399 with some word in a vote field, 60 with words in all,
/// 18 beyond the limit, 814 whose total as written differs; 5 fuera de catálogo. Times: one state of 2,136 actas.</remarks>
public sealed record OpcionesDeNoche
{
    public static readonly OpcionesDeNoche PorOmision = new();

    /// <summary>Share of actas photographed at the casilla: each area takes one inside this range.</summary>
    public (double Desde, double Hasta) Telefonos { get; init; } = (0.33, 0.67);

    /// <summary>Minutes from acopio to the first capture.</summary>
    public (double Mediana, double P95) AcopioACaptura { get; init; } = (21, 198);

    /// <summary>Minutes from the first capture to the verification.</summary>
    public (double Mediana, double P95) CapturaAVerificacion { get; init; } = (3.8, 20);

    public double CasillasNoInstaladas { get; init; } = 0.013;

    public double OtrasSinActa { get; init; } = 0.002;

    /// <summary>Never come before the close.</summary>
    public double NoLlegan { get; init; } = 0.004;

    public double ConAlgunaPalabra { get; init; } = 0.072;

    public double ConSoloPalabras { get; init; } = 0.011;

    public double ExcedenElLimite { get; init; } = 0.0035;

    public double TotalAsentadoDistinto { get; init; } = 0.145;

    /// <summary>Probability that one capture has one wrong field.</summary>
    public double ErroresDeCaptura { get; init; } = 0.03;

    /// <summary>Images whose label does not say which acta they are: two persons identify them.</summary>
    public double SinEtiqueta { get; init; } = 0.04;

    /// <summary>Phone images whose paper is also scanned at the CATD.</summary>
    public double Duplicadas { get; init; } = 0.03;

    /// <summary>Actas that match no casilla, as a share of the expected ones.</summary>
    public double FueraDeCatalogo { get; init; } = 0.0009;

    public int Capturistas { get; init; } = 120;

    /// <summary>How votes fall in each area.</summary>
    public PerfilDeVotos Votos { get; init; } = PerfilDeVotos.Generico;

    /// <summary>The images of a <see cref="Noche.CorteEn"/> have hash and no bytes; only in a repetición may they be published so.</summary>
    public bool ImagenAjena { get; init; }
}
