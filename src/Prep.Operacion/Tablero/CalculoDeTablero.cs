using Prep.Datos;
using Prep.Datos.Catalogo;
using Prep.Dominio.Actas;
using Prep.Dominio.Catalogo;
using Prep.Dominio.Sitios;

namespace Prep.Operacion.Tablero;

/// <summary>From what is known of each acta to a reading: counts, instants and what is late. Pure, but for the memory it reads.</summary>
internal sealed class CalculoDeTablero
{
    private static readonly int _papeles = Enum.GetValues<EstadoDePapel>().Length;

    private readonly MemoriaDeTablero _memoria;
    private readonly CatalogoCargado _catalogo;
    private readonly AjustesDeTablero _ajustes;
    private readonly DateTimeOffset _ahora;
    private readonly DateTimeOffset _hasta;
    private readonly Observada[] _actas;

    private CalculoDeTablero(MemoriaDeTablero memoria, CatalogoCargado catalogo, AjustesDeTablero ajustes, DateTimeOffset ahora)
    {
        (_memoria, _catalogo, _ajustes, _ahora) = (memoria, catalogo, ajustes, ahora);
        var cierre = catalogo.Proceso.Calendario.UltimaActualizacionEn;
        _hasta = ahora < cierre ? ahora : cierre;
        var actas = new List<Observada>((int)catalogo.Total);
        foreach (var fila in memoria.Actas)
        {
            if (catalogo.Acta(fila.Numero) is var (eleccion, acta))
            {
                var publicada = Enumerable.Range(1, fila.Vigente).Select(v => memoria.PublicadaEn(fila.Numero, v)).FirstOrDefault(en => en is not null);
                actas.Add(new(fila, eleccion, acta, Etapas.De(fila.Estado, fila.Vigente, memoria.PublicadaEn(fila.Numero, fila.Vigente) is not null), publicada));
            }
        }

        _actas = [.. actas];
    }

    public static LecturaDeTablero De(MemoriaDeTablero memoria, CatalogoCargado catalogo, AjustesDeTablero ajustes, DateTimeOffset ahora, long numero)
    {
        CalculoDeTablero calculo = new(memoria, catalogo, ajustes, ahora);
        var lectura = calculo.Leer(numero);
        return lectura with { Alarmas = Alarmas.De(lectura, catalogo.Proceso, ajustes) };
    }

    private LecturaDeTablero Leer(long numero)
    {
        var apertura = _catalogo.Proceso.Calendario.AperturaEn;
        var todas = Contar(_actas);
        return new(numero, _ahora, _hasta)
        {
            Todas = todas,
            Elecciones = [.. _catalogo.Proceso.Elecciones.Select(e => new ConteoDeEleccion(e.Id, e.Titulo, Contar(_actas.Where(a => a.Eleccion == e))))],
            Areas = Areas(),
            Catds = Catds(),
            Minutos = RitmoDeTablero.Minutos([.. _actas.Select(a => (a.Fila.LlegadaEn, a.Fila.PrimeraCapturaEn, a.Fila.VerificadaEn, a.PublicadaEn))], apertura, _hasta),
            Tramos = TramosDeTablero.De(_actas.Select(a => (a.Fila, a.Fila.Capturada is { } c ? _memoria.PublicadaEn(a.Fila.Numero, c.Version) : null)), _hasta),
            Esperas = Esperas(),
            Custodia = CustodiaDeTablero.De(_actas, a => _memoria.PublicadaEn(a.Fila.Numero, a.Fila.Vigente), _hasta, _ajustes.Espera),
            Campos = DiscrepanciasDeTablero.PorCampo(_actas),
            Sitios = DiscrepanciasDeTablero.PorSitio(_actas),
            Pronostico = Pronostico.De([.. _actas.Where(a => a.Fila.VerificadaEn is not null).Select(a => Instante.DeMicros(a.Fila.VerificadaEn!.Value))], todas.Esperadas - todas.Verificadas, _hasta, apertura),
            Corte = Corte(),
            Alarmas = [],
            FueraDeCatalogo = _memoria.Actas.Count(a => a.Estado == nameof(EstadoDeDatos.FueraDeCatalogo)),
            ImagenesSinActa = _memoria.SinIdentificar.Cuantas,
        };
    }

    private static Conteo Contar(IEnumerable<Observada> actas)
    {
        var (etapas, papel, llegaron, verificadas, publicadas) = (new int[Etapas.Todas.Count], new int[_papeles], 0, 0, 0);
        foreach (var a in actas)
        {
            etapas[(int)a.Etapa]++;
            papel[(int)a.Fila.Papel]++;
            llegaron += a.Fila.LlegadaEn is null ? 0 : 1;
            verificadas += a.Fila.Vigente > 0 ? 1 : 0;
            publicadas += a.PublicadaEn is null ? 0 : 1;
        }

        return new(etapas, papel) { Llegaron = llegaron, Verificadas = verificadas, Publicadas = publicadas };
    }

