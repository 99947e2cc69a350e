using Microsoft.AspNetCore.Identity;

namespace Prep.Datos.Cuentas;

/// <summary>The account of one person of the roster. Its key is the person's; its password is the PIN.</summary>
/// <remarks>Of what Identity keeps for a user only PIN, security stamp and concurrency stamp have columns: no mail, telephone nor lockout by account.</remarks>
public sealed class Cuenta : IdentityUser<string>
{
    public string Nombre { get; set; } = "";

    public string Sitio { get; set; } = "";

    /// <summary>Keys of the puestos that the person may take, joined by <c>;</c>. The first is the one taken on entering.</summary>
    public string Puestos { get; set; } = "";

    /// <summary>SHA-256 of the credential code that the person carries, 64 hex; null until one is issued.</summary>
    public string? Credencial { get; set; }

    public long? CredencialEn { get; set; }

    /// <summary>Last step of time whose TOTP code was taken: a code serves once.</summary>
    public long UltimoPaso { get; set; }

    /// <summary>When the person left the roster; null while in it.</summary>
    public long? BajaEn { get; set; }

    public IReadOnlyList<string> ListaDePuestos => Puestos.Split(';', StringSplitOptions.RemoveEmptyEntries);
}
