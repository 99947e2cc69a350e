namespace Prep.Dominio.Actas;

/// <summary>TIPO_DOCUMENTO: what paper the published image shows. Closed list; a file from elsewhere may carry other words.</summary>
/// <remarks>Regla D-02. Fuente: LEEME INE 2024, campo 49; Anexo 13, glosario: "en ausencia de ésta, cualquier copia del acta".</remarks>
public static class TiposDeDocumento
{
    /// <summary>The first copy, made for the PREP.</summary>
    public const string ActaPrep = "ACTA PREP";

    /// <summary>Copy of the representatives of the parties.</summary>
    public const string CopiaDeRepresentantes = "RPP";

    /// <summary>Copy obtained from the consejo.</summary>
    public const string CopiaDelConsejo = "CC";

    /// <summary>Copy of the representatives, obtained from the consejo.</summary>
    public const string CopiaDeRepresentantesEnConsejo = "PPC";

    public const string MesaEnElExtranjero = "ACTA VMRE";

    public const string VotoAnticipado = "ACTA VA";

    public const string PrisionPreventiva = "ACTA VPPP";

    public const string UrnaElectronica = "ACTA UE";

    public static readonly IReadOnlyList<string> Todos =
    [
        ActaPrep, CopiaDeRepresentantes, CopiaDelConsejo, CopiaDeRepresentantesEnConsejo,
        MesaEnElExtranjero, VotoAnticipado, PrisionPreventiva, UrnaElectronica,
    ];

    /// <summary>What a CATD can find in a bolsa.</summary>
    public static readonly IReadOnlyList<string> EnBolsa = [ActaPrep, CopiaDeRepresentantes, CopiaDelConsejo, CopiaDeRepresentantesEnConsejo];
}
