using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;
using Prep.Datos;

namespace Prep.Operacion.Cuentas;

/// <summary>A sign-in that lacks its second proof.</summary>
public sealed record PasoPendiente(string Persona, string? Equipo, string Sello, DateTimeOffset VenceEn);

/// <summary>Challenges that an enrolled computer signs, and steps half way of a sign-in: texts that only this store could have made, each with its end.</summary>
public sealed class Retos(IDataProtectionProvider proteccion, TimeProvider reloj)
{
    /// <summary>A challenge is signed at once by a program: longer than this, somebody kept it.</summary>
    public static readonly TimeSpan Vida = TimeSpan.FromMinutes(2);
    public static readonly TimeSpan VidaDePaso = TimeSpan.FromMinutes(5);

    private readonly IDataProtector _retos = proteccion.CreateProtector("prep.reto");
    private readonly IDataProtector _pasos = proteccion.CreateProtector("prep.paso");

    public string Nuevo()
    {
        var bytes = new byte[24];
        BinaryPrimitives.WriteInt64BigEndian(bytes, reloj.GetUtcNow().AMicros());
        RandomNumberGenerator.Fill(bytes.AsSpan(8));
        return WebEncoders.Base64UrlEncode(_retos.Protect(bytes));
    }

    /// <returns>When it ends; null when it is not ours or already ended.</returns>
    public DateTimeOffset? Vence(string reto)
    {
        try
        {
            var vence = Instante.DeMicros(BinaryPrimitives.ReadInt64BigEndian(_retos.Unprotect(WebEncoders.Base64UrlDecode(reto)))) + Vida;
            return vence > reloj.GetUtcNow() ? vence : null;
        }
        catch (Exception e) when (e is CryptographicException or FormatException)
        {
            return null;
        }
    }

    public string Guardar(PasoPendiente paso) => WebEncoders.Base64UrlEncode(_pasos.Protect(JsonSerializer.SerializeToUtf8Bytes(paso)));

    /// <returns>Null when it is not ours or already ended.</returns>
    public PasoPendiente? Abrir(string? paso)
    {
        try
        {
            return paso is { Length: > 0 } && JsonSerializer.Deserialize<PasoPendiente>(_pasos.Unprotect(WebEncoders.Base64UrlDecode(paso))) is { } abierto && abierto.VenceEn > reloj.GetUtcNow()
                ? abierto
                : null;
        }
        catch (Exception e) when (e is CryptographicException or FormatException or JsonException)
        {
            return null;
        }
    }

    /// <summary>The bytes that a computer signs: nothing signed for this serves for another thing.</summary>
    public static byte[] PorFirmar(string uso, string equipo, string reto) => Encoding.UTF8.GetBytes($"prep-equipo:1\n{uso}\n{equipo}\n{reto}");
}
