namespace Prep.Datos.Filas;

/// <summary>The one process of a store. Its class is fixed when it is loaded; images refer to it so that a constraint can forbid foreign ones.</summary>
public sealed class ProcesoFila
{
    public string Clase { get; set; } = "";

    public string Id { get; set; } = "";

    /// <summary>Always 1: a store holds one process.</summary>
    public int Unico { get; set; } = 1;

    public long Catalogo { get; set; }

    public long CargadoEn { get; set; }

    public int Eslabones { get; set; }

    public string Cadena { get; set; } = "";

    /// <summary>Version of the configuration in force; 0 is what was loaded.</summary>
    public int Configuracion { get; set; }

    public long? CerosEn { get; set; }

    public long? CerradoEn { get; set; }

    /// <summary>When the last corte was prepared.</summary>
    public long? CorteEn { get; set; }
}

/// <summary>The catalogue as loaded: compressed canonical JSON, never changed.</summary>
public sealed class CatalogoFila
{
    public long Numero { get; set; }

    /// <summary>Of the JSON before compression.</summary>
    public string Sha256 { get; set; } = "";

    public byte[] Contenido { get; set; } = [];

    public long CargadoEn { get; set; }
}
