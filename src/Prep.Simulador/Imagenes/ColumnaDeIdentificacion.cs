using Prep.Dominio.Actas;
using Prep.Dominio.Catalogo;

namespace Prep.Simulador.Imagenes;

/// <summary>First column: label, heading, identification, and the quantities before the votes.</summary>
internal static class ColumnaDeIdentificacion
{
    private const double LadoDeEtiqueta = 190;

    public static void Dibujar(HojaDeActa h)
    {
        var (x, ancho) = h.Columna(1);
        Etiqueta(h, x + ancho - LadoDeEtiqueta, 10);
        Encabezado(h, x, ancho);
        Identificacion(h, x, ancho);
        var d = h.Datos;
        var suma = d.Personas.EsNumero && d.Representantes.EsNumero ? Prep.Dominio.Actas.Cantidad.Numero(d.Personas.Suma + d.Representantes.Suma)
            : d.Personas.EsNoAplica ? Prep.Dominio.Actas.Cantidad.NoAplica : Prep.Dominio.Actas.Cantidad.SinDato;
        Cantidad(h, 2, "BOLETAS SOBRANTES", d.Sobrantes, x, MedidasDeHoja.Cantidad(0), ancho);
        Cantidad(h, 3, "PERSONAS QUE VOTARON", d.Personas, x, MedidasDeHoja.Cantidad(1), ancho);
        Cantidad(h, 4, "REPRESENTACIONES QUE VOTARON", d.Representantes, x, MedidasDeHoja.Cantidad(2), ancho);
        Cantidad(h, 5, "SUMA DE 3 Y 4", suma, x, MedidasDeHoja.Cantidad(3), ancho);
    }

    private static void Etiqueta(HojaDeActa h, double x, double y)
    {
        var texto = EtiquetaDeActa.De(h.Proceso, h.Acta).ToString();
        h.Lienzo.Rectangulo(x, y, LadoDeEtiqueta, LadoDeEtiqueta + 18, "#fff", HojaDeActa.Linea);
        var (_, lado) = Codigos.Qr(texto, 0, 0, LadoDeEtiqueta - 4);
        var (qr, _) = Codigos.Qr(texto, Math.Round(x + ((LadoDeEtiqueta - lado) / 2)), y + 2, LadoDeEtiqueta - 4);
        h.Lienzo.Figura(qr, "#000");
        h.Lienzo.Texto(texto.Replace('|', ' '), x + (LadoDeEtiqueta / 2), y + LadoDeEtiqueta + 10, 13, "#000", negrita: true, ancla: "middle", anchoMaximo: LadoDeEtiqueta - 10);
    }

    private static void Encabezado(HojaDeActa h, double x, double ancho)
    {
        var l = h.Lienzo;
        var libre = ancho - LadoDeEtiqueta - 56;
        l.Rectangulo(x + 42, 20, libre, 54, "#fff", HojaDeActa.Linea);
        l.Texto("Fecha y hora de acopio", x + 48, 33, 10, HojaDeActa.Tenue);
        var (barras, anchoDeBarras) = Codigos.Barras(h.Folio, x + 42, 86, 42, libre);
        l.Figura(barras, "#111");
        l.Texto(h.Folio, x + 42 + (anchoDeBarras / 2), 142, 11, ancla: "middle", anchoMaximo: libre);
        l.Texto(h.Proceso.Entidad.Nombre, x, 186, 26, h.Acento, negrita: true, anchoMaximo: ancho - LadoDeEtiqueta - 14);
        l.Texto("Programa de Resultados Electorales Preliminares", x, 208, 12, anchoMaximo: ancho - LadoDeEtiqueta - 14);

        var corte = ancho * 0.36;
        l.Rectangulo(x, 226, corte, 74, "#e4ded2");
        l.Rectangulo(x + corte, 226, ancho - corte, 74, "#cfc5b2");
        EnDosLineas(h, h.Proceso.Nombre.ToUpperInvariant(), x + (corte / 2), 258, 13, corte - 12);
        var medio = x + corte + ((ancho - corte) / 2);
        l.Texto("ACTA DE ESCRUTINIO Y CÓMPUTO", medio, 248, 15, negrita: true, ancla: "middle", anchoMaximo: ancho - corte - 12);
        l.Texto("DE CASILLA DE LA ELECCIÓN DE", medio, 267, 15, negrita: true, ancla: "middle", anchoMaximo: ancho - corte - 12);
        l.Texto(h.Eleccion.Titulo.ToUpperInvariant() + Principio(h.Acta.Principio), medio, 288, 16, h.Acento, negrita: true, ancla: "middle", anchoMaximo: ancho - corte - 12);
        l.Texto("Dibujo hecho por Prep para ensayos y demostraciones: no es un documento electoral.", x, 320, 11.5, h.Acento, negrita: true, anchoMaximo: ancho);
    }

