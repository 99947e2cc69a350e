using System.Text;

namespace Prep.Publicacion.Tests.Formatos.Forasteros;

/// <summary>How one institute of one year writes a database: facts of layout, nothing of its data.</summary>
internal sealed record Familia(string Archivo, string Titulo)
{
    public string Fecha { get; init; } = "07/06/2021 08:00 (UTC-5)";

    public char Separador { get; init; } = ',';

    public string Fin { get; init; } = "\r\n";

    /// <summary>UTF-8, UTF-8 BOM, Latin-1, UTF-16.</summary>
    public string Codificacion { get; init; } = "UTF-8";

    /// <summary>Before the title: <c>sep=|</c>, a blank line.</summary>
    public string[] Antes { get; init; } = [];

    /// <summary>Between the date and the names of the figures, and between the values and the columns.</summary>
    public string[] AntesDeCifras { get; init; } = [];

    public string[] AntesDeColumnas { get; init; } = [""];

    /// <summary>Each figure with its name on a line of its own.</summary>
    public bool CifrasEnRenglones { get; init; }

    public Func<string, string> Cifra { get; init; } = c => c;

    public Func<string, string> Porcentaje { get; init; } = c => c;

    /// <summary><c>ENTIDAD</c> or <c>ESTADO</c>: the columns are ID_x, x.</summary>
    public string Entidad { get; init; } = "ENTIDAD";

    /// <summary>Names of the two columns of the area; an empty one is not written.</summary>
    public string IdArea { get; init; } = "ID_DISTRITO_LOCAL";

    public string Area { get; init; } = "DISTRITO_LOCAL";

    public string[] Votos { get; init; } = ["PAN", "PRI", "PRD", "PVEM", "PT", "MC", "MORENA", "C_PAN_PRI_PRD", "C_PAN_PRI", "C_PAN_PRD", "C_PRI_PRD"];

    public string NoRegistradas { get; init; } = "NO_REGISTRADAS";

    public string Calculado { get; init; } = "TOTAL_VOTOS_CALCULADO";

    public string Hash { get; init; } = "CODIGO_INTEGRIDAD";

    /// <summary>TOTAL_BOLETAS_SOBRANTES and the three that follow.</summary>
    public string[] Conteos { get; init; } = ["TOTAL_BOLETAS_SOBRANTES", "TOTAL_PERSONAS_VOTARON", "TOTAL_REP_PARTIDO_CI_VOTARON", "TOTAL_VOTOS_SACADOS"];

    public bool Cotejada { get; init; }

    public Func<string, string> Clave { get; init; } = c => $"'{c}";

    /// <summary>Of ids and sections.</summary>
    public Func<string, string> Id { get; init; } = c => c;

    public string Nada { get; init; } = "-";

    public string SinDato { get; init; } = "Sin dato";

    public string Ilegible { get; init; } = "Ilegible";

    public string CeldaSinActa { get; init; } = "Sin acta";

    public string NoAplica { get; init; } = "N/A";

    /// <summary>Where a contendiente is not on the boleta of the area.</summary>
    public string Ausente { get; init; } = "-";

    public string SinObservacion { get; init; } = "-";

    public string Alguno { get; init; } = "Algún campo ilegible o sin dato";

    public string Todos { get; init; } = "Todos ilegibles o sin dato";

    public string Excede { get; init; } = "Excede Lista Nominal";

    public string[] Motivos { get; init; } = ["Sin acta por casilla no instalada", "Sin acta por paquete no entregado", "Sin acta por paquete entregado sin bolsa"];

    public string Fuera { get; init; } = "Fuera de catálogo";

    public string FormaDeFecha { get; init; } = "dd/MM/yyyy HH:mm:ss";

    public string TrasFecha { get; init; } = "";

    public string Origen { get; init; } = "CATD";

    public string Documento { get; init; } = "ACTA PREP";

    /// <summary>Number of a vote cell: <c>1,234</c> in some.</summary>
    public Func<int, string> Numero { get; init; } = n => $"{n}";

    public string TipoActa { get; init; } = "3";

    /// <summary>Ids of entidad; several make a national file.</summary>
    public int[] Entidades { get; init; } = [11];

    /// <summary>Special mesas that the file has: A, P, M.</summary>
    public string Mesas { get; init; } = "";

    /// <summary>Each especial has two actas, EMR and ERP.</summary>
    public bool Rp { get; init; }

    /// <summary>Ballots of an especial, and whether representatives are added to them.</summary>
    public (int Boletas, bool MasRepresentantes) Especial { get; init; } = (1000, true);

    /// <summary>A contendiente in the last vote column stands only in the odd areas.</summary>
    public bool UltimaSoloEnImpares { get; init; }

    public override string ToString() => Archivo;

    public byte[] Bytes(IReadOnlyList<Acta> actas)
    {
        var texto = new EscritorForastero(this).Escribir(actas);
        return Codificacion switch
        {
            "UTF-8 BOM" => [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(texto)],
            "Latin-1" => Encoding.Latin1.GetBytes(texto),
            "UTF-16" => [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(texto)],
            _ => Encoding.UTF8.GetBytes(texto),
        };
    }
}
