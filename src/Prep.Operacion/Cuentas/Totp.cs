using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;

namespace Prep.Operacion.Cuentas;

/// <summary>Codes of a telephone application that change every thirty seconds. Each serves once, and one step of drift is forgiven.</summary>
/// <remarks>RFC 6238 with SHA-1 and six digits, which every application knows. Identity's own does not take a clock nor refuse a code already used.</remarks>
public static class Totp
{
    public const int Periodo = 30;
    private const string Base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /// <summary>A new secret of 160 bits, in base 32.</summary>
    public static string NuevaClave() => RandomNumberGenerator.GetString(Base32, 32);

    public static long Paso(DateTimeOffset ahora) => ahora.ToUnixTimeSeconds() / Periodo;

    public static string Codigo(string clave, long paso)
    {
        Span<byte> cuenta = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(cuenta, paso);
#pragma warning disable CA5350 // The algorithm is the standard's; HMAC-SHA-1 is not broken by collisions.
        var hash = HMACSHA1.HashData(Bytes(clave), cuenta);
#pragma warning restore CA5350
        var valor = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(hash[^1] & 0xF)) & 0x7FFFFFFF;
        return (valor % 1_000_000).ToString("000000", CultureInfo.InvariantCulture);
    }

    /// <returns>The step whose code it is, later than <paramref name="ultimo"/>; null when it is of none.</returns>
    public static long? Verificar(string clave, string codigo, DateTimeOffset ahora, long ultimo)
    {
        var limpio = string.Concat(codigo.Where(char.IsAsciiDigit));
        var escrito = System.Text.Encoding.ASCII.GetBytes(limpio.PadRight(6)[..6]);
        var actual = Paso(ahora);
        long? hallado = null;
        for (var paso = actual - 1; paso <= actual + 1; paso++)
        {
            if (CryptographicOperations.FixedTimeEquals(escrito, System.Text.Encoding.ASCII.GetBytes(Codigo(clave, paso))) && paso > ultimo && limpio.Length == 6)
            {
                hallado = paso;
            }
        }

        return hallado;
    }

    /// <summary>What the QR of the registration says.</summary>
    public static string Direccion(string clave, string persona, string proceso) =>
        $"otpauth://totp/PREP:{Uri.EscapeDataString(persona)}?secret={clave}&issuer={Uri.EscapeDataString($"PREP {proceso}")}&digits=6&period={Periodo}";

    private static byte[] Bytes(string clave)
    {
        List<byte> bytes = [];
        var (bolsa, bits) = (0, 0);
        foreach (var c in clave)
        {
            (bolsa, bits) = (((bolsa << 5) | Base32.IndexOf(c)) & 0xFFFF, bits + 5);
            if (bits >= 8)
            {
                bits -= 8;
                bytes.Add((byte)((bolsa >> bits) & 0xFF));
            }
        }

        return [.. bytes];
    }
}
