using Prep.Dominio;
using Prep.Dominio.Catalogo;
using Prep.Dominio.Cortes;
using Prep.Publicacion.Formatos;
using Prep.Publicacion.Sitio;
using Prep.Publicacion.Sitio.Institucion;
using Prep.Publicacion.Sitio.Textos;

namespace Prep.Publicacion.Paquete;

/// <summary>Bytes of an image by its code; null when the source has none.</summary>
public delegate ValueTask<byte[]?> FuenteDeImagenes(CodigoDeIntegridad codigo, CancellationToken ct);

/// <summary>What can differ between publications of the same facts.</summary>
public sealed record OpcionesDePublicador
{
    public EscritorDeBases Bases { get; init; } = EscritorDeBases.De(Formato.PorOmision);

    /// <summary>With what a publication was made.</summary>
    public static string ProgramaDeLaCasa { get; } = $"Prep {typeof(Publicador).Assembly.GetName().Version?.ToString(3)}";

    public string Programa { get; init; } = ProgramaDeLaCasa;

    /// <summary>Name of the institute, as its pages sign.</summary>
    public string Instituto { get; init; } = "";

    /// <summary>Its colours and its mark.</summary>
    public Apariencia Apariencia { get; init; } = Apariencia.DeLaCasa;

    /// <summary>The sentences of its pages.</summary>
    public Idioma Idioma { get; init; } = Idioma.Espanol;

    /// <summary>On top of every page of what is no election.</summary>
    public string Marca { get; init; } = "";

    /// <summary>Addresses in the foot of the pages.</summary>
    public IReadOnlyList<EnlaceExterno> Enlaces { get; init; } = [];

    /// <summary>Who else publishes these results.</summary>
    public IReadOnlyList<EnlaceExterno> Difusores { get; init; } = [];

    /// <summary>Threads that write pages at once.</summary>
    public int Hilos { get; init; } = Math.Clamp(Environment.ProcessorCount, 1, 4);
}

/// <summary>An election that did not pass its self-check and kept what it had.</summary>
/// <param name="DatosDe">Hour of the data that stay.</param>
public sealed record AlarmaDeEleccion(EleccionId Eleccion, DateTimeOffset DatosDe, IReadOnlyList<string> Motivos);

/// <param name="Manifiesto">SHA-256 of its manifest.</param>
/// <param name="Entradas">Entries of the log up to this corte.</param>
/// <param name="Agregadas">Versions that this corte published for the first time.</param>
/// <param name="Alarmas">Elections that did not advance; empty when all is well.</param>
public sealed record CortePublicado(
    CorteId Id,
    string Manifiesto,
    string RaizDeRegistro,
    long Entradas,
    int Agregadas,
    IReadOnlyList<AlarmaDeEleccion> Alarmas,
    TimeSpan Duracion);

/// <summary>Writes whole cortes into a folder. Readers see the earlier corte or this one, never a part.</summary>
/// <remarks>
/// Order (design.md §5): files into <c>cortes/.ID</c> → self-check of what was written, per election → one syncfs → rename into place →
/// rename <c>actual.json</c>. Whatever stops it before the last step leaves the earlier corte served, and the next run sweeps.
/// </remarks>
public sealed class Publicador(string carpeta, ClaveDeFirma clave, TimeProvider reloj, OpcionesDePublicador opciones)
{
    private EstadoDePublicacion? _estado;

    /// <summary>To be called at start: sweeps what an interrupted corte left and says what is served.</summary>
    /// <returns>Refused when another process is publishing, or when what is on disk contradicts itself.</returns>
    public Result<Reparada> Reparar()
    {
        using var candado = Tomar();
        if (candado is null)
        {
            return Ocupada();
        }

        _estado = null;
        return Leer().Luego<Reparada>(estado =>
        {
            Reparacion.Retirar(carpeta, estado.Registro);
            return Reparacion.Barrer(carpeta, estado.Actual);
        });
    }

