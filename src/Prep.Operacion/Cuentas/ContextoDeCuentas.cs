using Prep.Datos;
using Prep.Datos.Cuentas;
using Prep.Dominio;
using Prep.Dominio.Actas;
using Prep.Dominio.Catalogo;

namespace Prep.Operacion.Cuentas;

/// <summary>Who asks, of which accounts, under which process and at what time: what a use case of accounts needs besides its request.</summary>
public sealed record ContextoDeCuentas(PersonaId Quien, AlmacenDeCuentas Almacen, Proceso? Proceso, TimeProvider Reloj)
{
    /// <summary>The computer from which it is asked, when it is an enrolled one.</summary>
    public string? Equipo { get; init; }

    /// <summary>Whose persons and computers may be administered: one site, or null for all.</summary>
    public string? Ambito { get; init; }

    public DateTimeOffset Ahora => Instante.DeMicros(Reloj.GetUtcNow().AMicros());

    /// <summary>Without a process, or without the setting, it is asked.</summary>
    public bool ExigeSegundoFactor => Proceso?.ExigeSegundoFactor ?? true;

    /// <summary>One use case, one transaction: commits when the result is a value, leaves nothing when it is a refusal.</summary>
    public Task<Result<T>> EnTransaccionAsync<T>(Func<ObraDeCuentas, Task<Result<T>>> trabajo, CancellationToken ct) => EnTransaccionAsync(trabajo, r => r.IsOk, ct);

    /// <summary>As the other, and what it wrote stays also when it refuses: a refusal is noted.</summary>
    public Task<Result<T>> AnotandoAsync<T>(Func<ObraDeCuentas, Task<Result<T>>> trabajo, CancellationToken ct) => EnTransaccionAsync(trabajo, _ => true, ct);

    /// <summary>Reads from one snapshot.</summary>
    public Task<T> LeerAsync<T>(Func<CuentasContext, Task<T>> lectura, CancellationToken ct) => Almacen.Base.LeerAsync(
        async tx =>
        {
            await using var db = await Almacen.ContextoAsync(tx);
            return await lectura(db);
        },
        ct);

    /// <summary>Whether a site is one that this person administers.</summary>
    public bool Alcanza(string sitio) => Ambito is null || Ambito == sitio;

    private Task<Result<T>> EnTransaccionAsync<T>(Func<ObraDeCuentas, Task<Result<T>>> trabajo, Func<Result<T>, bool> confirmar, CancellationToken ct) => Almacen.Base.EscribirAsync(
        async tx =>
        {
            await using var db = await Almacen.ContextoAsync(tx);
            using ObraDeCuentas obra = new(this, tx, db);
            return await trabajo(obra);
        },
        confirmar,
        ct);
}
