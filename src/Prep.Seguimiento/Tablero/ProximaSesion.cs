using System.Collections.Immutable;
using Prep.Seguimiento.Documentos;
using Prep.Seguimiento.Informes;
using Prep.Seguimiento.Observaciones;
using Prep.Seguimiento.Plan;
using Prep.Seguimiento.Publico;
using Prep.Seguimiento.Sesiones;

namespace Prep.Seguimiento.Tablero;

/// <summary>The next session of the Commission and what it must see, worked out from the data alone, without what only some may see.</summary>
/// <param name="Convocada">Null while the plan foresees it and nobody called it.</param>
/// <param name="Prevista">Null for one that the plan did not foresee.</param>
/// <param name="Actividades">Of its month and of those before, not fulfilled, oldest first.</param>
/// <param name="PorAprobar">Final versions and reports that wait for the agreement of a body.</param>
/// <param name="Acuerdos">That still owe something.</param>
/// <param name="Observaciones">That nobody answered for good.</param>
/// <param name="InformeDe">The month whose report was not issued; null when none is owed.</param>
public sealed record ProximaSesion(
    SesionColegiada? Convocada,
    SesionPrevista? Prevista,
    ImmutableArray<Actividad> Actividades,
    ImmutableArray<Documento> PorAprobar,
    ImmutableArray<AcuerdoDeSesion> Acuerdos,
    ImmutableArray<Observacion> Observaciones,
    ClaveDeInforme? InformeDe)
{
    private static readonly ClaseDeDocumento[] _seAprueban = [ClaseDeDocumento.VersionFinal, ClaseDeDocumento.Informe, ClaseDeDocumento.Minuta, ClaseDeDocumento.Acta];

    public string Nombre => Convocada?.Nombre ?? Prevista!.Nombre;

    public int Cuantos => Actividades.Length + PorAprobar.Length + Acuerdos.Length + Observaciones.Length + (InformeDe is null ? 0 : 1);

    /// <returns>Null when no session is called and the plan foresees none.</returns>
    public static ProximaSesion? De(Programa programa, DateOnly hoy)
    {
        var definicion = programa.Plan.Definicion;
        var convocada = programa.Sesiones.Todas.Values
            .Where(s => s.Organo == OrganoColegiado.Comision && (s.EnCurso || (s.Estado == EstadoDeSesion.Convocada && definicion.Dia(s.Inicio) >= hoy)))
            .MinBy(s => (!s.EnCurso, s.Inicio));
        var prevista = convocada is null
            ? definicion.Plan.Sesiones.Where(s => (s.Fecha ?? s.Mes.Ultimo) >= hoy && programa.Sesiones.DeLaPrevista(s.Nombre) is null).MinBy(s => s.Fecha ?? s.Mes.Primero)
            : definicion.Plan.Sesiones.FirstOrDefault(s => s.Nombre == convocada.Prevista);
        if (convocada is null && prevista is null)
        {
            return null;
        }

        var hasta = convocada is null ? (prevista!.Fecha ?? prevista.Mes.Ultimo) : definicion.Dia(convocada.Inicio);
        return new(
            convocada,
            prevista,
            [.. definicion.Plan.Actividades.Where(a => a.Periodo.Primero <= hasta && !programa.Plan.De(a.Id).Cumplida).OrderBy(a => a.Vence)],
            [.. programa.Documentos.Todos.Values.Where(d => LugarPublico.EsPublico(d.Asunto) && d.Vigente.Aprobacion is null && _seAprueban.Contains(d.Vigente.Clase))],
            [.. programa.Sesiones.Acuerdos.Values.Where(a => a.Organo == OrganoColegiado.Comision && a.Abierto).OrderBy(a => a.Vence ?? DateOnly.MaxValue)],
            [.. programa.Observaciones.Todas.Values.Where(o => o.Pendiente && LugarPublico.EsPublico(o.Asunto))],
            VerInformes.Del(definicion).LastOrDefault(i => i.Mes is { } mes && mes.Ultimo < hasta) is { Mes: not null } anterior && InformesDelPrograma.Emitido(programa, anterior) is null ? anterior : null);
    }
}
