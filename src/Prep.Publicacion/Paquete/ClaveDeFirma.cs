using System.Security.Cryptography;

namespace Prep.Publicacion.Paquete;

/// <summary>The key that signs manifests: ECDSA P-256. Anyone verifies with openssl and <c>clave-publica.pem</c>.</summary>
public sealed class ClaveDeFirma : IDisposable
{
    private const string Archivo = "firma.pem";
    private readonly ECDsa _clave;

    private ClaveDeFirma(ECDsa clave)
    {
        _clave = clave;
        PemPublico = clave.ExportSubjectPublicKeyInfoPem() + "\n";
        Huella = HuellaDe(clave);
    }

    /// <summary>SubjectPublicKeyInfo in PEM, with its final line end.</summary>
    public string PemPublico { get; }

    /// <summary>SHA-256 of the public key's DER: 64 lower-case hex.</summary>
    public string Huella { get; }

    /// <summary>Reads the key of <paramref name="carpeta"/> (<c>ALMACEN/claves</c>), made there, 0600, at first use.</summary>
    /// <exception cref="IOException">The file is there and holds no P-256 key; nothing is overwritten.</exception>
    public static ClaveDeFirma AbrirOCrear(string carpeta)
    {
        Directory.CreateDirectory(carpeta);
        var ruta = Path.Combine(carpeta, Archivo);
        if (!File.Exists(ruta))
        {
            Crear(ruta);
        }

        var clave = ECDsa.Create();
        try
        {
            clave.ImportFromPem(File.ReadAllText(ruta));
            if (clave.KeySize == 256)
            {
                return new(clave);
            }
        }
        catch (Exception e) when (e is ArgumentException or CryptographicException)
        {
            clave.Dispose();
            throw new IOException($"{ruta} no es una clave privada en PEM: restáurela de su respaldo.", e);
        }

        clave.Dispose();
        throw new IOException($"{ruta} no es una clave ECDSA P-256: restáurela de su respaldo.");
    }

    /// <summary>Leaves the public key at the root of a publication.</summary>
    public void Publicar(string publicacion)
    {
        var ruta = Path.Combine(publicacion, RutasDePaquete.ClavePublica);
        if (!File.Exists(ruta) || File.ReadAllText(ruta) != PemPublico)
        {
            Disco.Reemplazar(ruta, System.Text.Encoding.ASCII.GetBytes(PemPublico));
        }
    }

    /// <summary>DER, as openssl writes and reads it.</summary>
    public byte[] Firmar(ReadOnlySpan<byte> datos) =>
        _clave.SignData(datos, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);

    /// <returns>False for a signature of other bytes, of another key, or that is no DER at all.</returns>
    public static bool Verificar(string pemPublico, ReadOnlySpan<byte> datos, ReadOnlySpan<byte> firma)
    {
        using var clave = ECDsa.Create();
        try
        {
            clave.ImportFromPem(pemPublico);
            return clave.VerifyData(datos, firma, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
        }
        catch (Exception e) when (e is ArgumentException or CryptographicException)
        {
            return false;
        }
    }

    /// <returns>Null when the text is no public key.</returns>
    public static string? HuellaDePem(string pemPublico)
    {
        using var clave = ECDsa.Create();
        try
        {
            clave.ImportFromPem(pemPublico);
            return HuellaDe(clave);
        }
        catch (Exception e) when (e is ArgumentException or CryptographicException)
        {
            return null;
        }
    }

    public void Dispose() => _clave.Dispose();

    // Written whole under another name and linked: two processes at once end with one key, and no key is ever half written.
    private static void Crear(string ruta)
    {
        using var nueva = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var temporal = $"{ruta}.{Environment.ProcessId}.nuevo";
        Disco.EscribirPrivado(temporal, System.Text.Encoding.ASCII.GetBytes(nueva.ExportPkcs8PrivateKeyPem() + "\n"));

        try
        {
            File.Move(temporal, ruta, overwrite: false);
        }
        catch (IOException) when (File.Exists(ruta))
        {
            File.Delete(temporal);
        }

        Disco.SincronizarCarpeta(Path.GetDirectoryName(ruta)!);
    }

    private static string HuellaDe(ECDsa clave) => Convert.ToHexStringLower(SHA256.HashData(clave.ExportSubjectPublicKeyInfo()));
}
