using System.Collections.Immutable;
using Prep.Seguimiento.Plan;

namespace Prep.Seguimiento.Sesiones;

/// <summary>A point of the order of the day.</summary>
/// <param name="SeVota">It ends in a vote; the others are told and heard.</param>
/// <param name="Actividad">The activity of the plan it is about; null when none.</param>
public sealed record PuntoDelOrden(string Texto, bool SeVota, string? Actividad = null);

/// <summary>Somebody at a session.</summary>
/// <param name="Clave">The key of the roster, or the name of who has no account.</param>
/// <param name="Puesto">Empty for who is not a member of the programme.</param>
public sealed record Asistente(string Clave, string Nombre, string Cargo, string Puesto, bool Vota, bool Presente);

/// <param name="Persona">The key of an <see cref="Asistente"/>.</param>
public sealed record Voto(string Persona, SentidoDelVoto Sentido);

/// <summary>A vote, as it was taken.</summary>
/// <param name="DeCalidad">The presidency broke the tie.</param>
/// <param name="En">By the clock of the room; null when it was not said, and who voted are those who were in the list as it was written.</param>
public sealed record Votacion(ImmutableArray<Voto> Votos, ResultadoDeVotacion Resultado, bool DeCalidad, DateTimeOffset? En = null)
{
    public int Con(SentidoDelVoto sentido) => Votos.Count(v => v.Sentido == sentido);
}

/// <summary>Somebody came late or left.</summary>
/// <param name="Numero">Of the entry that said it.</param>
/// <param name="Clave">That of an <see cref="Asistente"/>.</param>
/// <param name="En">By the clock of the room; null when nobody asked it.</param>
public sealed record MovimientoDeAsistencia(int Numero, string Clave, bool Llega, DateTimeOffset? En);

/// <summary>What became of a point.</summary>
/// <param name="Nota">What was said of it.</param>
/// <param name="Retirado">It was taken from the order of the day and is not voted.</param>
/// <param name="Votacion">Null while it was not voted.</param>
public sealed record PuntoTratado(string Nota, bool Retirado, Votacion? Votacion)
{
    public static readonly PuntoTratado Nada = new("", false, null);
}

