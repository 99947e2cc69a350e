using System.Security.Cryptography;
using Prep.Datos;
using Prep.Datos.Cuentas;
using Prep.Dominio;

namespace Prep.Operacion.Cuentas;

/// <summary>What a computer sends to prove that it is the enrolled one.</summary>
/// <param name="Firma">ECDSA P-256 over <see cref="Retos.PorFirmar"/>, r‖s in base 64, as WebCrypto gives it.</param>
public sealed record PruebaDeEquipo(string Equipo, string Reto, string Firma);

/// <summary>Decides whether a request comes from an enrolled computer: its key signed a challenge of ours, in time, for the first time.</summary>
public static class ComprobarEquipo
{
    public const string Entrada = "entrar";

    /// <returns>The computer; null when the process asks for none and none was offered.</returns>
    public static Task<Result<EquipoFila?>> EjecutarAsync(PruebaDeEquipo? prueba, Retos retos, ContextoDeCuentas c, CancellationToken ct)
    {
        if (prueba is null || prueba.Equipo.Length == 0)
        {
            return Task.FromResult<Result<EquipoFila?>>(c.ExigeSegundoFactor ? RechazosDeCuenta.EquipoNoInscrito : (EquipoFila?)null);
        }

        if (retos.Vence(prueba.Reto) is not { } vence)
        {
            return Task.FromResult<Result<EquipoFila?>>(RechazosDeCuenta.RetoVencido);
        }

        return c.AnotandoAsync<EquipoFila?>(
            async obra =>
            {
                var rechazo = await obra.Db.Equipos.FindAsync([prueba.Equipo], ct) is not { } equipo ? RechazosDeCuenta.EquipoNoInscrito
                    : equipo.RevocadoEn is not null ? RechazosDeCuenta.EquipoRevocado
                    : !Firmo(equipo.Clave, Retos.PorFirmar(Entrada, equipo.Id, prueba.Reto), prueba.Firma) ? RechazosDeCuenta.EquipoNoComprobado
                    : !await GastarAsync(obra, prueba.Reto, vence) ? RechazosDeCuenta.RetoVencido
                    : null;
                if (rechazo is null)
                {
                    return obra.Db.Equipos.Local.First();
                }

                await obra.AnotarAsync("", "equipo_rechazado", $"{rechazo.Codigo} {Corto(prueba.Equipo)}");
                return rechazo;
            },
            ct);
    }

    /// <summary>A challenge serves once.</summary>
    internal static async Task<bool> GastarAsync(ObraDeCuentas obra, string reto, DateTimeOffset vence)
    {
        await obra.Tx.EjecutarAsync("DELETE FROM reto WHERE vence_en < @p0", obra.Ahora.AMicros());
        return await obra.Tx.EjecutarAsync("INSERT INTO reto (hash, vence_en) VALUES (@p0, @p1) ON CONFLICT (hash) DO NOTHING",
            Convert.ToHexStringLower(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(reto))), vence.AMicros()) == 1;
    }

    internal static bool Firmo(byte[] clave, byte[] texto, string firma)
    {
        try
        {
            using var ecdsa = ECDsa.Create();
            ecdsa.ImportSubjectPublicKeyInfo(clave, out _);
            return ecdsa.VerifyData(texto, Convert.FromBase64String(firma), HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
        }
        catch (Exception e) when (e is CryptographicException or FormatException)
        {
            return false;
        }
    }

    private static string Corto(string texto) => texto.Length <= 40 ? texto : texto[..40];
}
