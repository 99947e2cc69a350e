using Prep.Datos;
using Prep.Dominio;
using Prep.Seguimiento.Libro;

namespace Prep.Seguimiento;

/// <summary>Who asks, in which puesto, of which book and what time it is: what a use case of the follow-up needs besides its request.</summary>
public sealed record ContextoDeSeguimiento(string Persona, string Puesto, LibroDeSeguimiento Libro, TimeProvider Reloj)
{
    /// <summary>As who asks is called; null when nobody signed in.</summary>
    public string? Nombre { get; init; }

    public static readonly Rechazo SinPrograma = new("programa_desconocido", "No hay un programa con esa clave. Elija uno de la lista.", ClaseDeRechazo.NoExiste);

    /// <summary>The server's instant, cut to the microsecond that the database keeps.</summary>
    public DateTimeOffset Ahora => Instante.DeMicros(Reloj.GetUtcNow().AMicros());

    /// <returns><c>programa_desconocido</c>.</returns>
    public async Task<Result<Programa>> ProgramaAsync(string id, CancellationToken ct) =>
        (await Libro.LeerAsync(ct)).TryGetValue(id, out var programa) ? programa : SinPrograma;

    /// <summary>Writes in an open programme what was decided, or nothing.</summary>
    /// <returns><c>programa_desconocido</c>, or the refusal of who decides.</returns>
    public Task<Result<Programa>> AnotarAsync(string id, Func<Programa, DateTimeOffset, Result<IReadOnlyList<Suceso>>> decidir, CancellationToken ct, Action? alAnotar = null) =>
        Libro.AnotarAsync(id, this, (p, ahora) => p.Abierto ? decidir(p, ahora) : SinPrograma, ct, alAnotar);

    /// <summary>The same for what is one event.</summary>
    public Task<Result<Programa>> AnotarAsync(string id, Func<Programa, DateTimeOffset, Result<Suceso>> decidir, CancellationToken ct, Action? alAnotar = null) =>
        AnotarAsync(id, (p, ahora) => decidir(p, ahora).Luego<IReadOnlyList<Suceso>>(s => new[] { s }), ct, alAnotar);
}