    private static void Identificacion(HojaDeActa h, double x, double ancho)
    {
        var (l, casilla) = (h.Lienzo, h.Acta.Casilla);
        h.Titulo(1, "DATOS DE IDENTIFICACIÓN DE LA CASILLA", x, 350, ancho);
        var area = h.Eleccion.BuscarArea(h.Acta.Area);
        var porDistrito = h.Eleccion.TipoDeArea == TipoDeArea.Distrito;
        Dato(h, "Entidad:", h.Proceso.Entidad.Nombre, x, 386, ancho * 0.52);
        Dato(h, "Tipo de acta:", h.Acta.TipoActa, x + (ancho * 0.56), 386, ancho * 0.44);
        if (porDistrito)
        {
            Dato(h, "Distrito electoral local:", h.Acta.Area.EsSinArea ? "" : $"{h.Acta.Area} {area?.Nombre}", x, 418, ancho);
        }

        Dato(h, "Municipio:", (porDistrito ? casilla.Municipio?.Nombre : area?.Nombre) ?? "", x, porDistrito ? 450 : 434, ancho);
        Seccion(h, casilla.Seccion, x, 470);
        Tipo(h, casilla, x + 206, 464, ancho - 206);
        l.Texto("La casilla se instaló en:", x, 558, 12);
        l.Linea(x + 158, 561, x + ancho, 561, HojaDeActa.Linea);
        h.Mano.Rubrica(x + 166, 557, h.Azar.Entre(0.4, 0.8) * (ancho - 190), 15);
    }

    private static void Dato(HojaDeActa h, string nombre, string valor, double x, double y, double ancho)
    {
        var etiqueta = AnchoDeLetra.De(nombre, 12.5, negrita: false) + 4;
        h.Lienzo.Texto(nombre, x, y, 12.5);
        h.Lienzo.Linea(x + etiqueta, y + 3, x + ancho, y + 3, HojaDeActa.Linea);
        h.Mano.Escribir(valor, x + etiqueta + 6, y + h.Azar.Temblor(1), 14, ancho - etiqueta - 12);
    }

    private static void Seccion(HojaDeActa h, string seccion, double x, double y)
    {
        h.Lienzo.Texto("Sección:", x, y + 32, 12.5);
        for (var i = 0; i < 4; i++)
        {
            h.Lienzo.Rectangulo(x + 64 + (i * 31), y + 10, 27, 32, "#fff", HojaDeActa.Linea);
            if (i < seccion.Length && char.IsAsciiDigit(seccion[i]))
            {
                h.Mano.Digito(seccion[i], x + 64 + (i * 31), y + 10, 27, 32);
            }
        }

        h.Lienzo.Texto("(con número)", x + 124, y + 56, 9.5, HojaDeActa.Tenue, ancla: "middle");
    }