    private IReadOnlyList<ConteoDeArea> Areas() =>
    [
        .. _actas.GroupBy(a => (a.Eleccion, a.Acta.Id.Area))
            .Select(g => new ConteoDeArea(g.Key.Eleccion.Id, g.Key.Area, g.Key.Eleccion.BuscarArea(g.Key.Area)?.Nombre ?? "Sin área", Contar(g)))
            .OrderBy(a => _catalogo.Primera(a.Eleccion)).ThenBy(a => a.Area.Clave, StringComparer.Ordinal),
    ];

    private IReadOnlyList<ConteoDeCatd> Catds()
    {
        var aqui = _actas.Where(a => a.Fila.Papel is EstadoDePapel.Recibido or EstadoDePapel.Cotejado or EstadoDePapel.Empaquetado).GroupBy(a => a.Fila.Catd ?? "").ToDictionary(g => g.Key, g => g.Count());
        var recibidas = _actas.Where(a => a.Fila.BolsaEn is not null).GroupBy(a => a.Fila.Catd ?? "").ToDictionary(g => g.Key, g => g.Max(a => a.Fila.BolsaEn!.Value));
        return [.. _actas.GroupBy(a => a.Acta.Catd ?? "").OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => Catd(g.Key, [.. g], aqui.GetValueOrDefault(g.Key), recibidas.TryGetValue(g.Key, out var en) ? en : null))];
    }

    private ConteoDeCatd Catd(string catd, Observada[] suyas, int papelAqui, long? bolsaEn)
    {
        var bitacora = _memoria.Bitacoras.TryGetValue(catd, out var sucesos) ? sucesos : [];
        var estado = EstadoDeSitio.De(bitacora);
        long?[] senales = [bolsaEn, suyas.Max(a => a.Fila.UltimaImagenDeCatdEn), bitacora.Length > 0 ? bitacora[^1].RegistradoEn.AMicros() : null];
        DateTimeOffset? ultima = senales.Max() is { } en ? Instante.DeMicros(en) : null;
        var conteo = Contar(suyas);
        var abierto = estado.Situacion is SituacionDeSitio.Abierto or SituacionDeSitio.EnAlterno;
        return new(
            catd.Length > 0 ? catd : null, estado.Situacion, conteo, papelAqui, ultima,
            abierto && conteo[EstadoDePapel.Esperado] > 0 && EnOperacion && _ahora - ultima >= _ajustes.Silencio,
            estado.Incidentes.Count(i => i.Abierto), estado.Incidentes.Count(i => i.SinRespuesta),
            suyas.Sum(a => a.Fila.Imagenes), suyas.Sum(a => a.Fila.Sustituidas));
    }

    private bool EnOperacion => _catalogo.Proceso.Calendario.EnOperacion(_ahora);

    private IReadOnlyList<EsperaMasLarga> Esperas()
    {
        var esperas = new List<EsperaMasLarga>();
        foreach (var grupo in _actas.Where(a => Etapas.Trabaja(a.Etapa) || a.Etapa == Etapa.PorPublicar).GroupBy(a => a.Etapa).OrderBy(g => g.Key))
        {
            var primera = grupo.MinBy(a => (a.Fila.EstadoEn ?? long.MaxValue, a.Fila.Numero))!;
            var tarde = Etapas.Trabaja(grupo.Key) ? grupo.Count(a => a.Fila.EstadoEn is { } en && _hasta - Instante.DeMicros(en) > _ajustes.Espera) : 0;
            var ciega = grupo.Key is Etapa.EnCaptura or Etapa.EnCorreccion;
            esperas.Add(new(grupo.Key, grupo.Count(), tarde, Instante.DeMicros(primera.Fila.EstadoEn), ciega ? null : primera.Acta.Id, ciega ? null : primera.Fila.Catd));
        }

        return esperas;
    }

    private CorteEnTablero Corte()
    {
        var calendario = _catalogo.Proceso.Calendario;
        var publicados = _memoria.Cortes.Where(c => c.Estado == "Publicado").ToArray();
        var (ultimo, pendientes) = (publicados.LastOrDefault(), _memoria.Cortes.Count(c => c.Estado == "Preparado"));
        var desde = ultimo is null ? calendario.InicioEn : Instante.DeMicros(ultimo.PublicadoEn!.Value);
        var atrasado = _ahora > calendario.InicioEn && EnOperacion && _ahora - desde > calendario.Intervalo * 1.5;
        return new(ultimo?.Id, Instante.DeMicros(ultimo?.PublicadoEn), publicados.Length, pendientes, atrasado);
    }

    /// <summary>An expected acta with what the catalogue and the memory say of it.</summary>
    /// <param name="PublicadaEn">First corte that carried it, whatever its version.</param>
    internal sealed record Observada(ActaObservada Fila, Eleccion Eleccion, ActaEsperada Acta, Etapa Etapa, long? PublicadaEn);
}
