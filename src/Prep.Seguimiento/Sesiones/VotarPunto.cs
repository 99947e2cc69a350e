using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Prep.Dominio;
using Prep.Operacion.Http;
using Prep.Seguimiento.Libro;
using Prep.Seguimiento.Plan;

namespace Prep.Seguimiento.Sesiones;

/// <summary>The Secretaría takes the vote of a point, person by person. What is approved may leave an agreement, and approves the activity that the organ approves.</summary>
public static class VotarPunto
{
    private static readonly Rechazo _faltaTexto = new("falta_texto_de_acuerdo", "Al aprobarse este punto queda aprobada una actividad del plan: escriba el acuerdo para que tenga número.", ClaseDeRechazo.Entrada);

    /// <param name="Acuerdo">What was agreed; empty when the point leaves no agreement.</param>
    /// <param name="Vence">Until when it must be done; null when it has no date.</param>
    /// <param name="Hora">By the clock of the room, and vote those who were there then; null, those of the list as it is.</param>
    public sealed record Request(int Sesion, int Punto, IReadOnlyList<Voto> Votos, string Acuerdo, string Responsable, DateOnly? Vence, DateTimeOffset? Hora = null);

    internal static void Map(RouteGroupBuilder sesiones) => sesiones.MapPost("/{sesion:int}/puntos/{punto:int}/votacion",
        async (string programa, int sesion, int punto, IFormCollection campos, HttpContext http, ContextoDeSeguimiento c, CancellationToken ct) =>
        {
            var leido = await c.ProgramaAsync(programa, ct);
            var votada = leido.IsOk ? FormaDeSesion.Votos(sesion, punto, campos, leido.Value.Plan.Definicion) : leido.Rechazo;
            var hecho = votada.IsOk ? await EjecutarAsync(programa, votada.Value, c, ct) : votada.Rechazo;
            return await VerSesion.ResponderAsync(programa, sesion, $"votar-{punto}", campos, hecho, hecho.IsOk ? PalabrasDeSesion.De(hecho.Value.Sesiones.Todas[sesion].De(punto).Votacion!) + "." : "", http, c, ct);
        }).RequireAuthorization(Permiso.LlevarSeguimiento);

    /// <returns><c>programa_desconocido</c>, or those of <see cref="Decidir"/>.</returns>
    public static Task<Result<Programa>> EjecutarAsync(string programa, Request r, ContextoDeSeguimiento c, CancellationToken ct) =>
        c.AnotarAsync(programa, (p, ahora) => Decidir(p, r, ahora), ct);

    /// <summary>Each present with vote votes once, and nobody else.</summary>
    /// <returns><c>sesion_desconocida</c>, <c>sesion_no_abierta</c>, <c>punto_desconocido</c>, <c>punto_no_se_vota</c>, <c>punto_retirado</c>, <c>ya_votado</c>, <c>sin_quorum</c>, <c>voto_repetido</c>, <c>no_vota</c>, <c>falta_voto</c>, <c>falta_texto_de_acuerdo</c>, <c>fecha_fuera_de_calendario</c>, <c>vence_antes</c>, and those of <see cref="HoraDeSesion.De"/>.</returns>
    public static Result<IReadOnlyList<Suceso>> Decidir(Programa programa, Request r, DateTimeOffset ahora)
    {
        var hallada = VerSesion.Abierta(programa, r.Sesion);
        if (!hallada.IsOk)
        {
            return hallada.Rechazo;
        }

        var sesion = hallada.Value;
        var definicion = programa.Plan.Definicion;
        if (PideHora(definicion, sesion, ahora) || r.Hora is not null)
        {
            var hora = HoraDeSesion.De(definicion, sesion, r.Hora, ahora);
            if (!hora.IsOk)
            {
                return hora.Rechazo;
            }
        }

        if (Impedimento(sesion, r, [.. r.Hora is { } en ? sesion.VotantesA(en) : sesion.Votantes]) is { } impedimento)
        {
            return impedimento;
        }

        var votacion = Contar(sesion, definicion.Reglas(sesion.Organo), r.Votos) with { En = r.Hora };
        PuntoVotado votado = new(r.Sesion, r.Punto, votacion);
        if (votacion.Resultado != ResultadoDeVotacion.Aprobado)
        {
            return new Suceso[] { votado };
        }

        var aprueba = ActividadQueAprueba(programa, sesion, r.Punto);
        if (r.Acuerdo.Length == 0)
        {
            return aprueba is null ? new Suceso[] { votado } : _faltaTexto;
        }

        var fecha = definicion.Dia(sesion.AbiertaEn!.Value);
        if (r.Vence is { } vence && (definicion.FueraDeCalendario(vence) ?? (vence < fecha ? new Rechazo("vence_antes", $"El acuerdo se toma el {Palabras.De(fecha)}: no puede vencer antes.", ClaseDeRechazo.Entrada) : null)) is { } malaFecha)
        {
            return malaFecha;
        }

        AcuerdoTomado acuerdo = new(r.Sesion, r.Punto, sesion.Organo, Folio(programa, sesion.Organo, fecha), fecha, r.Acuerdo, r.Responsable, r.Vence);
        return aprueba is null
            ? new Suceso[] { votado, acuerdo }
            : new Suceso[] { votado, acuerdo, new ActividadEnEstado(aprueba.Id, EstadoDeActividad.Aprobado, sesion.Nombre, new(EnElPlan(sesion.Organo), fecha, acuerdo.Folio)) };
    }

