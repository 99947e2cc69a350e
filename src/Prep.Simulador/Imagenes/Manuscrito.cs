using System.Text;

namespace Prep.Simulador.Imagenes;

/// <summary>One person's hand with a pen: slant, width and pressure are the person's; the tremor is each letter's.</summary>
internal sealed class Manuscrito(Lienzo lienzo, Azar azar)
{
    private const double AltoDeLetra = 100;

    private readonly double _inclinacion = azar.Entre(-0.08, 0.22);
    private readonly double _estrechez = azar.Entre(0.86, 1.12);
    private readonly double _separacion = azar.Entre(16, 28);
    private readonly double _grueso = azar.Entre(1.5, 2.1);
    private readonly double _pendiente = azar.Temblor(0.008);
    private readonly string _tinta = new[] { "#16235e", "#1c1c28", "#223a8f" }[(int)azar.Entre(0, 2.99)];

    /// <summary>Writes capitals from the left; narrows them when they do not fit.</summary>
    /// <param name="y">Of the foot of the letters.</param>
    public void Escribir(string texto, double x, double y, double alto, double anchoMaximo)
    {
        var letras = texto.ToUpperInvariant();
        var escala = alto / AltoDeLetra;
        var natural = letras.Sum(c => Avance(c) * escala);
        var ancho = Math.Min(_estrechez, anchoMaximo / Math.Max(natural, 1));
        var trazos = new StringBuilder(letras.Length * 60);
        var lugar = x;
        foreach (var c in letras)
        {
            Letra(trazos, c, lugar, y + ((lugar - x) * _pendiente), escala * ancho, escala);
            lugar += Avance(c) * escala * ancho;
        }

        if (trazos.Length > 0)
        {
            lienzo.Tinta(trazos.ToString(), _tinta, _grueso);
        }
    }

    /// <summary>One digit inside its box, not quite in the middle.</summary>
    public void Digito(char digito, double x, double y, double ancho, double alto)
    {
        var letra = TrazosDeLetras.De(digito) ?? throw new ArgumentOutOfRangeException(nameof(digito));
        var altura = alto * azar.Entre(0.68, 0.86);
        var escala = altura / AltoDeLetra;
        var escalaX = Math.Min(escala * _estrechez, ancho * 0.85 / letra.Ancho);
        var trazos = new StringBuilder();
        var libreX = ancho - (letra.Ancho * escalaX);
        Letra(trazos, digito, x + (libreX * azar.Entre(0.3, 0.7)), y + alto - ((alto - altura) * azar.Entre(0.3, 0.7)), escalaX, escala);
        lienzo.Tinta(trazos.ToString(), _tinta, _grueso);
    }

    /// <summary>Written over until nobody can tell what it says.</summary>
    public void Garabato(double x, double y, double ancho, double alto)
    {
        var trazos = new StringBuilder();
        for (var vuelta = 0; vuelta < 3; vuelta++)
        {
            trazos.Append($"M{Lienzo.N(x)} {Lienzo.N(y + (alto * azar.Entre(0.3, 0.7)))}");
            for (var avance = 0.0; avance < ancho; avance += azar.Entre(4, 9))
            {
                trazos.Append($"Q{Lienzo.N(x + avance + azar.Temblor(7))} {Lienzo.N(y + (alto * azar.Entre(-0.05, 1.05)))} {Lienzo.N(x + Math.Min(avance + 4, ancho))} {Lienzo.N(y + (alto * azar.Entre(0.1, 0.9)))}");
            }
        }

        lienzo.Tinta(trazos.ToString(), _tinta, _grueso * 1.3);
    }

    /// <summary>A running line that stands for a name or a signature: nobody's.</summary>
    public void Rubrica(double x, double y, double ancho, double alto)
    {
        var (menor, mayor) = (alto * azar.Entre(0.12, 0.3), alto * azar.Entre(0.45, 0.9));
        var trazos = new StringBuilder($"M{Lienzo.N(x)} {Lienzo.N(y)}");
        var sube = true;
        for (double lugar = x, paso; lugar < x + ancho; lugar += paso)
        {
            paso = azar.Entre(menor, mayor);
            var cima = y + (sube ? -alto * azar.Entre(0.25, 0.95) : alto * azar.Entre(0, 0.18));
            trazos.Append($"Q{Lienzo.N(lugar + azar.Temblor(3))} {Lienzo.N(cima)} {Lienzo.N(lugar + paso)} {Lienzo.N(y + azar.Temblor(alto * 0.08))}");
            sube = !sube;
        }

        lienzo.Tinta(trazos.ToString(), _tinta, _grueso * 0.8);
    }

    /// <summary>A cross over an option.</summary>
    public void Cruz(double x, double y, double ancho, double alto) => lienzo.Tinta(
        $"M{P(x, y)}L{P(x + ancho, y + alto)}M{P(x + ancho, y)}L{P(x, y + alto)}", _tinta, _grueso * 1.2);

    private string P(double x, double y) => $"{Lienzo.N(x + azar.Temblor(2))} {Lienzo.N(y + azar.Temblor(2))}";

    private double Avance(char c) => (TrazosDeLetras.De(TrazosDeLetras.Separar(c).Base)?.Ancho ?? 26) + _separacion;

    private void Letra(StringBuilder trazos, char signo, double x, double y, double escalaX, double escalaY)
    {
        var (sinMarca, marca) = TrazosDeLetras.Separar(signo);
        if (TrazosDeLetras.De(sinMarca) is not { } letra)
        {
            return;
        }

        var (dx, dy, crece) = (azar.Temblor(4), azar.Temblor(5), azar.Entre(0.93, 1.06));
        foreach (var trazo in letra.Trazos)
        {
            Trazar(trazos, trazo);
        }

        var medio = letra.Ancho / 2;
        switch (marca)
        {
            case '´':
                Trazar(trazos, [(medio - 2, -10, false), (medio + 14, -30, false)]);
                break;
            case '~':
                Trazar(trazos, [(medio - 22, -14, false), (medio - 8, -34, true), (medio + 2, -18, false), (medio + 12, -8, true), (medio + 24, -24, false)]);
                break;
            case '¨':
                Trazar(trazos, [(medio - 12, -18, false), (medio - 10, -16, false)]);
                Trazar(trazos, [(medio + 12, -18, false), (medio + 14, -16, false)]);
                break;
            default:
                break;
        }

        void Trazar(StringBuilder destino, IReadOnlyList<(int X, int Y, bool Control)> puntos)
        {
            for (var i = 0; i < puntos.Count; i++)
            {
                var (px, py, control) = puntos[i];
                var alto = AltoDeLetra - py;
                var abscisa = x + (escalaX * (dx + (crece * px) + (alto * _inclinacion) + azar.Temblor(3)));
                var ordenada = y - (escalaY * ((crece * alto) + dy + azar.Temblor(3)));
                var orden = i == 0 ? "M" : control ? "Q" : puntos[i - 1].Control ? " " : "L";
                destino.Append($"{orden}{Lienzo.N(abscisa)} {Lienzo.N(ordenada)}");
            }
        }
    }
}
