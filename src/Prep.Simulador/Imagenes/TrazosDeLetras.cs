namespace Prep.Simulador.Imagenes;

/// <summary>One letter as pen strokes on a grid: 0 is its top, 100 its foot. A curve has three points, a straight stretch one.</summary>
/// <param name="Trazos">Each stroke: points, and for each whether it ends a curve whose control is the point before it.</param>
internal sealed record Letra(int Ancho, IReadOnlyList<IReadOnlyList<(int X, int Y, bool Control)>> Trazos);

/// <summary>Block capitals and digits as people write them on actas; no font takes part.</summary>
internal static class TrazosDeLetras
{
    private const string Tabla = """
        A 60 M0,100L30,0L60,100M12,65L48,65
        B 52 M5,0L5,100M5,0Q50,0 45,25Q42,46 5,48Q55,50 50,75Q46,100 5,100
        C 54 M52,15Q30,-10 10,20Q-8,60 12,85Q32,108 54,85
        D 56 M5,0L5,100M5,0Q60,5 55,50Q52,98 5,100
        E 50 M48,2L5,0L5,100L50,98M5,48L40,48
        F 48 M48,2L5,0L5,100M5,48L38,48
        G 54 M52,15Q30,-10 10,20Q-8,60 12,85Q35,108 52,85L52,55L32,55
        H 54 M5,0L5,100M50,0L50,100M5,50L50,50
        I 16 M8,0L8,100
        J 44 M40,0L40,75Q38,104 18,100Q4,96 4,78
        K 52 M5,0L5,100M48,0L5,55L50,100
        L 46 M5,0L5,100L46,98
        M 70 M3,100L8,0L35,60L62,0L68,100
        N 54 M5,100L5,0L50,100L50,0
        O 58 M28,0Q0,4 2,50Q4,100 30,100Q58,98 56,48Q54,0 26,1
        P 50 M5,100L5,0Q52,-2 50,28Q48,54 5,54
        Q 58 M28,0Q0,4 2,50Q4,100 30,100Q58,98 56,48Q54,0 26,1M36,76L58,104
        R 52 M5,100L5,0Q52,-2 50,28Q48,54 5,54M22,54L52,100
        S 52 M48,12Q30,-8 12,8Q-2,34 26,46Q58,58 48,84Q32,110 4,88
        T 56 M0,2L56,0M28,0L28,100
        U 56 M4,0L5,70Q10,102 30,100Q52,98 52,68L52,0
        V 56 M2,0L28,100L54,0
        W 72 M2,0L18,100L36,30L54,100L70,0
        X 54 M4,0L52,100M52,0L4,100
        Y 54 M4,0L28,48M54,0L28,48L26,100
        Z 56 M5,2L50,0L4,100L54,98
        0 54 M28,0Q2,4 4,50Q6,100 28,100Q52,98 50,48Q48,0 26,1
        1 40 M10,20L30,0L30,100
        2 56 M6,22Q14,-4 34,1Q58,10 46,40L4,98L54,97
        3 52 M8,8Q40,-12 46,20Q46,46 20,47Q54,50 48,78Q38,108 4,90
        4 58 M36,0L4,66L54,64M40,38L40,100
        5 54 M48,1L12,2L9,44Q44,34 50,66Q48,104 6,94
        6 52 M42,2Q8,20 6,66Q8,102 32,100Q54,94 48,70Q40,48 8,68
        7 54 M4,3L52,1L24,100M16,50L44,48
        8 54 M30,48Q4,40 10,16Q26,-10 44,12Q50,38 28,48Q-2,62 8,86Q28,110 48,88Q56,60 30,48
        9 52 M46,30Q40,54 18,50Q2,40 8,16Q24,-10 44,8Q50,20 46,52L38,100
        . 14 M6,97L8,100
        , 14 M8,95L4,108
        : 14 M7,40L8,43M7,92L8,95
        - 40 M6,52L34,50
        / 40 M36,-4L4,104
        """;

    private static readonly Dictionary<char, Letra> Letras = Tabla.Split('\n').Select(Leer).ToDictionary(p => p.Signo, p => p.Letra);

    /// <returns>Null for what has no strokes: it is left as a space.</returns>
    public static Letra? De(char signo) => Letras.GetValueOrDefault(signo);

    /// <summary>Splits an accented capital into its base and what goes above.</summary>
    public static (char Base, char Marca) Separar(char signo) => signo switch
    {
        'Á' => ('A', '´'),
        'É' => ('E', '´'),
        'Í' => ('I', '´'),
        'Ó' => ('O', '´'),
        'Ú' => ('U', '´'),
        'Ü' => ('U', '¨'),
        'Ñ' => ('N', '~'),
        _ => (signo, ' '),
    };

    private static (char Signo, Letra Letra) Leer(string linea)
    {
        var partes = linea.Trim().Split(' ', 3);
        return (partes[0][0], new(int.Parse(partes[1]), [.. partes[2].Split('M', StringSplitOptions.RemoveEmptyEntries).Select(Trazo)]));
    }

    private static IReadOnlyList<(int X, int Y, bool Control)> Trazo(string texto)
    {
        var puntos = new List<(int, int, bool)>();
        foreach (var paso in texto.Replace("L", "|L", StringComparison.Ordinal).Replace("Q", "|Q", StringComparison.Ordinal).Split('|'))
        {
            var curva = paso[0] == 'Q';
            var pares = paso.TrimStart('L', 'Q').Split(' ').Select(p => p.Split(',')).Select(p => (X: int.Parse(p[0]), Y: int.Parse(p[1]))).ToArray();
            puntos.Add((pares[0].X, pares[0].Y, curva));
            if (curva)
            {
                puntos.Add((pares[1].X, pares[1].Y, false));
            }
        }

        return puntos;
    }
}
