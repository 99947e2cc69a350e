namespace Prep.Dominio.Actas;

/// <summary>What an acta says in one numeric field. A blank is not a zero: the default value is <see cref="SinDato"/>.</summary>
/// <remarks>Regla C-01. Fuente: Anexo 13; LEEME INE 2024, campos 13 a 36. Four things that older systems confuse.</remarks>
public readonly record struct Cantidad
{
    /// <summary>Largest number accepted in a field: the boxes of the acta have at most four digits.</summary>
    public const int Maximo = 9999;

    // 0 sin dato · 1 ilegible · 2 no aplica · n+3 the number n
    private readonly int _codigo;

    private Cantidad(int codigo) => _codigo = codigo;

    /// <summary>Nothing written, neither in letter nor in number.</summary>
    public static readonly Cantidad SinDato = new(0);

    /// <summary>Written, but it cannot be read in letter nor in number.</summary>
    public static readonly Cantidad Ilegible = new(1);

    /// <summary>The field is not printed on this kind of acta (mesas A, P, M).</summary>
    public static readonly Cantidad NoAplica = new(2);

    /// <param name="valor">0 or more. Published totals may exceed <see cref="Maximo"/>; the capture form may not.</param>
    /// <exception cref="ArgumentOutOfRangeException">Negative, or beyond what an int can hold with the three words.</exception>
    public static Cantidad Numero(int valor)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(valor);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(valor, int.MaxValue - 3);
        return new(valor + 3);
    }

    public bool EsNumero => _codigo >= 3;

    public bool EsIlegible => _codigo == 1;

    public bool EsSinDato => _codigo == 0;

    public bool EsNoAplica => _codigo == 2;

    /// <summary>The number, or null for a word.</summary>
    public int? Valor => EsNumero ? _codigo - 3 : null;

    /// <summary>The number, or 0 for a word: what a sum takes from this field.</summary>
    public int Suma => EsNumero ? _codigo - 3 : 0;

    /// <summary>Stable integer for storage: -1 sin dato, -2 ilegible, -3 no aplica, else the number.</summary>
    public int Codigo => _codigo >= 3 ? _codigo - 3 : -1 - _codigo;

    /// <exception cref="ArgumentOutOfRangeException">Not a code that <see cref="Codigo"/> gives.</exception>
    public static Cantidad DeCodigo(int codigo) => codigo switch
    {
        >= 0 => Numero(codigo),
        -1 => SinDato,
        -2 => Ilegible,
        -3 => NoAplica,
        _ => throw new ArgumentOutOfRangeException(nameof(codigo), codigo, "Código de cantidad desconocido."),
    };

    public override string ToString() => _codigo switch
    {
        0 => "Sin dato",
        1 => "Ilegible",
        2 => "N/A",
        _ => (_codigo - 3).ToString(),
    };
}
