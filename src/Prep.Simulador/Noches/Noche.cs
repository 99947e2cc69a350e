using System.Text;
using Prep.Dominio.Actas;
using Prep.Dominio.Catalogo;
using Prep.Dominio.Contabilizacion;
using Prep.Dominio.Cortes;

namespace Prep.Simulador.Noches;

/// <summary>An invented but plausible night of a process. The same process and seed give the same night, on any machine.</summary>
/// <remarks>The facts and the cortes come from the same script, so playing the facts through the use cases must give the cortes.</remarks>
public sealed class Noche
{
    private readonly OpcionesDeNoche _opciones;
    private readonly int _semilla;
    private readonly Dictionary<EleccionId, (RegistroDeActa?[] Registros, (DateTimeOffset En, RegistroDeActa Registro)[] Ajenas)> _registros;

    private Noche(Proceso proceso, int semilla, OpcionesDeNoche opciones)
    {
        (Proceso, _semilla, _opciones) = (proceso, semilla, opciones);
        var guion = new GuionDeNoche(proceso, semilla, opciones);
        Actas = [.. proceso.Elecciones.SelectMany(guion.Actas)];
        Ajenas = [.. proceso.Elecciones.SelectMany(guion.Ajenas)];
        _registros = proceso.Elecciones.ToDictionary(e => e.Id, e => (
            Alinear(e),
            Ajenas.Where(a => a.Eleccion == e.Id).OrderBy(a => a.FueraEn).Select((a, i) => (a.FueraEn, Registro(a, i))).ToArray()));
    }

    public Proceso Proceso { get; }

    /// <summary>Every expected acta to which something happens, in catalogue order.</summary>
    public IReadOnlyList<ActaDeNoche> Actas { get; }

    public IReadOnlyList<AjenaDeNoche> Ajenas { get; }

    public static Noche De(Proceso proceso, int semilla, OpcionesDeNoche? opciones = null) => new(proceso, semilla, opciones ?? OpcionesDeNoche.PorOmision);

    /// <summary>The facts of the night in order of time, until the last update.</summary>
    public static IReadOnlyList<HechoDeNoche> Generar(Proceso proceso, int semilla, OpcionesDeNoche? opciones = null) => De(proceso, semilla, opciones).Hechos();

    /// <summary>What the public would see at an instant, without a database.</summary>
    public static Corte Corte(Proceso proceso, int semilla, DateTimeOffset instante, OpcionesDeNoche? opciones = null) => De(proceso, semilla, opciones).CorteEn(instante);

    public IReadOnlyList<HechoDeNoche> Hechos() => HechosDeNoche.De(this);

    /// <param name="anteriorEn">Instant of the corte before: versions up to it are not new. Null: all are.</param>
    public Corte CorteEn(DateTimeOffset instante, DateTimeOffset? anteriorEn = null)
    {
        var calendario = Proceso.Calendario;
        var ultimo = instante >= calendario.UltimaActualizacionEn;
        bool Va(DateTimeOffset en) => en <= instante && calendario.EnOperacion(en);
        bool EsNueva(DateTimeOffset en) => anteriorEn is null || en > anteriorEn;
        var elecciones = Proceso.Elecciones.Select(e =>
        {
            var (registros, ajenas) = _registros[e.Id];
            var vigentes = registros.Select(r => r is not null && Va(r.VerificadaEn) ? r : null).ToArray();
            var fuera = ajenas.Where(a => Va(a.En)).ToArray();
            var agregadas = vigentes.OfType<RegistroDeActa>().Where(r => EsNueva(r.VerificadaEn)).Select(r => (En: r.VerificadaEn, Registro: r))
                .Concat(fuera.Where(a => EsNueva(a.En))).OrderBy(a => a.En).ThenBy(a => a.Registro.Id.Nombre, StringComparer.Ordinal).Select(a => a.Registro).ToArray();
            return new CorteDeEleccion(e, instante, ultimo, vigentes, [.. fuera.Select(a => a.Registro)], agregadas);
        });
        return new(Proceso, CorteId.De(instante, calendario.Zona), instante, ultimo, [.. elecciones], calendario.Siguiente(instante));
    }

    /// <summary>Name of the first image of an acta inside the night.</summary>
    public static string Imagen(ActaId acta) => acta.ToString();

    /// <summary>Stands for the SHA-256 of that image: nobody has drawn it.</summary>
    public CodigoDeIntegridad Codigo(string imagen) => CodigoDeIntegridad.De(Encoding.UTF8.GetBytes($"{Proceso.Id}/{_semilla}/{imagen}"));

    private RegistroDeActa?[] Alinear(Eleccion eleccion)
    {
        var registros = new RegistroDeActa?[eleccion.Actas.Count];
        foreach (var acta in Actas.Where(a => a.Acta.Id.Eleccion == eleccion.Id))
        {
            registros[eleccion.Posicion(acta.Acta.Id)] = Registro(acta, eleccion.Ajustes);
        }

        return registros;
    }

    private RegistroDeActa Registro(ActaDeNoche a, AjustesDeEleccion ajustes) => a.Datos is { } datos
        ? new(a.Acta.Id, 1, new Contenido.Capturada(datos), ReglaContabilizacion.Decidir(datos, a.Acta.Casilla, ajustes),
            new(Codigo(Imagen(a.Acta.Id)), a.Origen, a.Medio, _opciones.ImagenAjena), a.Documento, a.AcopioEn, a.CapturaEn, a.VerificadaEn)
        : new(a.Acta.Id, 1, new Contenido.SinActa(a.Motivo!.Value), ReglaContabilizacion.Decidir(a.Motivo.Value), null, "", null, null, a.VerificadaEn);

    // Its verification is its reception, though cortes carry it only since two persons left it out.
    private RegistroDeActa Registro(AjenaDeNoche a, int lugar) => new(
        new(a.Eleccion, AreaId.SinArea, $"FC-{lugar + 1:0000}"), 1, new Contenido.FueraDeCatalogo(), ReglaContabilizacion.FueraDeCatalogo,
        new(Codigo(HechosDeNoche.ImagenAjena(a)), a.Origen, a.Origen == Origen.Casilla ? Medio.Movil : Medio.Escaner, _opciones.ImagenAjena),
        TiposDeDocumento.ActaPrep, a.AcopioEn, null, a.AcopioEn);
}
