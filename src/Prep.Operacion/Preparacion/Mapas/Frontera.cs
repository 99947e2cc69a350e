using System.Globalization;
using System.Text;

namespace Prep.Operacion.Preparacion.Mapas;

/// <summary>The border of a territory made of pieces: a side that two pieces share is walked once each way and disappears; what is left is the outline.</summary>
/// <remarks>Exact, on whole points. Pieces that do not share their corners keep a line between them; nothing of either is lost.</remarks>
internal sealed class Frontera
{
    // Balance of each side, under its ends in order: +1 walked so, -1 walked the other way.
    private readonly Dictionary<(Punto Menor, Punto Mayor), int> _lados = [];

    public Frontera Agregar(FormaDeMunicipio forma, Cuadricula cuadricula)
    {
        foreach (var anillo in forma.Anillos)
        {
            var puntos = anillo.Select(cuadricula.De).ToList();
            for (var i = 1; i < puntos.Count; i++)
            {
                Recorrer(puntos[i - 1], puntos[i]);
            }
        }

        return this;
    }

    /// <summary>The outline as an SVG path; empty when what was added has no surface on the grid.</summary>
    public string Trazo()
    {
        var salidas = new SortedDictionary<Punto, List<Punto>>();
        foreach (var ((menor, mayor), saldo) in _lados)
        {
            var (de, a) = saldo > 0 ? (menor, mayor) : (mayor, menor);
            for (var n = Math.Abs(saldo); n > 0; n--)
            {
                if (!salidas.TryGetValue(de, out var lista))
                {
                    salidas[de] = lista = [];
                }

                lista.Add(a);
            }
        }

        foreach (var lista in salidas.Values)
        {
            lista.Sort();
        }

        var texto = new StringBuilder();
        while (salidas.Count > 0)
        {
            Escribir(texto, Vuelta(salidas));
        }

        return texto.ToString();
    }

    private void Recorrer(Punto a, Punto b)
    {
        if (a == b)
        {
            return;
        }

        var (lado, sentido) = a.CompareTo(b) < 0 ? ((a, b), 1) : ((b, a), -1);
        var saldo = _lados.GetValueOrDefault(lado) + sentido;
        if (saldo == 0)
        {
            _lados.Remove(lado);
        }
        else
        {
            _lados[lado] = saldo;
        }
    }

    // As many sides leave a point as arrive: a walk only ends where it began.
    private static List<Punto> Vuelta(SortedDictionary<Punto, List<Punto>> salidas)
    {
        var inicio = salidas.First().Key;
        var vuelta = new List<Punto> { inicio };
        var aqui = inicio;
        do
        {
            var lista = salidas[aqui];
            var siguiente = lista[^1];
            lista.RemoveAt(lista.Count - 1);
            if (lista.Count == 0)
            {
                salidas.Remove(aqui);
            }

            aqui = siguiente;
            vuelta.Add(aqui);
        }
        while (aqui != inicio);
        return vuelta;
    }

    private static void Escribir(StringBuilder texto, List<Punto> vuelta)
    {
        // A corner on a straight line says nothing; its neighbour draws the same line with or without it.
        var puntos = vuelta.Take(vuelta.Count - 1).ToList();
        for (var i = puntos.Count - 1; i >= 0 && puntos.Count > 2; i--)
        {
            var (antes, aqui, luego) = (puntos[(i + puntos.Count - 1) % puntos.Count], puntos[i], puntos[(i + 1) % puntos.Count]);
            var (u, v) = (aqui - antes, luego - aqui);
            if (((long)u.X * v.Y) == ((long)u.Y * v.X) && ((long)u.X * v.X) + ((long)u.Y * v.Y) > 0)
            {
                puntos.RemoveAt(i);
            }
        }

        if (puntos.Count < 3)
        {
            return;
        }

        texto.Append('M').Append(puntos[0].X.ToString(CultureInfo.InvariantCulture));
        Numero(texto, puntos[0].Y);
        for (var i = 1; i < puntos.Count; i++)
        {
            var paso = puntos[i] - puntos[i - 1];
            if (i == 1)
            {
                texto.Append('l').Append(paso.X.ToString(CultureInfo.InvariantCulture));
            }
            else
            {
                Numero(texto, paso.X);
            }

            Numero(texto, paso.Y);
        }

        texto.Append('z');
    }

    // A minus sign already separates.
    private static void Numero(StringBuilder texto, int numero) =>
        (numero < 0 ? texto : texto.Append(' ')).Append(numero.ToString(CultureInfo.InvariantCulture));
}
