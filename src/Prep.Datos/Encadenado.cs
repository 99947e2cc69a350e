using System.Security.Cryptography;
using System.Text;

namespace Prep.Datos;

/// <summary>The hash of an entry of a log after the one before it: what every chain of the house computes.</summary>
public static class Encadenado
{
    /// <summary>SHA-256, 64 hex, over one line per field.</summary>
    /// <remarks>Inside a field, <c>\</c> and LF are written <c>\\</c> and <c>\n</c>: no two entries give the same lines.</remarks>
    public static string Hash(string anterior, params IEnumerable<string> campos) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', campos.Select(EnUnaLinea).Prepend(anterior)))));

    private static string EnUnaLinea(string texto) =>
        texto.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);
}
