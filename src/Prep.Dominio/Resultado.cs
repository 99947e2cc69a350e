namespace Prep.Dominio;

/// <summary>What kind of refusal it is; the one place that maps refusals to HTTP reads it.</summary>
public enum ClaseDeRechazo
{
    /// <summary>The input cannot be understood (bad request).</summary>
    Entrada,

    /// <summary>Understood, but a rule of the process forbids it.</summary>
    Regla,

    /// <summary>Someone or something got there first; look again and retry.</summary>
    Conflicto,

    /// <summary>What was named does not exist.</summary>
    NoExiste,

    /// <summary>It exists, but not for this person.</summary>
    NoPermitido,
}

/// <summary>An expected "no": a stable code for programs and a Spanish sentence, with its remedy, for a person.</summary>
public sealed record Rechazo(string Codigo, string Mensaje, ClaseDeRechazo Clase = ClaseDeRechazo.Regla);

/// <summary>Either a value or the refusal that explains why there is none. Unexpected failures stay exceptions.</summary>
public readonly struct Result<T>
{
    private readonly T? _valor;
    private readonly Rechazo? _rechazo;

    private Result(T? valor, Rechazo? rechazo) => (_valor, _rechazo) = (valor, rechazo);

    public bool IsOk => _rechazo is null;

    /// <exception cref="InvalidOperationException">The result is a refusal.</exception>
    public T Value => _rechazo is null ? _valor! : throw new InvalidOperationException($"{_rechazo.Codigo}: {_rechazo.Mensaje}");

    /// <exception cref="InvalidOperationException">The result is a value.</exception>
    public Rechazo Rechazo => _rechazo ?? throw new InvalidOperationException("El resultado no es un rechazo.");

    public static implicit operator Result<T>(T valor) => new(valor, null);

    public static implicit operator Result<T>(Rechazo rechazo) => new(default, rechazo);

    public Result<TOtro> Luego<TOtro>(Func<T, Result<TOtro>> siguiente) => IsOk ? siguiente(Value) : _rechazo!;
}
