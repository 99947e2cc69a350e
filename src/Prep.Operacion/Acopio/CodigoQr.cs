using System.Text;
using QRCoder;

namespace Prep.Operacion.Acopio;

/// <summary>The QR of a label as a drawing of whole modules, for an SVG whose units are modules.</summary>
/// <param name="Datos">Path of the dark modules.</param>
/// <param name="Lado">Modules on a side, with the quiet zone of four.</param>
public sealed record CodigoQr(string Datos, int Lado)
{
    /// <summary>High correction: a third of it may be lost to a fold or a stain.</summary>
    public static CodigoQr De(string texto)
    {
        using var codigo = QRCodeGenerator.GenerateQrCode(texto, QRCodeGenerator.ECCLevel.H);
        var filas = codigo.ModuleMatrix;
        StringBuilder datos = new();
        for (var f = 0; f < filas.Count; f++)
        {
            for (var c = 0; c < filas.Count; c++)
            {
                if (filas[f][c])
                {
                    datos.Append($"M{c} {f}h1v1h-1z");
                }
            }
        }

        return new(datos.ToString(), filas.Count);
    }
}
