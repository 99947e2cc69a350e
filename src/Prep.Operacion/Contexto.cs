using Prep.Datos;
using Prep.Datos.Bases;
using Prep.Datos.Catalogo;
using Prep.Datos.Filas;
using Prep.Dominio;
using Prep.Dominio.Actas;
using Prep.Dominio.Catalogo;

namespace Prep.Operacion;

/// <summary>Who asks, of which store, and what time it is: all that a use case needs besides its request.</summary>
public sealed record Contexto(PersonaId Persona, Almacen Almacen, TimeProvider Reloj)
{
    public const string MandoPerdido = "mando_perdido";

    public static readonly Rechazo SinProceso = new("sin_proceso", "No hay un proceso cargado. Cárguelo con ./prep cargar.", ClaseDeRechazo.NoExiste);

    /// <summary>Where the person works: a CATD, a CCV or the centre; null when nobody said.</summary>
    public string? Sitio { get; init; }

    /// <summary>The puesto in which the person acts; null when nobody said.</summary>
    public string? Puesto { get; init; }

    /// <summary>The lead under which cortes are made; null when one who needs none asks: who replays, who tests.</summary>
    public Mando? Mando { get; init; }

    /// <summary>The server's instant, cut to the microsecond that the database keeps.</summary>
    public DateTimeOffset Ahora => Instante.DeMicros(Reloj.GetUtcNow().AMicros());

    /// <exception cref="InvalidOperationException">No process is loaded.</exception>
    public CatalogoCargado Catalogo => Almacen.Catalogo ?? throw new InvalidOperationException(SinProceso.Mensaje);

    public Proceso Proceso => Catalogo.Proceso;

    /// <summary>The same, or null months before the night, when only the Commission and the accounts work.</summary>
    public Proceso? ProcesoCargado => Almacen.Catalogo?.Proceso;

    /// <summary>Zone of the process; while there is none, that of the server.</summary>
    public TimeZoneInfo Zona => ProcesoCargado?.Calendario.Zona ?? Reloj.LocalTimeZone;

    /// <summary>A repetición plays facts of an original: declared times and values are taken as they were.</summary>
    public bool EsRepeticion => Proceso.Clase == ClaseDeProceso.Repeticion;

    /// <summary>Refuses who led and no longer does: frozen for a while, or cut off from the database.</summary>
    public async Task<Rechazo?> SiYaNoMandaAsync() =>
        Mando is { } mando && !await mando.SigueAsync() ? new Rechazo(MandoPerdido, "Este servidor dejó de hacer los cortes: otro los hace ahora.", ClaseDeRechazo.Conflicto) : null;

    /// <summary>One use case, one transaction: commits when the result is a value, leaves nothing when it is a refusal.</summary>
    public Task<Result<T>> EnTransaccionAsync<T>(Func<Transaccion, Task<Result<T>>> trabajo, CancellationToken ct) =>
        Almacen.Catalogo is null ? Task.FromResult<Result<T>>(SinProceso) : Almacen.Base.EscribirAsync(trabajo, r => r.IsOk, ct);

    /// <summary>Refuses what would change the data of actas outside the operation. What passes it commits before any close: see <see cref="MarchaFila"/>.</summary>
    /// <remarks>Regla K-03 y K-07.</remarks>
    public async Task<Rechazo?> SiCerradaAsync(Transaccion tx, DateTimeOffset ahora)
    {
        var marcha = await MarchaFila.EntrarAsync(tx);
        await Almacen.PonerAlDiaAsync(tx, marcha.Configuracion);
        return marcha.De(Proceso.ExigeCeros).Impedimento(Proceso.Calendario, ahora);
    }

    /// <summary>The same from a snapshot, before long work: it is asked again where something is written.</summary>
    public Task<Rechazo?> SiCerradaAsync(DateTimeOffset ahora, CancellationToken ct) =>
        Almacen.Base.LeerAsync(
            async tx =>
            {
                var marcha = await MarchaFila.LeerAsync(tx);
                await Almacen.PonerAlDiaAsync(tx, marcha.Configuracion);
                return marcha.De(Proceso.ExigeCeros).Impedimento(Proceso.Calendario, ahora);
            },
            ct);
}

/// <summary>What a person gets back: that it was recorded, and nothing else.</summary>
public sealed record Acuse(DateTimeOffset RegistradoEn);
