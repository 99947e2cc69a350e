namespace Prep.Publicacion.Formatos;

/// <summary>A column that holds votes of a contendiente.</summary>
/// <param name="Indice">Place in the line, from 0.</param>
/// <param name="Nombre">As the file writes it.</param>
/// <param name="Clave">Unique: <c>C_PRD_MC#2</c>.</param>
public sealed record ColumnaDeVotos(int Indice, string Nombre, string Clave);

/// <summary>The columns of one file: where each meaning is, and which are the boleta.</summary>
/// <remarks>
/// Regla L-01: the boleta is what stands between TOTAL_VOTOS_SACADOS and the candidaturas no registradas, nulos and TOTAL_VOTOS_ASENTADO.
/// When one of those is missing, the last known column before and the first after take its place. Fuente: spec §6.4 y §6.7.
/// </remarks>
public sealed class Esquema
{
    private readonly int[] _lugares = new int[(int)Columna.Ignorada + 1];

    private Esquema(IReadOnlyList<string> nombres)
    {
        Nombres = nombres;
        Array.Fill(_lugares, -1);
    }

    /// <summary>Column names as written, without trailing empty ones.</summary>
    public IReadOnlyList<string> Nombres { get; }

    public IReadOnlyList<ColumnaDeVotos> Boleta { get; private set; } = [];

    /// <summary>Columns that were not understood and are not votes.</summary>
    public IReadOnlyList<int> Desconocidas { get; private set; } = [];

    /// <summary>Columns with a meaning that an earlier one already has (both ID_DISTRITO_LOCAL and ID_DISTRITO, say).</summary>
    public IReadOnlyList<int> Repetidas { get; private set; } = [];

    /// <summary>Place of a column in the line, or -1.</summary>
    public int this[Columna columna] => _lugares[(int)columna];

    public bool Tiene(Columna columna) => _lugares[(int)columna] >= 0;

    /// <summary>How many of the names are those of a PREP database.</summary>
    public static int Reconocidas(IEnumerable<string> nombres) => nombres.Count(n => NombresDeColumna.Buscar(Palabras.Columna(n)) is not null);

    public static Esquema De(IReadOnlyList<string> celdas)
    {
        var ultima = celdas.Count;
        while (ultima > 0 && string.IsNullOrWhiteSpace(celdas[ultima - 1]))
        {
            ultima--;
        }

        var nombres = celdas.Take(ultima).Select(c => c.Trim().Trim('\'', '=').Trim()).ToArray();
        var significados = nombres.Select(n => NombresDeColumna.Buscar(Palabras.Columna(n))).ToArray();
        var esquema = new Esquema(nombres);
        var (desde, hasta) = LimitesDeBoleta(significados);
        var votos = new List<ColumnaDeVotos>();
        var (desconocidas, repetidas) = (new List<int>(), new List<int>());
        var veces = new Dictionary<string, int>();

        for (var i = 0; i < nombres.Length; i++)
        {
            var enBoleta = i > desde && i < hasta;
            var significado = significados[i];
            if (enBoleta && significado is not (Columna.NoRegistradas or Columna.Nulos))
            {
                veces[nombres[i]] = veces.GetValueOrDefault(nombres[i]) + 1;
                votos.Add(new(i, nombres[i], Dominio.Catalogo.Contendiente.ClaveDe(nombres[i], veces[nombres[i]])));
            }
            else if (significado is not { } columna)
            {
                desconocidas.Add(i);
            }
            else if (columna != Columna.Ignorada && esquema._lugares[(int)columna] >= 0)
            {
                repetidas.Add(i);
            }
            else
            {
                esquema._lugares[(int)columna] = i;
            }
        }

        (esquema.Boleta, esquema.Desconocidas, esquema.Repetidas) = (votos, desconocidas, repetidas);
        return esquema;
    }

    private static (int Desde, int Hasta) LimitesDeBoleta(Columna?[] significados)
    {
        var sacados = Array.FindLastIndex(significados, c => c == Columna.Sacados);
        var asentado = Array.FindIndex(significados, c => c == Columna.Asentado);
        var nulos = Array.FindIndex(significados, c => c is Columna.Nulos or Columna.NoRegistradas);
        if (nulos < 0)
        {
            nulos = asentado >= 0 ? asentado : Array.FindIndex(significados, c => c is Columna.Calculado or Columna.ListaNominal);
        }

        if (nulos < 0)
        {
            return (0, 0);
        }

        if (sacados < 0 || sacados > nulos)
        {
            sacados = Array.FindLastIndex(significados, nulos - 1 < 0 ? 0 : nulos - 1, c => c is not null);
        }

        if (asentado < nulos)
        {
            asentado = Array.FindIndex(significados, nulos, c => c is not (null or Columna.Nulos or Columna.NoRegistradas));
        }

        // known columns that some files put after TOTAL_VOTOS_SACADOS are not votes either
        while (sacados + 1 < nulos && significados[sacados + 1] is not null)
        {
            sacados++;
        }

        return (sacados, asentado < 0 ? significados.Length : asentado);
    }
}
