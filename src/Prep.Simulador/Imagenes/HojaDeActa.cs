using Prep.Dominio.Actas;
using Prep.Dominio.Catalogo;

namespace Prep.Simulador.Imagenes;

/// <summary>Everything that the three columns of one sheet share.</summary>
internal sealed record HojaDeActa(
    Proceso Proceso, Eleccion Eleccion, ActaEsperada Acta, DatosDeActa Datos, string Folio, Lienzo Lienzo, Manuscrito Mano, Azar Azar)
{
    public const int Ancho = MedidasDeHoja.Ancho, Alto = MedidasDeHoja.Alto;

    public const string Linea = "#333", Tenue = "#8a8a8a";

    public Boleta Boleta { get; } = Eleccion.Boleta(Acta.Id);

    public MedidasDeHoja Medidas => new(Boleta.CamposDeVotos + 1);

    public int Filas => Medidas.Filas;

    public bool EsLarga => Medidas.EsLarga;

    public (double X, double Ancho) Columna(int numero) => Medidas.Columna(numero);

    /// <summary>Colour of the printed parts, one for each kind of election.</summary>
    public string Acento => Eleccion.Tipo switch
    {
        TipoDeEleccion.Gubernatura => "#7a2e4d",
        TipoDeEleccion.Diputaciones => "#7d5f2c",
        TipoDeEleccion.Ayuntamientos => "#2f5d50",
        _ => "#44506b",
    };

    /// <summary>Some people fill the boxes with zeros on the left, some do not.</summary>
    public bool ConCeros { get; } = Azar.Fraccion() < 0.8;

    public int Casillas => Acta.Casilla.Tipo == TipoDeCasilla.Especial ? 4 : 3;

    public void Titulo(int numero, string texto, double x, double y, double ancho)
    {
        Lienzo.Rectangulo(x, y - 15, 22, 19, Acento);
        Lienzo.Texto($"{numero}", x + 11, y, 14, "#fff", negrita: true, ancla: "middle");
        Lienzo.Texto(texto, x + 28, y, 14, Acento, negrita: true, anchoMaximo: ancho - 30);
    }

    /// <summary>A quantity twice: in letter on the left, in boxes on the right.</summary>
    public void Cantidad(Cantidad cantidad, double x, double y, double ancho, double alto, double anchoDeCifras)
    {
        var paso = anchoDeCifras / Casillas;
        var (caja, altoDeCaja) = (Math.Min(paso - 5, 30), Math.Min(alto - 6, 40));
        var cima = y + ((alto - altoDeCaja) / 2);
        var derecha = x + ancho - anchoDeCifras + ((anchoDeCifras - (paso * Casillas)) / 2);
        for (var i = 0; i < Casillas; i++)
        {
            Lienzo.Rectangulo(derecha + (i * paso) + ((paso - caja) / 2), cima, caja, altoDeCaja, "#fff", "#a9a9a9");
        }

        var (letraX, letraAncho, letraAlto) = (x + 8, ancho - anchoDeCifras - 22, Math.Min(17, alto * 0.52));
        var pie = y + (alto * 0.5) + (letraAlto * 0.5);
        switch (cantidad)
        {
            case { EsNoAplica: true }:
                Lienzo.Texto("NO APLICA", letraX, pie, Math.Min(12, alto * 0.5), Tenue);
                break;
            case { EsIlegible: true }:
                Mano.Garabato(letraX, y + 3, letraAncho * Azar.Entre(0.4, 0.7), alto - 6);
                Mano.Garabato(derecha + 2, cima, anchoDeCifras - 6, altoDeCaja);
                break;
            case { Valor: { } n }:
                if (n <= 9999)
                {
                    Mano.Escribir(NumeroEnLetra.De(n), letraX + Azar.Entre(0, letraAncho * 0.08), pie + Azar.Temblor(1.5), letraAlto, letraAncho * 0.92);
                }

                Cifras(n, derecha, cima, paso, caja, altoDeCaja);
                break;
            default:
                break;
        }
    }

    // A number longer than its boxes begins outside of them, to the left, as people do.
    private void Cifras(int numero, double x, double y, double paso, double caja, double alto)
    {
        var texto = numero.ToString().PadLeft(ConCeros ? Casillas : 1, '0');
        for (var i = 0; i < texto.Length; i++)
        {
            Mano.Digito(texto[i], x + ((Casillas - texto.Length + i) * paso) + ((paso - caja) / 2), y, caja, alto);
        }
    }
}
