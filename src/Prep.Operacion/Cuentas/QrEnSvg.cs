using System.Net;
using System.Text;
using QRCoder;

namespace Prep.Operacion.Cuentas;

/// <summary>A QR as an SVG that lies inside a page: black on white also in the dark, quiet zone included.</summary>
internal static class QrEnSvg
{
    public static string De(string texto, string alternativa)
    {
        using var codigo = QRCodeGenerator.GenerateQrCode(texto, QRCodeGenerator.ECCLevel.M);
        var filas = codigo.ModuleMatrix;
        StringBuilder trazo = new();
        for (var f = 0; f < filas.Count; f++)
        {
            for (var c = 0; c < filas.Count; c++)
            {
                if (filas[f][c])
                {
                    trazo.Append($"M{c} {f}h1v1h-1z");
                }
            }
        }

        return $"""<svg class="qr" role="img" aria-label="{WebUtility.HtmlEncode(alternativa)}" viewBox="0 0 {filas.Count} {filas.Count}" shape-rendering="crispEdges"><rect width="100%" height="100%" fill="#fff"/><path fill="#000" d="{trazo}"/></svg>""";
    }
}
