using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;

namespace Prep.Datos.Cuentas;

/// <summary>Identity's store over our tables. Recovery codes are kept as hashes: who reads the database cannot use them.</summary>
public sealed class UsuariosDeCuentas(CuentasContext contexto)
    : UserOnlyStore<Cuenta, CuentasContext, string, IdentityUserClaim<string>, IdentityUserLogin<string>, IdentityUserToken<string>, IdentityUserPasskey<string>>(contexto)
{
    private const string Proveedor = "[AspNetUserStore]";
    private const string Codigos = "RecoveryCodes";

    public override Task ReplaceCodesAsync(Cuenta user, IEnumerable<string> recoveryCodes, CancellationToken cancellationToken) =>
        SetTokenAsync(user, Proveedor, Codigos, string.Join(';', recoveryCodes.Select(Hash)), cancellationToken);

    public override async Task<bool> RedeemCodeAsync(Cuenta user, string code, CancellationToken cancellationToken)
    {
        var guardados = await ListaAsync(user, cancellationToken);
        var hash = Hash(code);
        if (!guardados.Contains(hash))
        {
            return false;
        }

        await SetTokenAsync(user, Proveedor, Codigos, string.Join(';', guardados.Where(c => c != hash)), cancellationToken);
        return true;
    }

    public override async Task<int> CountCodesAsync(Cuenta user, CancellationToken cancellationToken) => (await ListaAsync(user, cancellationToken)).Length;

    private async Task<string[]> ListaAsync(Cuenta cuenta, CancellationToken ct) =>
        (await GetTokenAsync(cuenta, Proveedor, Codigos, ct) ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries);

    private static string Hash(string codigo) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(codigo.Trim().ToUpperInvariant())));
}
