using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace Prep.Documentos;

/// <summary>What a document may load: its own styles, named by their hash, and pictures it brings inside. No script, no network, no file.</summary>
public static partial class PoliticaDeDocumento
{
    public static string De(string html)
    {
        var estilos = Estilo().Matches(html).Select(m => $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(m.Groups[1].Value)))}'").ToArray();
        return $"default-src 'none'; style-src {(estilos.Length == 0 ? "'none'" : string.Join(' ', estilos))}; img-src data:; base-uri 'none'; form-action 'none'";
    }

    /// <summary>The same page with its policy inside, whatever its template forgot.</summary>
    internal static string Poner(string html) => Cabeza().Replace(html, m => $"{m.Value}<meta http-equiv=\"Content-Security-Policy\" content=\"{De(html)}\">", 1);

    [GeneratedRegex("<style>(.*?)</style>", RegexOptions.Singleline)]
    private static partial Regex Estilo();

    [GeneratedRegex("<head>", RegexOptions.IgnoreCase)]
    private static partial Regex Cabeza();
}
