using Prep.Dominio.Actas;
using Prep.Dominio.Catalogo;

namespace Prep.Simulador.Imagenes;

/// <summary>Second column: the table of votes, in two halves when the boleta is long, and what was taken from the box.</summary>
internal static class ColumnaDeVotos
{
    private const double Arriba = MedidasDeHoja.ArribaDeTabla;

    public static void Dibujar(HojaDeActa h)
    {
        var (x, ancho) = h.Columna(2);
        h.Titulo(6, "RESULTADOS DE LA VOTACIÓN", x, 40, ancho);
        h.Lienzo.Texto("Copie los votos de partidos, coaliciones y candidaturas. Si no recibieron votos, escriba ceros.", x, 62, 11.5, anchoMaximo: ancho);

        var m = h.Medidas;
        for (var t = 0; t < m.Tablas; t++)
        {
            Tabla(h, t * m.PorTabla, Math.Min(h.Filas, (t + 1) * m.PorTabla), m.Fila(t * m.PorTabla).X, m.AnchoDeTabla, m.AltoDeFila);
        }

        var y = m.Sacados;
        h.Titulo(7, "TOTAL DE VOTOS SACADOS DE LA URNA", x, y, ancho);
        h.Lienzo.Rectangulo(x, y + 12, ancho, MedidasDeHoja.AltoDeSacados, "#fff", h.Acento, 1);
        h.Cantidad(h.Datos.Sacados, x, y + 12, ancho, MedidasDeHoja.AltoDeSacados, 126);
        Pregunta(h, 8, "¿Son iguales las cantidades de los apartados 5 y 7?", Iguales(h.Datos.Personas, h.Datos.Representantes, h.Datos.Sacados), x, y + 78, ancho);
        Pregunta(h, 9, "¿Es igual el apartado 7 al TOTAL de la votación?", Iguales(h.Datos.TotalAsentado, Cantidad.Numero(0), h.Datos.Sacados), x, y + 108, ancho);
    }

    private static void Tabla(HojaDeActa h, int desde, int hasta, double x, double ancho, double alto)
    {
        var l = h.Lienzo;
        var (emblema, cifras) = h.EsLarga ? (92, Math.Max(84, h.Casillas * 24)) : (118, Math.Max(112, h.Casillas * 32));
        l.Rectangulo(x, 72, ancho, 32, "#cfc5b2", HojaDeActa.Linea);
        l.Texto("PARTIDO O", x + (emblema / 2), 85, 9, negrita: true, ancla: "middle");
        l.Texto("CANDIDATURA", x + (emblema / 2), 97, 9, negrita: true, ancla: "middle");
        l.Texto("CON LETRA", x + emblema + ((ancho - emblema - cifras) / 2), 92, 11, negrita: true, ancla: "middle");
        l.Texto("CON NÚMERO", x + ancho - (cifras / 2), 92, 11, negrita: true, ancla: "middle", anchoMaximo: cifras - 8);
        for (var fila = desde; fila < hasta; fila++)
        {
            var y = Arriba + ((fila - desde) * alto);
            var esTotal = fila == h.Filas - 1;
            l.Rectangulo(x, y, ancho, alto, esTotal ? "#eee8dc" : "#fff", HojaDeActa.Linea, 0.9);
            Nombre(h, fila, x, y, emblema, alto);
            h.Cantidad(esTotal ? h.Datos.TotalAsentado : h.Datos.Votos[fila], x + emblema, y, ancho - emblema, alto, cifras);
        }

        var pie = Arriba + ((hasta - desde) * alto);
        l.Linea(x + emblema, Arriba, x + emblema, pie, HojaDeActa.Linea);
        l.Linea(x + ancho - cifras, Arriba, x + ancho - cifras, pie, HojaDeActa.Linea);
    }

    private static void Nombre(HojaDeActa h, int fila, double x, double y, double ancho, double alto)
    {
        if (fila < h.Boleta.Contendientes.Count)
        {
            var columna = h.Boleta.Contendientes[fila];
            var deVarios = h.Eleccion.Contendientes[columna] is Contendiente.Combinacion or Contendiente.CandidaturaComun;
            if (deVarios)
            {
                h.Lienzo.Rectangulo(x, y, 5, alto, h.Acento);
            }

            Emblema.Dibujar(h.Lienzo, h.Eleccion, columna, x + 8, y + 1, ancho - 11, alto - 2);
            return;
        }

        var final = fila == h.Filas - 1;
        if (final)
        {
            h.Lienzo.Rectangulo(x, y, ancho, alto, h.Acento);
        }

        var texto = final ? "TOTAL" : fila == h.Filas - 2 ? "VOTOS NULOS" : "NO REGISTRADAS";
        h.Lienzo.Texto(texto, x + (ancho / 2), y + (alto / 2) + 4, final ? 14 : 11, final ? "#fff" : "#111", negrita: true, ancla: "middle", anchoMaximo: ancho - 6);
    }

    private static bool? Iguales(Cantidad a, Cantidad b, Cantidad suma) =>
        a.EsNumero && b.EsNumero && suma.EsNumero ? a.Suma + b.Suma == suma.Suma : null;

    private static void Pregunta(HojaDeActa h, int numero, string texto, bool? si, double x, double y, double ancho)
    {
        h.Titulo(numero, "", x, y, ancho);
        h.Lienzo.Texto(texto, x + 28, y, 12, anchoMaximo: ancho - 130);
        Opcion(h, "Sí", si == true, x + ancho - 84, y);
        Opcion(h, "No", si == false, x + ancho - 40, y);
    }

    public static void Opcion(HojaDeActa h, string texto, bool marcada, double x, double y)
    {
        h.Lienzo.Rectangulo(x, y - 17, 30, 24, "#fff", h.Acento);
        h.Lienzo.Texto(texto, x + 15, y, 12, negrita: true, ancla: "middle");
        if (marcada)
        {
            h.Mano.Cruz(x + 4, y - 15, 22, 20);
        }
    }
}
