namespace Prep.Seguimiento.Sesiones;

/// <summary>Whose session it is. Both meet by the same steps, each with its own rules.</summary>
public enum OrganoColegiado
{
    Comision,
    Cotaprep,
}

/// <summary>Where a session is in its life.</summary>
public enum EstadoDeSesion
{
    Convocada,
    Abierta,
    Suspendida,
    Cerrada,

    /// <summary>Called off before it began.</summary>
    Cancelada,

    /// <summary>Nobody enough came, neither at the second call.</summary>
    NoCelebrada,
}

public enum SentidoDelVoto
{
    AFavor,
    EnContra,
    Abstencion,
}

/// <summary>What a vote decided.</summary>
public enum ResultadoDeVotacion
{
    Aprobado,
    Rechazado,

    /// <summary>As many for as against, and nobody whose vote breaks it.</summary>
    Empate,
}

/// <summary>How far an agreement is.</summary>
public enum EstadoDeAcuerdo
{
    Pendiente,
    EnCurso,
    Cumplido,

    /// <summary>Nothing is owed by it any more: its vote was annulled, or another agreement took its place.</summary>
    SinEfecto,
}
