namespace Prep.Dominio.Computo;

/// <summary>The 13 figures of the header, at any level (estado, distrito, municipio, sección).</summary>
/// <remarks>Reglas F-01 a F-13. Fuente: Anexo 13, numeral 29; LEEME INE 2024, campos 1 a 13; spec §4.2 y §14.</remarks>
/// <param name="Inconsistencias">Number behind the percentage; not one of the 13.</param>
/// <param name="Ultimo">The last corte takes C_CS for the participation.</param>
public sealed record Cifras(
    int Esperadas,
    int FueraDeCatalogo,
    int Capturadas,
    int Contabilizadas,
    int Inconsistencias,
    long ListaNominal,
    long VotosConEspeciales,
    long VotosSinEspeciales,
    bool Ultimo)
{
    /// <summary>Names in the order of the official header.</summary>
    public static readonly IReadOnlyList<string> Nombres =
    [
        "ACTAS_ESPERADAS", "ACTAS_REGISTRADAS", "ACTAS_FUERA_CATALOGO", "ACTAS_CAPTURADAS", "PORCENTAJE_ACTAS_CAPTURADAS",
        "ACTAS_CONTABILIZADAS", "PORCENTAJE_ACTAS_CONTABILIZADAS", "PORCENTAJE_ACTAS_INCONSISTENCIAS", "ACTAS_NO_CONTABILIZADAS",
        "LISTA_NOMINAL_ACTAS_CONTABILIZADAS", "TOTAL_VOTOS_C_CS", "TOTAL_VOTOS_S_CS", "PORCENTAJE_PARTICIPACION_CIUDADANA",
    ];

    public static readonly Cifras Vacias = new(0, 0, 0, 0, 0, 0, 0, 0, false);

    public int Registradas => Capturadas + FueraDeCatalogo;

    public int NoContabilizadas => Capturadas - Contabilizadas;

    public Porcentaje PorcentajeCapturadas => Porcentaje.De(Capturadas, Esperadas);

    public Porcentaje PorcentajeContabilizadas => Porcentaje.De(Contabilizadas, Esperadas);

    public Porcentaje PorcentajeInconsistencias => Porcentaje.De(Inconsistencias, Esperadas);

    /// <summary>S_CS/LN in an intermediate corte, C_CS/LN in the last one.</summary>
    /// <remarks>Regla F-13. Fuente: Anexo 13, numeral 29; LEEME INE 2024, campo 13.</remarks>
    public Porcentaje Participacion => Porcentaje.De(Ultimo ? VotosConEspeciales : VotosSinEspeciales, ListaNominal);

    /// <summary>The values as published, aligned with <see cref="Nombres"/>.</summary>
    public IReadOnlyList<string> Valores =>
    [
        $"{Esperadas}", $"{Registradas}", $"{FueraDeCatalogo}", $"{Capturadas}", $"{PorcentajeCapturadas}",
        $"{Contabilizadas}", $"{PorcentajeContabilizadas}", $"{PorcentajeInconsistencias}", $"{NoContabilizadas}",
        $"{ListaNominal}", $"{VotosConEspeciales}", $"{VotosSinEspeciales}", $"{Participacion}",
    ];
}
