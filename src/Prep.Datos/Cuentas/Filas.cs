namespace Prep.Datos.Cuentas;

/// <summary>An enrolled computer: the browser that keeps the private key of <see cref="Clave"/>.</summary>
public sealed class EquipoFila
{
    public string Id { get; set; } = "";

    public string Sitio { get; set; } = "";

    public string Nombre { get; set; } = "";

    /// <summary>Public key P-256, SubjectPublicKeyInfo.</summary>
    public byte[] Clave { get; set; } = [];

    /// <summary>Who made the one-time code that enrolled it.</summary>
    public string InscritoPor { get; set; } = "";

    public long InscritoEn { get; set; }

    public string? RevocadoPor { get; set; }

    public long? RevocadoEn { get; set; }
}

/// <summary>A one-time code to enrol one computer; only its SHA-256 is kept.</summary>
public sealed class CodigoDeEquipoFila
{
    public string Hash { get; set; } = "";

    public string Sitio { get; set; } = "";

    public string Nombre { get; set; } = "";

    public string HechoPor { get; set; } = "";

    public long HechoEn { get; set; }

    public long VenceEn { get; set; }

    public long? UsadoEn { get; set; }
}

/// <summary>A sign-in of a person, from the door until it is closed. The cookie only names it: what it may do is read from here.</summary>
public sealed class SesionFila
{
    public string Id { get; set; } = "";

    public string Persona { get; set; } = "";

    /// <summary>Null where the process asks for no enrolled computer.</summary>
    public string? Equipo { get; set; }

    /// <summary>The active one; empty while the person still has to register a second factor.</summary>
    public string Puesto { get; set; } = "";

    /// <summary>Security stamp of the account when it opened: a new PIN or credential ends it.</summary>
    public string Sello { get; set; } = "";

    public long AbiertaEn { get; set; }

    public long VistaEn { get; set; }

    public long VenceEn { get; set; }

    /// <summary>When a second factor was given in it.</summary>
    public long? SegundoFactorEn { get; set; }

    /// <summary>Locked since: nothing is answered until the PIN is given.</summary>
    public long? ReposoEn { get; set; }

    public long? CerradaEn { get; set; }

    public string? Cierre { get; set; }
}

/// <summary>A shift worked: when the person came and left.</summary>
public sealed class AsistenciaFila
{
    public long Id { get; set; }

    public string Persona { get; set; } = "";

    public string Sitio { get; set; } = "";

    public long EntradaEn { get; set; }

    public string EntradaPor { get; set; } = "";

    public long? SalidaEn { get; set; }

    public string? SalidaPor { get; set; }
}

/// <summary>Failed attempts of one person on one computer.</summary>
public sealed class IntentoFila
{
    /// <summary>The person; for a credential that nobody has, the hash of what was written, so that both answers are the same.</summary>
    public string Quien { get; set; } = "";

    public string Equipo { get; set; } = "";

    public int Fallos { get; set; }

    public long UltimoEn { get; set; }

    public long EsperaHastaEn { get; set; }
}

/// <summary>A challenge already answered: it does not serve twice.</summary>
public sealed class RetoFila
{
    public string Hash { get; set; } = "";

    public long VenceEn { get; set; }
}

/// <summary>A data-protection key, as its XML: cookies outlive a restart.</summary>
public sealed class LlaveDeDatosFila
{
    public long Id { get; set; }

    public string Nombre { get; set; } = "";

    public string Xml { get; set; } = "";
}