    /// <summary>Publishes one corte.</summary>
    /// <returns>Refused (nothing changes) when its id is not later than what is served, when another process publishes, or when the folder belongs to another process.</returns>
    /// <exception cref="IOException">The disk failed or is full; the earlier corte stays.</exception>
    /// <param name="sigue">Asked right before the renames, with the folder in hand: false leaves everything as it was.</param>
    public async Task<Result<CortePublicado>> PublicarAsync(Corte corte, FuenteDeImagenes? imagenes, CancellationToken ct, Func<Task<bool>>? sigue = null)
    {
        var desde = reloj.GetTimestamp();
        using var candado = Tomar();
        if (candado is null)
        {
            return Ocupada();
        }

        var lectura = Leer();
        if (!lectura.IsOk)
        {
            return lectura.Rechazo;
        }

        var estado = lectura.Value;
        if (Negativa(corte, estado) is { } rechazo)
        {
            return rechazo;
        }

        Reparacion.Barrer(carpeta, estado.Actual);
        _estado = null;
        try
        {
            var hecho = await new ObraDeCorte(carpeta, clave, opciones, estado, imagenes, sigue).HacerAsync(corte, ct);
            if (!hecho.IsOk)
            {
                Abandonar(estado);
                return hecho.Rechazo;
            }

            _estado = hecho.Value.Estado;
            return hecho.Value.Publicado with { Duracion = reloj.GetElapsedTime(desde) };
        }
        catch (IOException e)
        {
            Abandonar(estado);
            throw Disco.Explicar(e, $"publicar el corte {corte.Id}");
        }
        catch
        {
            Abandonar(estado);
            throw;
        }
    }

    private IDisposable? Tomar()
    {
        Directory.CreateDirectory(carpeta);
        return Disco.Candado(Path.Combine(carpeta, RutasDePaquete.Candado));
    }

    // What is in memory stands while actual.json names the corte that left it there.
    private Result<EstadoDePublicacion> Leer()
    {
        var actual = EstadoDePublicacion.LeerActual(carpeta);
        return actual.IsOk && _estado is { Actual: { } recordado } && recordado == actual.Value ? _estado : EstadoDePublicacion.Leer(carpeta);
    }

    private static Rechazo? Negativa(Corte corte, EstadoDePublicacion estado)
    {
        if (estado.Manifiesto is not { } anterior)
        {
            return null;
        }

        if (anterior.Proceso != corte.Proceso.Id || anterior.Clase != Clase(corte.Proceso))
        {
            return new Rechazo("publicacion_de_otro_proceso",
                $"La carpeta publica {anterior.Proceso} ({anterior.Clase}) y el corte es de {corte.Proceso.Id} ({Clase(corte.Proceso)}): use otra carpeta.");
        }

        return string.CompareOrdinal(corte.Id.Valor, anterior.Corte) switch
        {
            > 0 when anterior.Ultimo => new Rechazo("publicacion_cerrada", $"La publicación cerró con el corte {anterior.Corte}: ya no cambia.", ClaseDeRechazo.Conflicto),
            0 => new Rechazo("corte_ya_publicado", $"El corte {corte.Id} ya está publicado: un corte nunca se rehace.", ClaseDeRechazo.Conflicto),
            < 0 => new Rechazo("corte_anterior_al_publicado", $"El corte {corte.Id} es anterior a {anterior.Corte}, que ya está publicado.", ClaseDeRechazo.Conflicto),
            _ => null,
        };
    }

    internal static string Clase(Proceso proceso) => proceso.Clase.ToString().ToLowerInvariant();

    // Best effort: on a full disk deleting frees the room that the next corte needs; what remains is swept at the next start.
    private void Abandonar(EstadoDePublicacion estado)
    {
        try
        {
            if (EstadoDePublicacion.LeerActual(carpeta) is { IsOk: true } actual && actual.Value.Corte == (estado.Actual?.Corte ?? ""))
            {
                Reparacion.Barrer(carpeta, estado.Actual);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The failure that brought us here is the one to tell.
        }
    }

    private static Rechazo Ocupada() => new(
        "publicacion_ocupada", "Otro proceso está publicando en esta carpeta: espere a que termine o deténgalo.", ClaseDeRechazo.Conflicto);
}