    /// <summary>Written down after, with comings and goings: without its hour nobody knows who voted.</summary>
    public static bool PideHora(DefinicionDePrograma definicion, SesionColegiada sesion, DateTimeOffset ahora) =>
        sesion.Movimientos.Any(m => m.En is not null) && !HoraDeSesion.SeCelebra(definicion, sesion, ahora);

    /// <summary>More for than against; a tie, as who presides voted when the rules say so.</summary>
    public static Votacion Contar(SesionColegiada sesion, ReglasDeSesion reglas, IReadOnlyList<Voto> votos)
    {
        Votacion cuenta = new([.. votos], ResultadoDeVotacion.Empate, false);
        var diferencia = cuenta.Con(SentidoDelVoto.AFavor) - cuenta.Con(SentidoDelVoto.EnContra);
        if (diferencia != 0)
        {
            return cuenta with { Resultado = diferencia > 0 ? ResultadoDeVotacion.Aprobado : ResultadoDeVotacion.Rechazado };
        }

        var preside = reglas.VotoDeCalidad ? sesion.Asistentes.Where(a => a.Vota && a.Puesto == reglas.Preside).Select(a => a.Clave).ToHashSet() : [];
        return votos.FirstOrDefault(v => preside.Contains(v.Persona))?.Sentido switch
        {
            SentidoDelVoto.AFavor => cuenta with { Resultado = ResultadoDeVotacion.Aprobado, DeCalidad = true },
            SentidoDelVoto.EnContra => cuenta with { Resultado = ResultadoDeVotacion.Rechazado, DeCalidad = true },
            _ => cuenta,
        };
    }

    /// <summary>The activity that a point approves: the one it names, when that organ is the one that approves its deliverable. Null when none.</summary>
    public static Actividad? ActividadQueAprueba(Programa programa, SesionColegiada sesion, int punto) =>
        sesion.Orden[punto].Actividad is { } id && programa.Plan.Actividad(id) is { } actividad
        && programa.Plan.Definicion.EntregableDe(actividad) is { } entregable && entregable.Aprueba == EnElPlan(sesion.Organo)
            ? actividad
            : null;

    private static Organo EnElPlan(OrganoColegiado organo) => organo == OrganoColegiado.Comision ? Organo.Comision : Organo.Cotaprep;

    // Those annulled keep their number: it was said aloud.
    private static string Folio(Programa programa, OrganoColegiado organo, DateOnly fecha)
    {
        var numero = programa.Sesiones.Acuerdos.Values.Count(a => a.Organo == organo && a.Fecha.Year == fecha.Year) + 1;
        return programa.Plan.Definicion.Reglas(organo).NumeroDeAcuerdo
            .Replace("{numero}", numero.ToString("00", CultureInfo.InvariantCulture), StringComparison.Ordinal)
            .Replace("{anio}", fecha.Year.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }

    // Who were there when it was voted.
    private static Rechazo? Impedimento(SesionColegiada sesion, Request r, IReadOnlyList<Asistente> votantes)
    {
        if (VerSesion.PuntoDesconocido(sesion, r.Punto) is { } desconocido)
        {
            return desconocido;
        }

        var tratado = sesion.De(r.Punto);
        return !sesion.Orden[r.Punto].SeVota ? new("punto_no_se_vota", "Ese punto no se vota: anote en él lo que se dijo.")
            : tratado.Retirado ? new("punto_retirado", "Ese punto se retiró del orden del día.")
            : tratado.Votacion is not null ? new("ya_votado", "Ese punto ya se votó. Si se escribió mal o se vota otra vez, anule antes la votación y diga por qué.", ClaseDeRechazo.Conflicto)
            : votantes.Count < sesion.Quorum ? new("sin_quorum", $"{(r.Hora is null ? "Ya no hay" : "A esa hora no había")} quórum: quedan {votantes.Count} con voto y hacen falta {sesion.Quorum}. Espere a que regresen, suspéndala o ciérrela.")
            : r.Votos.GroupBy(v => v.Persona).FirstOrDefault(g => g.Count() > 1) is { } doble ? new("voto_repetido", $"{Nombre(sesion, doble.Key)} aparece dos veces. Cada persona vota una.", ClaseDeRechazo.Entrada)
            : r.Votos.FirstOrDefault(v => votantes.All(a => a.Clave != v.Persona)) is { } ajeno ? NoVota(sesion, ajeno.Persona, r.Hora is not null)
            : votantes.FirstOrDefault(a => r.Votos.All(v => v.Persona != a.Clave)) is { } falta ? new("falta_voto", $"Falta el voto de {falta.Nombre}. Si no vota, márquelo como abstención; si ya no está, anótelo en la asistencia.", ClaseDeRechazo.Entrada)
            : null;
    }

    private static Rechazo NoVota(SesionColegiada sesion, string clave, bool aEsaHora) => sesion.Asistentes.FirstOrDefault(a => a.Clave == clave) switch
    {
        null => new("no_vota", $"{clave} no está en la lista de asistencia: no vota.", ClaseDeRechazo.NoPermitido),
        { Vota: false } a => new("no_vota", $"{a.Nombre} tiene voz y no tiene voto.", ClaseDeRechazo.NoPermitido),
        var a when aEsaHora => new("no_vota", $"{a.Nombre} no estaba a esa hora. Revise la hora de la votación o la de la asistencia.", ClaseDeRechazo.NoPermitido),
        var a => new("no_vota", $"{a.Nombre} no está presente. Si ya llegó, anótelo antes en la asistencia.", ClaseDeRechazo.NoPermitido),
    };

    private static string Nombre(SesionColegiada sesion, string clave) => sesion.Asistentes.FirstOrDefault(a => a.Clave == clave)?.Nombre ?? clave;
}
