using System.Security.Cryptography;
using System.Text;

namespace Prep.Operacion.Cuentas;

/// <summary>Codes that a machine or a tired person can read: 32 symbols, none that is taken for another.</summary>
public static class Codigo
{
    private const string Alfabeto = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    /// <summary>Five bits of chance a symbol.</summary>
    public static string Nuevo(int largo) => RandomNumberGenerator.GetString(Alfabeto, largo);

    /// <summary>As a person may have typed it: spaces and dashes out, O is 0, I and L are 1.</summary>
    public static string Limpio(string? escrito) => string.Concat((escrito ?? "").ToUpperInvariant().Where(char.IsAsciiLetterOrDigit).Select(c => c switch { 'O' => '0', 'I' or 'L' => '1', _ => c }));

    /// <summary>In groups of four, for paper.</summary>
    public static string EnGrupos(string codigo) => string.Join('-', codigo.Chunk(4).Select(g => new string(g)));

    /// <summary>What the database keeps. The codes carry 50 bits of chance or more: they need no slow hash.</summary>
    public static string Hash(string codigo) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Limpio(codigo))));
}

/// <summary>The PIN: six digits, slow to verify, never one that anybody would try first.</summary>
public static class Pin
{
    public const int Largo = 6;

    public static string Nuevo()
    {
        string pin;
        do
        {
            pin = RandomNumberGenerator.GetString("0123456789", Largo);
        }
        while (!EsFuerte(pin));

        return pin;
    }

    public static bool EsFuerte(string? pin)
    {
        if (pin is not { Length: Largo } || !pin.All(char.IsAsciiDigit))
        {
            return false;
        }

        var pasos = pin.Zip(pin.Skip(1), (a, b) => b - a).Distinct().ToArray();
        return pasos is not [-1 or 0 or 1];
    }
}
