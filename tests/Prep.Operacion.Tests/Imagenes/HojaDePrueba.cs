using System.Text;
using Prep.Dominio.Actas;
using Prep.Dominio.Catalogo;
using Prep.Operacion.Acopio;
using Prep.Operacion.Digitalizacion.Imagenes;

namespace Prep.Operacion.Tests.Imagenes;

/// <summary>A sheet with a table, writing and the label of an acta: as a scanner would give it.</summary>
public static class HojaDePrueba
{
    /// <param name="etiqueta">Text of the QR; null leaves the sheet without label.</param>
    /// <param name="semilla">Other writing, other bytes.</param>
    public static string Svg(string? etiqueta, int semilla = 0, double sombra = 0)
    {
        StringBuilder s = new("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"1600\" height=\"1000\"><rect width=\"1600\" height=\"1000\" fill=\"#fff\"/>");
        for (var renglon = 0; renglon < 22; renglon++)
        {
            s.Append($"<path d=\"M60 {60 + (renglon * 40)}h1100\" stroke=\"#000\" stroke-width=\"3\"/>");
            for (var letra = 0; letra < 40; letra++)
            {
                s.Append($"<rect x=\"{80 + (letra * 26)}\" y=\"{74 + (renglon * 40)}\" width=\"{4 + (((letra * 7) + (renglon * 3) + semilla) % 13)}\" height=\"14\" fill=\"#111\"/>");
            }
        }

        if (etiqueta is not null)
        {
            var codigo = CodigoQr.De(etiqueta);
            s.Append($"<g transform=\"translate(1220 60) scale({320.0 / codigo.Lado:0.###})\"><path d=\"{codigo.Datos}\"/></g>");
        }

        return s.Append($"<rect width=\"1600\" height=\"1000\" fill=\"#000\" fill-opacity=\"{sombra}\"/></svg>").ToString();
    }

    public static string Etiqueta(Proceso proceso, int acta = 0) => EtiquetaDeActa.De(proceso, proceso.Dip().Actas[acta]).ToString();

    public static async Task<byte[]> JpegAsync(string svg)
    {
        using TallerDeImagenes taller = new(new(Obreros: 1, Comando: ObreroDePrueba.Sano));
        return (await taller.HacerJpegAsync(svg, default)).Debe();
    }
}
