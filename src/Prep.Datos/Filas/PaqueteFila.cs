namespace Prep.Datos.Filas;

/// <summary>A package of paper actas, closed and labelled, ready for the consejo.</summary>
public sealed class PaqueteFila
{
    public long Id { get; set; }

    public string Catd { get; set; } = "";

    public string Etiqueta { get; set; } = "";

    public string Persona { get; set; } = "";

    public long CerradoEn { get; set; }
}

/// <summary>An acta inside a package: in one at most.</summary>
public sealed class PaqueteActaFila
{
    public long Acta { get; set; }

    public long Paquete { get; set; }

    /// <summary>By area, section and casilla.</summary>
    public int Orden { get; set; }
}
