using Prep.Dominio.Catalogo;

namespace Prep.Simulador.Imagenes;

/// <summary>Third column: incidents, officials and representatives. Names and signatures are lines of pen that are nobody's.</summary>
internal static class ColumnaDeFirmas
{
    private const double Abajo = 940;

    private static readonly string[] Cargos =
        ["PRESIDENCIA", "1.ª SECRETARÍA", "2.ª SECRETARÍA", "1.º ESCRUTINIO", "2.º ESCRUTINIO", "3.º ESCRUTINIO"];

    public static void Dibujar(HojaDeActa h)
    {
        var (x, ancho) = h.Columna(3);
        var libre = ancho - 44;   // the corner's square
        h.Titulo(10, "INCIDENTES", x, 40, libre);
        h.Lienzo.Texto("¿Se presentaron incidentes?", x, 64, 12, anchoMaximo: libre - 92);
        var hubo = h.Azar.Fraccion() < 0.12;
        ColumnaDeVotos.Opcion(h, "Sí", hubo, x + libre - 84, 64);
        ColumnaDeVotos.Opcion(h, "No", !hubo, x + libre - 40, 64);

        h.Titulo(11, "MESA DIRECTIVA DE CASILLA", x, 98, ancho);
        var y = Tabla(h, "CARGO", x, 110, ancho, 31, [.. Cargos.Select<string, Action<double, double, double, double>>(cargo => (cx, cy, cw, ch) =>
            h.Lienzo.Texto(cargo, cx + 5, cy + (ch / 2) + 4, 10, anchoMaximo: cw - 8))]);

        h.Titulo(12, "REPRESENTACIONES DE PARTIDOS Y CANDIDATURAS", x, y + 30, ancho);
        var columnas = h.Acta.Casilla.Tipo.EsMesaEspecial() ? [] : h.Boleta.Contendientes.Where(c => h.Eleccion.Contendientes[c].Integrantes.Count == 0).ToArray();
        var alto = Math.Min(44, Math.Floor((Abajo - y - 66) / Math.Max(columnas.Length, 1)));
        Tabla(h, "PARTIDO", x, y + 42, ancho, alto, [.. columnas.Select<int, Action<double, double, double, double>>(columna => (cx, cy, cw, ch) =>
            Emblema.Dibujar(h.Lienzo, h.Eleccion, columna, cx + 3, cy + 2, cw - 6, ch - 4))]);
        h.Lienzo.Texto("Guarde la primera copia en la bolsa PREP, por fuera del paquete electoral.", x, 964, 11.5, anchoMaximo: ancho);
        h.Lienzo.Texto("Entregue copia legible a las representaciones presentes.", x, 982, 11.5, anchoMaximo: ancho);
    }

    private static double Tabla(HojaDeActa h, string primera, double x, double y, double ancho, double alto, IReadOnlyList<Action<double, double, double, double>> filas)
    {
        var l = h.Lienzo;
        var (uno, dos) = (Math.Min(112, ancho * 0.3), ancho * 0.66);
        l.Rectangulo(x, y, ancho, 20, "#cfc5b2", HojaDeActa.Linea);
        l.Texto(primera, x + (uno / 2), y + 14, 10, negrita: true, ancla: "middle");
        l.Texto("NOMBRE", x + ((uno + dos) / 2), y + 14, 10, negrita: true, ancla: "middle");
        l.Texto("FIRMA", x + ((dos + ancho) / 2), y + 14, 10, negrita: true, ancla: "middle");
        for (var i = 0; i < filas.Count; i++)
        {
            var arriba = y + 20 + (i * alto);
            l.Rectangulo(x, arriba, ancho, alto, "#fff", HojaDeActa.Linea, 0.9);
            filas[i](x, arriba, uno, alto);
            if (h.Azar.Fraccion() < 0.86)
            {
                h.Mano.Rubrica(x + uno + 8, arriba + (alto * 0.66), (dos - uno - 20) * h.Azar.Entre(0.6, 0.95), Math.Min(18, alto * 0.55));
                h.Mano.Rubrica(x + dos + 10, arriba + (alto * 0.72), (ancho - dos - 26) * h.Azar.Entre(0.4, 0.8), Math.Min(34, alto * 0.8));
            }
        }

        var pie = y + 20 + (filas.Count * alto);
        l.Linea(x + uno, y, x + uno, pie, HojaDeActa.Linea);
        l.Linea(x + dos, y, x + dos, pie, HojaDeActa.Linea);
        return pie;
    }
}
