using System.Collections.Immutable;
using Prep.Seguimiento.Libro;
using Prep.Seguimiento.Plan;

namespace Prep.Seguimiento.Sesiones;

/// <summary>The sessions of a programme, what they agreed and what members asked for.</summary>
public sealed record SesionesDelPrograma(
    ImmutableSortedDictionary<int, SesionColegiada> Todas,
    ImmutableSortedDictionary<int, AcuerdoDeSesion> Acuerdos,
    ImmutableSortedDictionary<int, PeticionDeSesion> Peticiones)
{
    public static readonly SesionesDelPrograma Vacio = new(
        ImmutableSortedDictionary<int, SesionColegiada>.Empty, ImmutableSortedDictionary<int, AcuerdoDeSesion>.Empty, ImmutableSortedDictionary<int, PeticionDeSesion>.Empty);

    /// <summary>The one that holds a session of the plan; null when it is still to be called.</summary>
    public SesionColegiada? DeLaPrevista(string nombre) => Todas.Values.LastOrDefault(s => s.Prevista == nombre && s.Estado is not (EstadoDeSesion.Cancelada or EstadoDeSesion.NoCelebrada));

    /// <summary>What was agreed at a session, in order.</summary>
    public IEnumerable<AcuerdoDeSesion> De(SesionColegiada sesion) => Acuerdos.Values.Where(a => a.Sesion == sesion.Numero);

    /// <summary>The agreement that a point ended in; null when none stands.</summary>
    public AcuerdoDeSesion? Del(int sesion, int punto) => Acuerdos.Values.LastOrDefault(a => a.Sesion == sesion && a.Punto == punto && a.Estado != EstadoDeAcuerdo.SinEfecto);

    public SesionesDelPrograma Con(Asiento a) => a.Suceso switch
    {
        SesionConvocada s => Convocada(a, s),
        SesionReprogramada s => Cambiar(a, s.Sesion, x => x with { Notificada = s.Notificada, Inicio = s.Inicio, Lugar = s.Lugar, Enlace = s.Enlace, Motivo = s.Motivo, Cambios = x.Cambios + 1, Anunciada = a.En }),
        OrdenDelDiaCambiado s => Cambiar(a, s.Sesion, x => x with { Orden = s.Orden, Cambios = x.Cambios + 1, Anunciada = a.En }),
        SesionCancelada s => Cambiar(a, s.Sesion, x => x with { Estado = EstadoDeSesion.Cancelada, Motivo = s.Motivo, Cambios = x.Cambios + 1 }),
        SesionAbierta s => Cambiar(a, s.Sesion, x => x with { Estado = EstadoDeSesion.Abierta, AbiertaEn = s.Inicio, DesdeEn = s.Inicio, Asistentes = s.Asistentes, Asistieron = Presentes(s.Asistentes), SegundaConvocatoria = s.SegundaConvocatoria, Integran = s.Integran, Quorum = s.Quorum }),
        SesionNoCelebrada s => Cambiar(a, s.Sesion, x => x with { Estado = EstadoDeSesion.NoCelebrada, CerradaEn = s.En, Asistentes = s.Asistentes, Asistieron = Presentes(s.Asistentes), SegundaConvocatoria = true, Integran = s.Integran, Quorum = s.Quorum, Cambios = x.Cambios + 1 }),
        AsistenciaCambiada s => Cambiar(a, s.Sesion, x => x.Con(a.Numero, s.Asistente, s.En)),
        PuntoAnotado s => Tratar(a, s.Sesion, s.Punto, p => p with { Nota = s.Nota, Retirado = s.Retirado }),
        PuntoVotado s => Tratar(a, s.Sesion, s.Punto, p => p with { Votacion = s.Votacion }),
        VotacionAnulada s => Tratar(a, s.Sesion, s.Punto, p => p with { Votacion = null }).SinAcuerdo(a, s),
        SesionSuspendida s => Cambiar(a, s.Sesion, x => x with { Estado = EstadoDeSesion.Suspendida, DesdeEn = s.En, Motivo = s.Motivo }),
        SesionReanudada s => Cambiar(a, s.Sesion, x => x with { Estado = EstadoDeSesion.Abierta, DesdeEn = s.En, Motivo = "" }),
        SesionCerrada s => Cambiar(a, s.Sesion, x => x with { Estado = EstadoDeSesion.Cerrada, CerradaEn = s.En }),
        AcuerdoTomado s => this with { Acuerdos = Acuerdos.Add(a.Numero, new(a.Numero, s.Folio, s.Sesion, s.Punto, s.Organo, s.Fecha, s.Texto, s.Responsable, s.Vence, EstadoDeAcuerdo.Pendiente, "", a.En)) },
        AcuerdoSeguido s => this with { Acuerdos = Acuerdos.SetItem(s.Acuerdo, Acuerdos[s.Acuerdo] with { Estado = s.Estado, Responsable = s.Responsable, Vence = s.Vence, Nota = s.Nota, Movido = a.En }) },
        AcuerdoCorregido s => Corregido(a, s, Acuerdos[s.Acuerdo]),
        SesionPedida s => this with { Peticiones = Peticiones.Add(a.Numero, new(a.Numero, s.Organo, s.Asunto, a.En, [a.Persona], null)) },
        PeticionApoyada s => this with { Peticiones = Peticiones.SetItem(s.Peticion, Peticiones[s.Peticion] with { Piden = Peticiones[s.Peticion].Piden.Add(a.Persona) }) },
        _ => this,
    };

    private static ImmutableHashSet<string> Presentes(IEnumerable<Asistente> asistentes) => [.. asistentes.Where(a => a.Presente).Select(a => a.Clave)];

    private SesionesDelPrograma Convocada(Asiento a, SesionConvocada s) => this with
    {
        Todas = Todas.Add(a.Numero, new(
            a.Numero, s.Organo, s.Tipo, s.Nombre, s.Prevista, s.Notificada, s.Inicio, s.Lugar, s.Enlace, s.Orden,
            EstadoDeSesion.Convocada, [], [], false, 0, 0, ImmutableDictionary<int, PuntoTratado>.Empty, "", 0, a.En, a.En)),
        Peticiones = s.Peticion is { } p ? Peticiones.SetItem(p, Peticiones[p] with { Sesion = a.Numero }) : Peticiones,
    };

    // Its acta and its minuta say something else from now on.
    private SesionesDelPrograma Corregido(Asiento a, AcuerdoCorregido s, AcuerdoDeSesion acuerdo) => Cambiar(a, acuerdo.Sesion, x => x) with
    {
        Acuerdos = Acuerdos.SetItem(s.Acuerdo, acuerdo with { Texto = s.Texto, Correcciones = acuerdo.Correcciones.Add(new(a.En, acuerdo.Texto, s.Motivo, s.Sesion)) }),
    };

    private SesionesDelPrograma Cambiar(Asiento a, int sesion, Func<SesionColegiada, SesionColegiada> cambio) =>
        this with { Todas = Todas.SetItem(sesion, cambio(Todas[sesion]) with { Movida = a.En }) };

    private SesionesDelPrograma Tratar(Asiento a, int sesion, int punto, Func<PuntoTratado, PuntoTratado> cambio) =>
        Cambiar(a, sesion, x => x with { Tratados = x.Tratados.SetItem(punto, cambio(x.De(punto))) });

    private SesionesDelPrograma SinAcuerdo(Asiento a, VotacionAnulada s) => Del(s.Sesion, s.Punto) is { } acuerdo
        ? this with { Acuerdos = Acuerdos.SetItem(acuerdo.Numero, acuerdo with { Estado = EstadoDeAcuerdo.SinEfecto, Nota = s.Motivo, Movido = a.En }) }
        : this;
}
