namespace Prep.Seguimiento.Plan;

/// <summary>How far an activity is.</summary>
public enum EstadoDeActividad
{
    Pendiente,
    EnCurso,
    Proyecto,
    EnRevision,
    VersionFinal,
    Entregado,
    Aprobado,
}

/// <summary>By which body a deliverable was approved.</summary>
/// <param name="Acuerdo">Its number, as <c>IEEPCO-CG-45/2023</c>.</param>
public sealed record Aprobacion(Organo Organo, DateOnly Fecha, string Acuerdo);

/// <summary>What became of an activity until now.</summary>
/// <param name="Desde">When it came to this state; null while nobody touched it.</param>
public sealed record AvanceDeActividad(EstadoDeActividad Estado, DateTimeOffset? Desde, string Nota, Aprobacion? Aprobacion)
{
    public static readonly AvanceDeActividad Ninguno = new(EstadoDeActividad.Pendiente, null, "", null);

    /// <summary>Nothing more is expected of it.</summary>
    public bool Cumplida => Estado is EstadoDeActividad.Entregado or EstadoDeActividad.Aprobado;
}
