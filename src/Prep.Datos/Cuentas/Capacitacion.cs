namespace Prep.Datos.Cuentas;

/// <summary>A training that a person received, for one puesto. The database refuses to change or delete it: a mistake is corrected by recording another.</summary>
public sealed class CapacitacionFila
{
    public long Id { get; set; }

    public string Persona { get; set; } = "";

    public string Puesto { get; set; } = "";

    /// <summary>Keys of the topics, joined by <c>|</c>.</summary>
    public string Temas { get; set; } = "";

    public int Minutos { get; set; }

    /// <summary>Day it ended, <c>yyyy-MM-dd</c>.</summary>
    public string Fecha { get; set; } = "";

    public string Instructor { get; set; } = "";

    public bool Aprobada { get; set; }

    /// <summary>0 to 100; null when nobody graded it.</summary>
    public int? Calificacion { get; set; }

    /// <summary>The scored exercise it comes from; null when a person recorded it.</summary>
    public long? Ejercicio { get; set; }

    public string RegistradaPor { get; set; } = "";

    public long RegistradaEn { get; set; }
}

/// <summary>A stretch of work in a practice process that is scored when the person ends it.</summary>
public sealed class EjercicioFila
{
    public long Id { get; set; }

    public string Persona { get; set; } = "";

    public string Puesto { get; set; } = "";

    public long EmpezadoEn { get; set; }

    /// <summary>Null while it lasts: until then nobody sees its answers.</summary>
    public long? TerminadoEn { get; set; }
}

/// <summary>What the paper of a practice acta says. It lies with the accounts: nothing that gives work to a person reads this store.</summary>
public sealed class RespuestaFila
{
    /// <summary>As an acta prints its id.</summary>
    public string Acta { get; set; } = "";

    public string Documento { get; set; } = "";

    /// <summary>All its fields, as a capture is kept.</summary>
    public byte[] Campos { get; set; } = [];
}

/// <summary>What a file given to be digitised is.</summary>
public sealed class OriginalDePracticaFila
{
    /// <summary>SHA-256 of its bytes.</summary>
    public string Codigo { get; set; } = "";

    public string Acta { get; set; } = "";

    /// <summary>Whether it can be read: one that cannot is to be digitised again.</summary>
    public bool Sirve { get; set; }
}
