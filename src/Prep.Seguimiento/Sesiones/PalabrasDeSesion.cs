using Prep.Operacion.Puestos;
using Prep.Seguimiento.Plan;

namespace Prep.Seguimiento.Sesiones;

/// <summary>The values of the sessions as people say them.</summary>
public static class PalabrasDeSesion
{
    private static readonly string[] _ordinales = ["Primera", "Segunda", "Tercera", "Cuarta", "Quinta", "Sexta", "Séptima", "Octava", "Novena", "Décima"];

    public static string De(OrganoColegiado organo) => organo switch
    {
        OrganoColegiado.Comision => "la Comisión",
        OrganoColegiado.Cotaprep => "el COTAPREP",
        _ => throw new ArgumentOutOfRangeException(nameof(organo)),
    };

    public static string De(TipoDeSesion tipo) => tipo switch
    {
        TipoDeSesion.Instalacion => "Sesión de instalación",
        TipoDeSesion.Ordinaria => "Sesión ordinaria",
        TipoDeSesion.Extraordinaria => "Sesión extraordinaria",
        TipoDeSesion.ReunionDeTrabajo => "Reunión de trabajo",
        _ => throw new ArgumentOutOfRangeException(nameof(tipo)),
    };

    public static string De(EstadoDeSesion estado) => estado switch
    {
        EstadoDeSesion.Convocada => "Convocada",
        EstadoDeSesion.Abierta => "En curso",
        EstadoDeSesion.Suspendida => "En receso",
        EstadoDeSesion.Cerrada => "Celebrada",
        EstadoDeSesion.Cancelada => "Cancelada",
        EstadoDeSesion.NoCelebrada => "No celebrada: sin quórum",
        _ => throw new ArgumentOutOfRangeException(nameof(estado)),
    };

    public static string De(SentidoDelVoto sentido) => sentido switch
    {
        SentidoDelVoto.AFavor => "A favor",
        SentidoDelVoto.EnContra => "En contra",
        SentidoDelVoto.Abstencion => "Abstención",
        _ => throw new ArgumentOutOfRangeException(nameof(sentido)),
    };

    public static string De(EstadoDeAcuerdo estado) => estado switch
    {
        EstadoDeAcuerdo.Pendiente => "Pendiente",
        EstadoDeAcuerdo.EnCurso => "En curso",
        EstadoDeAcuerdo.Cumplido => "Cumplido",
        EstadoDeAcuerdo.SinEfecto => "Sin efecto",
        _ => throw new ArgumentOutOfRangeException(nameof(estado)),
    };

    /// <summary>When it was corrected, what it said and why.</summary>
    public static string De(Programa programa, CorreccionDeAcuerdo c) =>
        $"Fe de erratas del {Palabras.De(programa.Plan.Definicion.Dia(c.En))}{(c.Sesion is { } sesion ? $", aprobada en: {programa.Sesiones.Todas[sesion].Nombre}" : "")}. Decía: «{c.Decia}». Motivo: {c.Motivo}";

    /// <summary><c>Aprobado por mayoría: 2 a favor, 1 en contra</c>.</summary>
    public static string De(Votacion votacion)
    {
        var cuenta = string.Join(", ", Enum.GetValues<SentidoDelVoto>().Where(s => votacion.Con(s) > 0).Select(s => Cuantos(votacion.Con(s), s)));
        var (favor, contra) = (votacion.Con(SentidoDelVoto.AFavor), votacion.Con(SentidoDelVoto.EnContra));
        return (votacion.Resultado, votacion.DeCalidad) switch
        {
            (ResultadoDeVotacion.Aprobado, true) => $"Aprobado con el voto de calidad de quien preside: {cuenta}",
            (ResultadoDeVotacion.Rechazado, true) => $"No aprobado, con el voto de calidad de quien preside: {cuenta}",
            (ResultadoDeVotacion.Aprobado, _) when favor == votacion.Votos.Length => $"Aprobado por unanimidad: {cuenta}",
            (ResultadoDeVotacion.Aprobado, _) => $"Aprobado por mayoría: {cuenta}",
            (ResultadoDeVotacion.Rechazado, _) when contra == votacion.Votos.Length => $"No aprobado, por unanimidad: {cuenta}",
            (ResultadoDeVotacion.Rechazado, _) => $"No aprobado: {cuenta}",
            _ => $"Empate: {cuenta}",
        };
    }

    /// <summary>The same with its hour, when it is known.</summary>
    public static string De(DefinicionDePrograma definicion, Votacion votacion) => De(votacion) + (votacion.En is { } en ? $", a las {Momento(definicion, en)}" : "");

    /// <summary>What a person may do there.</summary>
    public static string Derecho(Asistente asistente) => asistente.Vota ? "Voz y voto" : asistente.Puesto.Length > 0 ? "Voz" : "Asiste";

    /// <summary>Where it is held: a place, an address from afar, or both.</summary>
    public static string Donde(SesionColegiada sesion) => (sesion.Lugar.Length, sesion.Enlace.Length) switch
    {
        ( > 0, > 0) => $"{sesion.Lugar}, y a distancia",
        ( > 0, _) => sesion.Lugar,
        _ => "A distancia",
    };

    /// <summary><c>12:00 horas del 21 de noviembre de 2023</c>.</summary>
    public static string Momento(DefinicionDePrograma definicion, DateTimeOffset en) => $"{Hora(definicion, en)} horas del {Palabras.Larga(definicion.Dia(en))}";

    /// <summary><c>12:00</c>.</summary>
    public static string Hora(DefinicionDePrograma definicion, DateTimeOffset en) => definicion.Husos.FechaYHora(en)[^5..];

    /// <summary><c>se retiró a las 12:40</c>, with its day when it is not that of the beginning.</summary>
    public static string De(DefinicionDePrograma definicion, SesionColegiada sesion, MovimientoDeAsistencia m) => $"{(m.Llega ? "llegó" : "se retiró")}{m.En switch
    {
        null => "",
        { } en when definicion.Dia(en) == definicion.Dia(sesion.AbiertaEn!.Value) => $" a las {Hora(definicion, en)}",
        { } en => $" a las {Momento(definicion, en)}",
    }}";

    /// <summary><c>llegó a las 12:20 y se retiró a las 12:40</c>; empty for who was there, or was not, all along.</summary>
    public static string IdasYVueltas(DefinicionDePrograma definicion, SesionColegiada sesion, Asistente quien) =>
        string.Join(" y ", sesion.Movimientos.Where(m => m.Clave == quien.Clave).Select(m => De(definicion, sesion, m)));

    /// <summary>How a session that the plan does not name is called: its place among those of its kind.</summary>
    public static string Nombrar(SesionesDelPrograma sesiones, OrganoColegiado organo, TipoDeSesion tipo)
    {
        var lugar = sesiones.Todas.Values.Count(s => s.Organo == organo && s.Tipo == tipo);
        var nombre = De(tipo).ToLowerInvariant();
        return (lugar < _ordinales.Length ? $"{_ordinales[lugar]} {nombre}" : $"{De(tipo)} {lugar + 1}") + (organo == OrganoColegiado.Cotaprep ? " del COTAPREP" : "");
    }

    private static string Cuantos(int cuantos, SentidoDelVoto sentido) => sentido switch
    {
        SentidoDelVoto.AFavor => $"{cuantos} a favor",
        SentidoDelVoto.EnContra => $"{cuantos} en contra",
        _ => cuantos == 1 ? "1 abstención" : $"{cuantos} abstenciones",
    };
}
