using Prep.Dominio.Catalogo;

namespace Prep.Simulador.Imagenes;

/// <summary>A contendiente on the sheet: plain rectangles with short names. Never a logo.</summary>
internal static class Emblema
{
    private static readonly Dictionary<string, string> Colores = new(StringComparer.Ordinal)
    {
        ["PAN"] = "#0a5aa8", ["PRI"] = "#0f8a4a", ["PRD"] = "#f5c400", ["PT"] = "#d8232a", ["PVEM"] = "#57a639", ["PV"] = "#57a639", ["MC"] = "#f08a24",
        ["MORENA"] = "#8f1d2c", ["MOR"] = "#8f1d2c", ["NA"] = "#1c9a9c", ["PES"] = "#5b2a86", ["PUP"] = "#d6429a", ["PSI"] = "#3f7fb5",
    };

    private static readonly string[] Otros = ["#6b6b6b", "#8c6d46", "#4d7186", "#7a5c86", "#5c7d5a", "#a05f5f"];

    public static void Dibujar(Lienzo lienzo, Eleccion eleccion, int columna, double x, double y, double ancho, double alto)
    {
        var integrantes = eleccion.Contendientes[columna].Integrantes;
        int[] partidos = integrantes.Count == 0 ? [columna] : [.. integrantes];
        var filas = partidos.Length > 4 && alto >= 20 ? 2 : 1;
        var porFila = (partidos.Length + filas - 1) / filas;
        var paso = ancho / porFila;
        var caja = Math.Min(paso - 2, integrantes.Count == 0 ? 74 : 46);
        for (var i = 0; i < partidos.Length; i++)
        {
            var (fila, lugar) = Math.DivRem(i, porFila);
            var enFila = Math.Min(porFila, partidos.Length - (fila * porFila));
            var libre = ancho - (enFila * (caja + 2)) + 2;
            Uno(lienzo, eleccion.Contendientes[partidos[i]], partidos[i], x + (libre / 2) + (lugar * (caja + 2)), y + (fila * alto / filas) + 1, caja, (alto / filas) - 2);
        }
    }

    private static void Uno(Lienzo lienzo, Contendiente contendiente, int columna, double x, double y, double ancho, double alto)
    {
        var color = Color(contendiente, columna);
        var cuerpo = Math.Min(13, alto * 0.62);
        lienzo.Rectangulo(x, y, ancho, alto, color, "#333", 0.8);
        lienzo.Texto(contendiente.Nombre.Replace('_', ' '), x + (ancho / 2), y + (alto / 2) + (cuerpo * 0.36), cuerpo, EsClaro(color) ? "#111" : "#fff", negrita: true, ancla: "middle", anchoMaximo: ancho - 4);
    }

    private static string Color(Contendiente contendiente, int columna) => contendiente switch
    {
        Contendiente.Partido { Color: { Length: 7 } propio } when propio[0] == '#' && propio[1..].All(char.IsAsciiHexDigit) => propio,
        Contendiente.Partido p when Colores.TryGetValue(p.Nombre, out var conocido) => conocido,
        Contendiente.Independiente => "#ffffff",
        _ => Otros[columna % Otros.Length],
    };

    private static bool EsClaro(string color)
    {
        var n = Convert.ToInt32(color[1..], 16);
        return ((n >> 16) * 77) + (((n >> 8) & 255) * 150) + ((n & 255) * 29) > 150 * 256;
    }
}
