namespace Prep.Publicacion.Tests.Formatos.Forasteros;

/// <summary>What happened with an acta, as the naive model of these tests knows it: nothing here comes from the product.</summary>
internal enum Suerte
{
    NoCapturada,
    Capturada,
    SinActa,
    Fuera,
}

/// <summary>One row before any institute writes it. A vote below zero is a word: <see cref="SinDato"/>, <see cref="Ilegible"/>, <see cref="Ausente"/>.</summary>
internal sealed record Acta(
    int Entidad, int Area, int Seccion, char Tipo, int Numero, string TipoActa, int? Lista, int Representantes, Suerte Suerte, int[] Votos, int Motivo, int Minuto)
{
    public const int SinDato = -1;
    public const int Ilegible = -2;
    public const int Ausente = -3;

    /// <summary>No hash was published.</summary>
    public bool SinCodigo { get; init; }

    public int Suma => Votos.Where(v => v > 0).Sum();

    public bool Todos => Suerte == Suerte.Capturada && Votos.All(v => v < 0);

    public bool Excede { get; init; }

    public bool Alguno => Suerte == Suerte.Capturada && !Todos && Votos.Any(v => v is SinDato or Ilegible);

    public bool Cuenta => Suerte == Suerte.Capturada && !Todos && !Excede;
}

/// <summary>The 13 figures by plain counting, as strings: the second opinion.</summary>
internal static class ModeloForastero
{
    public static string[] Cifras(IReadOnlyList<Acta> actas)
    {
        long esperadas = 0, fuera = 0, capturadas = 0, cuentan = 0, inconsistencias = 0, lista = 0, con = 0, sin = 0;
        foreach (var a in actas)
        {
            if (a.Suerte == Suerte.Fuera)
            {
                fuera++;
                continue;
            }

            esperadas++;
            capturadas += a.Suerte == Suerte.NoCapturada ? 0 : 1;
            inconsistencias += a.Todos || a.Excede || a.Alguno ? 1 : 0;
            if (a.Cuenta)
            {
                cuentan++;
                lista += a.Lista ?? 0;
                con += a.Suma;
                sin += a.Tipo == 'S' ? 0 : a.Suma;
            }
        }

        return
        [
            $"{esperadas}", $"{capturadas + fuera}", $"{fuera}", $"{capturadas}", Por(capturadas, esperadas), $"{cuentan}", Por(cuentan, esperadas),
            Por(inconsistencias, esperadas), $"{capturadas - cuentan}", $"{lista}", $"{con}", $"{sin}", Por(sin, lista),
        ];
    }

    private static string Por(long parte, long todo)
    {
        var diezmilesimas = todo == 0 ? 0 : parte * 1_000_000 / todo;
        return $"{diezmilesimas / 10_000}.{diezmilesimas % 10_000:0000}";
    }
}
