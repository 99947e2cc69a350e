using Prep.Dominio.Actas;
using Prep.Dominio.Catalogo;

namespace Prep.Simulador.Imagenes;

/// <summary>
/// Draws the acta PREP of a casilla as it would come filled in: 17 × 11 inches, three columns, black squares in the corners,
/// label with QR, folio in bars. Same anatomy as the official formats, our own drawing: no logos, no real names, no real signatures.
/// </summary>
public static class DibujoDeActa
{
    /// <param name="folio">Printed in bars and digits: capitals, digits, hyphen.</param>
    /// <param name="semilla">Chooses the hand that fills it in; with equal arguments the text is equal, byte for byte.</param>
    /// <returns>SVG of 1650 × 1068 points.</returns>
    /// <exception cref="ArgumentException">The votes are not those of the boleta of the acta's area.</exception>
    public static string Svg(Proceso proceso, Eleccion eleccion, ActaEsperada acta, DatosDeActa datos, string folio, string semilla = "")
    {
        var boleta = eleccion.Boleta(acta.Id);
        if (datos.Votos.Count != boleta.CamposDeVotos)
        {
            throw new ArgumentException($"La boleta {boleta.Id} tiene {boleta.CamposDeVotos} campos de votos y llegaron {datos.Votos.Count}.", nameof(datos));
        }

        var azar = new Azar($"{semilla}\n{proceso.Id}\n{acta.Id}");
        var lienzo = new Lienzo(HojaDeActa.Ancho, HojaDeActa.Alto);
        var hoja = new HojaDeActa(proceso, eleccion, acta, datos, folio, lienzo, new Manuscrito(lienzo, azar), azar);
        Papel(hoja);
        ColumnaDeIdentificacion.Dibujar(hoja);
        ColumnaDeVotos.Dibujar(hoja);
        ColumnaDeFirmas.Dibujar(hoja);
        Marca(hoja);
        return lienzo.Terminar();
    }

    private static void Papel(HojaDeActa h)
    {
        const double lado = 34, margen = 16;
        foreach (var (x, y) in new[]
        {
            (margen, margen), (HojaDeActa.Ancho - margen - lado, margen),
            (margen, HojaDeActa.Alto - margen - lado), (HojaDeActa.Ancho - margen - lado, HojaDeActa.Alto - margen - lado),
        })
        {
            h.Lienzo.Rectangulo(x, y, lado, lado, "#111");
        }

        foreach (var numero in (int[])[2, 3])
        {
            var x = h.Columna(numero).X - 10;
            h.Lienzo.Linea(x, 22, x, 1000, h.Acento, 1.2);
        }

        h.Lienzo.Texto("DESTINO: BOLSA PREP", HojaDeActa.Ancho / 2.0, 1045, 27, h.Acento, negrita: true, ancla: "middle");
    }

    // Over everything, so that no part of the sheet can be taken for a real one; light, so that the numbers are read under it.
    private static void Marca(HojaDeActa h)
    {
        var palabra = h.Proceso.Clase switch
        {
            ClaseDeProceso.Repeticion => "REPETICIÓN",
            ClaseDeProceso.Practica => "PRÁCTICA",
            ClaseDeProceso.Simulacro => "SIMULACRO",
            _ => null,
        };
        if (palabra is not null)
        {
            h.Lienzo.TextoGirado(palabra, HojaDeActa.Ancho / 2.0, (HojaDeActa.Alto / 2.0) + 90, -24, 210, "#777", 0.17);
        }
    }
}