    private static void Tipo(HojaDeActa h, Casilla casilla, double x, double y, double ancho)
    {
        var l = h.Lienzo;
        string[] nombres = ["BÁSICA", "CONTIGUA", "EXTRAORD.", "EXT. CONT.", Quinta(casilla.Tipo)];
        var (paso, conExtension) = (ancho / nombres.Length, casilla.ExtContigua.Trim('0').Length > 0);
        var marcada = casilla.Tipo switch
        {
            TipoDeCasilla.Basica => 0,
            TipoDeCasilla.Contigua => 1,
            TipoDeCasilla.Extraordinaria => conExtension ? 3 : 2,
            _ => 4,
        };
        l.Rectangulo(x, y, ancho, 74, "#fff", HojaDeActa.Linea);
        l.Rectangulo(x, y, ancho, 15, "#cfc5b2", HojaDeActa.Linea);
        l.Texto("MARQUE CON X EL TIPO Y ESCRIBA EL NÚMERO", x + (ancho / 2), y + 11, 9.5, negrita: true, ancla: "middle", anchoMaximo: ancho - 6);
        for (var i = 0; i < nombres.Length; i++)
        {
            var medio = x + ((i + 0.5) * paso);
            l.Elipse(medio, y + 28, (paso / 2) - 3, 9, "#fff", HojaDeActa.Linea);
            l.Texto(nombres[i], medio, y + 31, 8, ancla: "middle", anchoMaximo: paso - 12);
            if (i == 0)
            {
                continue;
            }

            for (var c = 0; c < 2; c++)
            {
                var caja = medio - 19 + (c * 20);
                l.Rectangulo(caja, y + 42, 18, 27, "#fff", "#a9a9a9");
                var numero = i == 3 ? casilla.ExtContigua : casilla.Numero;
                if (i == marcada && c < numero.Length && char.IsAsciiDigit(numero[c]))
                {
                    h.Mano.Digito(numero[c], caja, y + 42, 18, 27);
                }
            }
        }

        h.Mano.Cruz(x + ((marcada + 0.5) * paso) - 14, y + 19, 28, 18);
    }

    private static void Cantidad(HojaDeActa h, int numero, string titulo, Cantidad cantidad, double x, double y, double ancho)
    {
        h.Titulo(numero, titulo, x, y, ancho);
        h.Lienzo.Rectangulo(x, y + 14, ancho, MedidasDeHoja.AltoDeCantidad, "#fff", h.Acento, 1);
        h.Cantidad(cantidad, x, y + 14, ancho, MedidasDeHoja.AltoDeCantidad, 132);
        h.Lienzo.Texto("(con letra)", x + ((ancho - 132) / 2), y + 69, 9.5, HojaDeActa.Tenue, ancla: "middle");
        h.Lienzo.Texto("(con número)", x + ancho - 66, y + 69, 9.5, HojaDeActa.Tenue, ancla: "middle");
    }

    private static void EnDosLineas(HojaDeActa h, string texto, double medio, double y, double cuerpo, double ancho)
    {
        var mitad = texto.Length < 24 ? -1 : texto.IndexOf(' ', texto.Length / 2);
        if (mitad < 0)
        {
            h.Lienzo.Texto(texto, medio, y + 10, cuerpo, negrita: true, ancla: "middle", anchoMaximo: ancho);
            return;
        }

        h.Lienzo.Texto(texto[..mitad], medio, y, cuerpo, negrita: true, ancla: "middle", anchoMaximo: ancho);
        h.Lienzo.Texto(texto[(mitad + 1)..], medio, y + 20, cuerpo, negrita: true, ancla: "middle", anchoMaximo: ancho);
    }

    private static string Principio(Principio principio) => principio switch
    {
        Prep.Dominio.Catalogo.Principio.MayoriaRelativa => " · MR",
        Prep.Dominio.Catalogo.Principio.RepresentacionProporcional => " · RP",
        _ => "",
    };

    private static string Quinta(TipoDeCasilla tipo) => tipo switch
    {
        TipoDeCasilla.VotoAnticipado => "ANTICIPADO",
        TipoDeCasilla.PrisionPreventiva => "PRISIÓN P.",
        TipoDeCasilla.MesaEnElExtranjero => "EXTRANJERO",
        TipoDeCasilla.UrnaElectronica => "URNA ELECT.",
        _ => "ESPECIAL",
    };
}
