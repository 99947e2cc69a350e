using Prep.Datos;
using Prep.Datos.Bases;
using Prep.Datos.Filas;
using Prep.Dominio;
using Prep.Dominio.Actas;
using Prep.Dominio.Catalogo;

namespace Prep.Operacion;

/// <summary>An acta read, and locked, inside a use case's transaction: state, captures and catalogue together.</summary>
internal sealed class ActaAbierta
{
    private ActaAbierta(ActaFila fila, IReadOnlyList<CapturaFila> capturas, Eleccion eleccion, ActaEsperada? esperada)
    {
        (Fila, Capturas, Eleccion, Esperada) = (fila, capturas, eleccion, esperada);
        Expediente = fila.AExpediente(DeImagen(fila.Imagen));
    }

    public ActaFila Fila { get; }

    /// <summary>All captures of the acta, of any version and image.</summary>
    public IReadOnlyList<CapturaFila> Capturas { get; }

    public Eleccion Eleccion { get; }

    /// <summary>Null for a fuera de catálogo.</summary>
    public ActaEsperada? Esperada { get; }

    public Expediente Expediente { get; private set; }

    public static async Task<Result<ActaAbierta>> AbrirAsync(Transaccion tx, Contexto c, ActaId id) =>
        await NumeroAsync(tx, c, id) is { } numero ? await AbrirAsync(tx, c, numero) : RechazosDeActa.ActaDesconocida;

    public static async Task<Result<ActaAbierta>> AbrirAsync(Transaccion tx, Contexto c, long numero) => await DeFilaAsync(tx, c, await ActaFila.LeerAsync(tx, numero));

    /// <summary>To look at it inside a snapshot: nothing is locked, nothing may be saved.</summary>
    public static async Task<Result<ActaAbierta>> VerAsync(Transaccion tx, Contexto c, ActaId id) =>
        await NumeroAsync(tx, c, id) is { } numero ? await DeFilaAsync(tx, c, await ActaFila.LeerSinBloqueoAsync(tx, numero)) : RechazosDeActa.ActaDesconocida;

    private static async Task<long?> NumeroAsync(Transaccion tx, Contexto c, ActaId id) =>
        c.Catalogo.Buscar(id) is { } numero
            ? numero
            : id.ClaveActa.StartsWith("FC-", StringComparison.Ordinal)
                && await tx.EscalarAsync<long>("SELECT numero FROM acta WHERE eleccion = @p0 AND area = @p1 AND clave = @p2 AND ordinal = 1",
                    id.Eleccion.Valor, id.Area.Clave, id.ClaveActa) is > 0 and var fuera
                ? fuera
                : null;

    private static async Task<Result<ActaAbierta>> DeFilaAsync(Transaccion tx, Contexto c, ActaFila? leida)
    {
        if (leida is not { } fila)
        {
            return RechazosDeActa.ActaDesconocida;
        }

        var numero = fila.Numero;

        // Most actas have no captures when they are opened: the query is made only where the state says there may be some.
        var capturas = fila.Vigente > 0 || fila.Estado is not (nameof(EstadoDeDatos.Esperada) or nameof(EstadoDeDatos.Digitalizada) or nameof(EstadoDeDatos.SinActaPropuesta))
            ? await CapturaFila.DeActaAsync(tx, numero)
            : [];
        var esperada = c.Catalogo.Acta(numero);
        var eleccion = esperada?.Eleccion ?? c.Proceso.Eleccion(new(fila.Eleccion))!;
        return new ActaAbierta(fila, capturas, eleccion, esperada?.Acta);
    }

    /// <summary>Captures of the version being worked that were made on that image.</summary>
    public IReadOnlyList<CapturaDeActa> DeImagen(long? imagen) =>
        [.. Capturas.Where(c => c.Imagen == imagen && c.Version == Fila.Vigente + 1).Select(c => c.ACaptura())];

    /// <summary>Persons whose captures are not those of the state: of earlier versions, or of an image that was replaced.</summary>
    public IReadOnlyCollection<PersonaId> Previas =>
        [.. Capturas.Where(c => c.Version != Fila.Vigente + 1 || c.Imagen != Fila.Imagen).Select(c => new PersonaId(c.Persona))];

    /// <summary>Takes the new state, notes it in the bitácora and saves the row.</summary>
    public async Task GuardarAsync(Transaccion tx, Contexto c, Expediente nuevo, string accion, string detalle, DateTimeOffset ahora)
    {
        Expediente = nuevo;
        var antes = Fila.Estado;
        Fila.Poner(nuevo, OrdenDeCola(ahora));
        Fila.EstadoEn = Fila.Estado == antes ? Fila.EstadoEn : ahora.AMicros();
        await BitacoraFila.AnotarAsync(tx, Fila, c.Persona.Valor, accion, detalle, ahora);
        await Fila.GuardarAsync(tx);
    }

    // Oldest minute first; inside the minute, an order that nobody chooses.
    private long OrdenDeCola(DateTimeOffset ahora) =>
        (ahora.ToUnixTimeSeconds() / 60 * (1L << 24)) + (Fila.Cadena.Length >= 6 ? Convert.ToInt64(Fila.Cadena[..6], 16) : Fila.Numero & 0xFFFFFF);
}
