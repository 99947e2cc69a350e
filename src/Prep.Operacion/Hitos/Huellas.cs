using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Prep.Dominio;

namespace Prep.Operacion.Hitos;

/// <summary>SHA-256 of one thing that runs.</summary>
/// <param name="Ruta">Relative to the program's folder with forward slashes; <c># catalogo</c> and <c># configuracion</c> are not files.</param>
public sealed record Huella(string Ruta, string Sha256);

public enum ResultadoDeHuella
{
    Igual,

    /// <summary>In both, with different bytes.</summary>
    Distinto,

    /// <summary>In the auditor's list and not here.</summary>
    Falta,

    /// <summary>Here and not in the auditor's list.</summary>
    Sobra,
}

/// <param name="Esperado">What the auditor's list says; empty when it is not there.</param>
/// <param name="Hallado">What is here; empty when it is not.</param>
public sealed record HuellaComparada(string Ruta, string Esperado, string Hallado, ResultadoDeHuella Resultado);

/// <summary>The auditor's list as it was given: three files.</summary>
public sealed record ListaFirmada(string Nombre, ReadOnlyMemory<byte> Lista, ReadOnlyMemory<byte> Firma, string Clave);

/// <summary>The files that run, with their hashes, in the format of <c>sha256sum</c>; and the comparison with the list that the auditor signed.</summary>
/// <remarks>Catalogue and configuration go as comments, which <c>sha256sum -c</c> passes over and the signature covers.</remarks>
public static partial class Huellas
{
    public const string Catalogo = "# catalogo";
    public const string Configuracion = "# configuracion";

    private static readonly EnumerationOptions _todo = new() { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.None };

    /// <summary>All that lies beside the program.</summary>
    public static IReadOnlyList<Huella> De(string programa) =>
        [.. Directory.EnumerateFiles(programa, "*", _todo)
            .Select(a => (Ruta: Path.GetRelativePath(programa, a).Replace('\\', '/'), Archivo: a))
            .OrderBy(a => a.Ruta, StringComparer.Ordinal)
            .Select(a => new Huella(a.Ruta, DeArchivo(a.Archivo)))];

    public static string Escribir(IEnumerable<Huella> huellas) => string.Concat(huellas.Select(h => h.Ruta.StartsWith('#') ? $"{h.Ruta} {h.Sha256}\n" : $"{h.Sha256}  {h.Ruta}\n"));

    /// <returns>Every item with its result, those that differ first; refused when the signature is not of that key or a line cannot be read.</returns>
    public static Result<IReadOnlyList<HuellaComparada>> Comparar(ListaFirmada lista, IReadOnlyList<Huella> halladas)
    {
        if (!EsSuFirma(lista))
        {
            return new Rechazo("firma_de_lista_mala", $"La firma de {lista.Nombre} no corresponde a la lista con esa clave: pida al auditor la lista, su firma y su clave pública.");
        }

        Dictionary<string, string> esperadas = new(StringComparer.Ordinal);
        foreach (var (linea, numero) in Encoding.UTF8.GetString(lista.Lista.Span).Split('\n').Select((l, i) => (l.TrimEnd('\r'), i + 1)))
        {
            if (Renglon().Match(linea) is { Success: true } r)
            {
                esperadas[r.Groups[2].Value] = r.Groups[1].Value.ToLowerInvariant();
            }
            else if (Comentario().Match(linea) is { Success: true } c)
            {
                esperadas[c.Groups[1].Value] = c.Groups[2].Value;
            }
            else if (linea.Length > 0 && !linea.StartsWith('#'))
            {
                return new Rechazo("lista_ilegible", $"{lista.Nombre}, línea {numero}: no es un renglón de sha256sum.", ClaseDeRechazo.Entrada);
            }
        }

        var aqui = halladas.ToDictionary(h => h.Ruta, h => h.Sha256, StringComparer.Ordinal);
        return Result(
            esperadas.Keys.Union(aqui.Keys).Order(StringComparer.Ordinal)
                .Select(r => Comparada(r, esperadas.GetValueOrDefault(r, ""), aqui.GetValueOrDefault(r, "")))
                .OrderBy(c => c.Resultado == ResultadoDeHuella.Igual));
    }

    private static Result<IReadOnlyList<HuellaComparada>> Result(IEnumerable<HuellaComparada> comparadas) => comparadas.ToArray();

    private static HuellaComparada Comparada(string ruta, string esperado, string hallado) => new(ruta, esperado, hallado,
        hallado.Length == 0 ? ResultadoDeHuella.Falta : esperado.Length == 0 ? ResultadoDeHuella.Sobra : esperado == hallado ? ResultadoDeHuella.Igual : ResultadoDeHuella.Distinto);

    // As `openssl dgst -sha256 -sign` does it, with a key of either kind.
    private static bool EsSuFirma(ListaFirmada lista)
    {
        try
        {
            using var curva = ECDsa.Create();
            curva.ImportFromPem(lista.Clave);
            return curva.VerifyData(lista.Lista.Span, lista.Firma.Span, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
        }
        catch (Exception e) when (e is CryptographicException or ArgumentException)
        {
            return EsSuFirmaRsa(lista);
        }
    }

    private static bool EsSuFirmaRsa(ListaFirmada lista)
    {
        try
        {
            using var rsa = RSA.Create();
            rsa.ImportFromPem(lista.Clave);
            return rsa.VerifyData(lista.Lista.Span, lista.Firma.Span, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        }
        catch (Exception e) when (e is CryptographicException or ArgumentException)
        {
            return false;
        }
    }

    private static string DeArchivo(string ruta)
    {
        using var archivo = File.OpenRead(ruta);
        return Convert.ToHexStringLower(SHA256.HashData(archivo));
    }

    [GeneratedRegex("^([0-9a-fA-F]{64}) [ *](?:\\./)?(.+)$")]
    private static partial Regex Renglon();

    [GeneratedRegex("^(# (?:catalogo|configuracion)) ([0-9a-f]{64})$")]
    private static partial Regex Comentario();
}
