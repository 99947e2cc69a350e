using Microsoft.AspNetCore.Http;
using Prep.Dominio;
using Prep.Seguimiento.Marco;

namespace Prep.Seguimiento.Plan;

/// <summary>What the form of a state says.</summary>
/// <param name="Nota">Why, or with what; empty when there is nothing to say.</param>
/// <param name="Aprobacion">Only, and always, for what is approved.</param>
public sealed record EstadoPedido(EstadoDeActividad Estado, string Nota, Aprobacion? Aprobacion)
{
    /// <returns><c>falta_estado</c>, <c>falta_acuerdo</c>.</returns>
    public static Result<EstadoPedido> Leer(IFormCollection campos)
    {
        if (DeForma.Opcion<EstadoDeActividad>(campos["estado"]) is not { } estado)
        {
            return new Rechazo("falta_estado", "Elija en qué estado está.", ClaseDeRechazo.Entrada);
        }

        var nota = campos["nota"].ToString().Trim();
        return estado != EstadoDeActividad.Aprobado ? new EstadoPedido(estado, nota, null)
            : AprobacionDe(campos) is { } aprobacion ? new EstadoPedido(estado, nota, aprobacion)
            : ReglaDeEstado.FaltaAcuerdo;
    }

    /// <returns>Null when the form does not say it whole.</returns>
    public static Aprobacion? AprobacionDe(IFormCollection campos) =>
        DeForma.Opcion<Organo>(campos["organo"]) is { } organo && DeForma.Dia(campos["fecha"]) is { } fecha
            ? new(organo, fecha, campos["acuerdo"].ToString().Trim())
            : null;
}

/// <summary>To which state an activity or a deliverable may go: any from any other, because drafts come back; approved, only with the body that approves it, a date and the number of the agreement.</summary>
/// <remarks>Fuente: spec §9.1.</remarks>
public static class ReglaDeEstado
{
    public static readonly Rechazo FaltaAcuerdo = new("falta_acuerdo", "Para dejarla aprobada diga qué órgano la aprobó, en qué fecha y con qué número de acuerdo.", ClaseDeRechazo.Entrada);

    /// <param name="entregable">Null when an activity belongs to none.</param>
    /// <returns>Null when it may; or <c>sin_cambio</c>, <c>falta_motivo</c>, <c>aprobacion_de_mas</c>, or those of an approval.</returns>
    public static Rechazo? Impedimento(DefinicionDePrograma definicion, Entregable? entregable, AvanceDeActividad antes, EstadoPedido pedido, DateOnly hoy) => pedido switch
    {
        { Nota.Length: 0 } when antes.Estado == pedido.Estado && antes.Aprobacion == pedido.Aprobacion =>
            new("sin_cambio", $"Ya está en: {Palabras.De(pedido.Estado)}. Escriba una nota o elija otro estado."),
        { Nota.Length: 0, Estado: not EstadoDeActividad.Aprobado } when antes.Estado == EstadoDeActividad.Aprobado =>
            new("falta_motivo", "Ya estaba aprobada: escriba en la nota por qué deja de estarlo."),
        { Estado: EstadoDeActividad.Aprobado } => Impedimento(definicion, entregable, pedido.Aprobacion, hoy),
        { Aprobacion: not null } => new("aprobacion_de_mas", "El acuerdo sólo se escribe cuando el estado es Aprobado.", ClaseDeRechazo.Entrada),
        _ => null,
    };

    /// <returns>Null when the approval may stand; or <c>falta_acuerdo</c>, <c>organo_distinto</c>, <c>fecha_fuera_de_calendario</c>, <c>fecha_por_venir</c>.</returns>
    public static Rechazo? Impedimento(DefinicionDePrograma definicion, Entregable? entregable, Aprobacion? aprobacion, DateOnly hoy) => aprobacion switch
    {
        null or { Acuerdo.Length: 0 } => FaltaAcuerdo,
        _ when entregable is { } e && e.Aprueba != aprobacion.Organo =>
            new("organo_distinto", $"«{e.Nombre}» lo aprueba {Palabras.De(e.Aprueba)}, no {Palabras.De(aprobacion.Organo)}."),
        _ => FueraDeFecha(definicion, aprobacion.Fecha, hoy),
    };

    /// <returns>Null when something may have happened that day; or <c>fecha_fuera_de_calendario</c>, <c>fecha_por_venir</c>.</returns>
    public static Rechazo? FueraDeFecha(DefinicionDePrograma definicion, DateOnly dia, DateOnly hoy) =>
        !definicion.EnCalendario(dia) ? new("fecha_fuera_de_calendario", $"El {Palabras.De(dia)} está fuera del calendario electoral, que va del {Palabras.De(definicion.Inicio)} al {Palabras.De(definicion.Fin)}. Revise el año.")
        : dia > hoy ? new("fecha_por_venir", $"El {Palabras.De(dia)} todavía no llega.")
        : null;
}
