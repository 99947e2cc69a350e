using Prep.Dominio.Actas;
using Prep.Dominio.Catalogo;
using Prep.Operacion.Digitalizacion.Imagenes;
using Prep.Operacion.Tests;
using Prep.Operacion.Tests.Imagenes;
using Prep.Simulador.Imagenes;

namespace Prep.Navegador.Digitalizacion;

/// <summary>Drawn actas as files of a scanner.</summary>
internal static class ActaDibujada
{
    /// <param name="oscura">Under little light.</param>
    /// <param name="pan">What it says of the first contendiente.</param>
    /// <param name="sinEtiqueta">Its code covered.</param>
    public static async Task<byte[]> JpegAsync(Proceso proceso, int acta, bool oscura = false, bool sinEtiqueta = false, bool volteada = false, int? pan = null)
    {
        var eleccion = proceso.Dip();
        var datos = DatosDeActa.DeCampos(eleccion.Areas[0].Boleta, [.. AlmacenDePrueba.Valores(pan ?? 100 + acta).Select(Cantidad.Numero)]);
        var dibujo = DibujoDeActa.Svg(proceso, eleccion, eleccion.Actas[acta], datos, "1", $"{acta}");
        var tapa = sinEtiqueta ? "<rect x=\"0\" y=\"0\" width=\"560\" height=\"420\" fill=\"#fff\"/><path d=\"M40 60h420M40 110h380M40 160h400\" stroke=\"#333\" stroke-width=\"12\"/>" : "";
        var sombra = oscura ? "<rect width=\"1650\" height=\"1068\" fill=\"#000\" fill-opacity=\"0.7\"/>" : "";
        var giro = volteada ? "transform=\"rotate(180 825 534)\"" : "";
        using TallerDeImagenes taller = new(new(Obreros: 1, Comando: ObreroDePrueba.Sano));
        return (await taller.HacerJpegAsync(
            $"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"1650\" height=\"1068\"><rect width=\"1650\" height=\"1068\" fill=\"#fff\"/><g {giro}>{dibujo}{tapa}</g>{sombra}</svg>", default)).Debe();
    }
}