/// <summary>A session of an organ: how it was called, who came, what was dealt with.</summary>
/// <param name="Numero">That of the entry that called it.</param>
/// <param name="Prevista">Name of the session of the plan that it holds; null when the plan did not foresee it.</param>
/// <param name="Notificada">When those called were told.</param>
/// <param name="Enlace">Address to attend from afar; empty when none.</param>
/// <param name="Tratados">By place in <see cref="Orden"/>, from 0.</param>
/// <param name="Asistieron">Keys of who was there at some time, also if they left.</param>
/// <param name="Integran">How many vote in the organ.</param>
/// <param name="Quorum">Of those who vote, how many had to be there; 0 until it opens.</param>
/// <param name="Motivo">Why it was called off, put off or suspended, the last that was said.</param>
/// <param name="Cambios">How many times it was moved: who keeps it in a calendar must see the last.</param>
/// <param name="Anunciada">When what is announced of it was last written: its hour, its place, its order of the day.</param>
/// <param name="Movida">When the last entry about it was written.</param>
public sealed record SesionColegiada(
    int Numero,
    OrganoColegiado Organo,
    TipoDeSesion Tipo,
    string Nombre,
    string? Prevista,
    DateTimeOffset Notificada,
    DateTimeOffset Inicio,
    string Lugar,
    string Enlace,
    ImmutableArray<PuntoDelOrden> Orden,
    EstadoDeSesion Estado,
    ImmutableArray<Asistente> Asistentes,
    ImmutableHashSet<string> Asistieron,
    bool SegundaConvocatoria,
    int Integran,
    int Quorum,
    ImmutableDictionary<int, PuntoTratado> Tratados,
    string Motivo,
    int Cambios,
    DateTimeOffset Anunciada,
    DateTimeOffset Movida,
    DateTimeOffset? AbiertaEn = null,
    DateTimeOffset? CerradaEn = null)
{
    /// <summary>Points are dealt with and voted.</summary>
    public bool EnCurso => Estado is EstadoDeSesion.Abierta or EstadoDeSesion.Suspendida;

    /// <summary>Its decisions count by votes; a working meeting only talks.</summary>
    public bool SeVota => Tipo != TipoDeSesion.ReunionDeTrabajo;

    public IEnumerable<Asistente> Presentes => Asistentes.Where(a => a.Presente);

    public IEnumerable<Asistente> Votantes => Presentes.Where(a => a.Vota);

    /// <summary>Who came late or left; those of a person, in the order of the clock.</summary>
    public ImmutableArray<MovimientoDeAsistencia> Movimientos { get; init; } = [];

    /// <summary>When it began, stopped or went on, the last of them; null before it begins.</summary>
    public DateTimeOffset? DesdeEn { get; init; }

    /// <summary>Those with vote who were there at an hour.</summary>
    public IEnumerable<Asistente> VotantesA(DateTimeOffset en) => Asistentes.Where(a => a.Vota && EstabaA(a, en));

    /// <summary>Those with vote who were there when it began.</summary>
    public IEnumerable<Asistente> VotantesAlAbrir => Asistentes.Where(a => a.Vota && EstabaAlAbrir(a));

    public bool EstabaA(Asistente quien, DateTimeOffset en) =>
        Movimientos.LastOrDefault(m => m.Clave == quien.Clave && (m.En is not { } hora || HoraDeSesion.AlMinuto(hora) <= en))?.Llega ?? EstabaAlAbrir(quien);

    private bool EstabaAlAbrir(Asistente quien) => Movimientos.FirstOrDefault(m => m.Clave == quien.Clave) is { } primero ? !primero.Llega : quien.Presente;

    /// <summary>With somebody who came or left, or whose last hour is mended.</summary>
    public SesionColegiada Con(int numero, Asistente quien, DateTimeOffset? en)
    {
        var ya = Asistentes.FirstOrDefault(a => a.Clave == quien.Clave);
        var corregido = Movimientos.LastOrDefault(m => m.Clave == quien.Clave) is { } ultimo && ultimo.Llega == quien.Presente ? ultimo : null;
        return this with
        {
            Asistieron = quien.Presente ? Asistieron.Add(quien.Clave) : Asistieron,
            Asistentes = ya is null ? Asistentes.Add(quien) : Asistentes.Replace(ya, quien),
            Movimientos = corregido is null ? Movimientos.Add(new(numero, quien.Clave, quien.Presente, en)) : Movimientos.Replace(corregido, corregido with { En = en }),
        };
    }

    /// <summary>What was voted at a known hour.</summary>
    public IEnumerable<(int Punto, Votacion Votacion, DateTimeOffset En)> VotosConHora() =>
        Tratados.Where(t => t.Value.Votacion?.En is not null).OrderBy(t => t.Key).Select(t => (t.Key, t.Value.Votacion!, t.Value.Votacion!.En!.Value));

    /// <summary>Who signs its acta and its minuta: those with vote and the Secretaría, if they were there.</summary>
    public IEnumerable<Asistente> Firman => Asistentes.Where(a => (a.Vota || a.Puesto == Miembros.Secretaria) && Asistieron.Contains(a.Clave));

    public bool HayQuorum => Votantes.Count() >= Quorum;

    public PuntoTratado De(int punto) => Tratados.GetValueOrDefault(punto, PuntoTratado.Nada);

    /// <summary>The first point that still waits for its vote, from 0; null when none.</summary>
    public int? PorVotar => Enumerable.Range(0, Orden.Length).Where(i => Orden[i].SeVota && De(i) is { Retirado: false, Votacion: null }).Select(i => (int?)i).FirstOrDefault();
}

/// <summary>What an organ agreed, and what became of it.</summary>
/// <param name="Numero">That of the entry that wrote it.</param>
/// <param name="Folio">Its number as people say it, by the rules of the institute.</param>
/// <param name="Punto">Of the order of the day, from 0.</param>
/// <param name="Vence">Null when it has no date.</param>
public sealed record AcuerdoDeSesion(int Numero, string Folio, int Sesion, int Punto, OrganoColegiado Organo, DateOnly Fecha, string Texto, string Responsable, DateOnly? Vence, EstadoDeAcuerdo Estado, string Nota, DateTimeOffset Movido)
{
    /// <summary>Something is still owed by it.</summary>
    public bool Abierto => Estado is EstadoDeAcuerdo.Pendiente or EstadoDeAcuerdo.EnCurso;

    public bool Tarde(DateOnly hoy) => Abierto && Vence < hoy;

    /// <summary>Its corrections, the first one first; <see cref="Texto"/> is what it says now.</summary>
    public ImmutableArray<CorreccionDeAcuerdo> Correcciones { get; init; } = [];
}

/// <summary>A fe de erratas: an agreement said one thing and says another.</summary>
/// <param name="Decia">Its whole text before.</param>
/// <param name="Sesion">The one that approved it; null when it is a note of the Secretaría.</param>
public sealed record CorreccionDeAcuerdo(DateTimeOffset En, string Decia, string Motivo, int? Sesion);

/// <summary>Members ask for an extraordinary session; with the majority of those who vote it must be called.</summary>
/// <param name="Piden">Keys of who asked, the first who wrote it.</param>
/// <param name="Sesion">The one it was called by; null while none was.</param>
public sealed record PeticionDeSesion(int Numero, OrganoColegiado Organo, string Asunto, DateTimeOffset En, ImmutableArray<string> Piden, int? Sesion);
