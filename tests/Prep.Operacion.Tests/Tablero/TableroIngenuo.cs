using Microsoft.EntityFrameworkCore;
using Prep.Datos.Filas;
using Prep.Dominio.Actas;
using Prep.Dominio.Catalogo;
using Prep.Dominio.Sitios;
using Prep.Operacion.Tablero;

namespace Prep.Operacion.Tests.Tablero;

/// <summary>The same reading said again the slow way: every table whole, every time, without memory. Each answer is a line of text.</summary>
internal sealed class TableroIngenuo
{
    private readonly AlmacenDePrueba _a;
    private readonly List<ActaFila> _actas;
    private readonly List<ImagenFila> _imagenes;
    private readonly List<CapturaFila> _capturas;
    private readonly List<TurnoFila> _turnos;
    private readonly List<VersionFila> _versiones;
    private readonly List<CorteFila> _cortes;
    private readonly List<CorteAgregaFila> _agregadas;
    private readonly List<BitacoraFila> _bitacora;
    private readonly List<SucesoDeSitioFila> _sitios;
    private readonly DateTimeOffset _ahora;

    private TableroIngenuo(AlmacenDePrueba a, Datos.PrepContext db)
    {
        (_a, _ahora) = (a, a.Reloj.Ahora);
        (_actas, _imagenes, _capturas, _turnos, _versiones) = ([.. db.Actas.AsNoTracking()], [.. db.Imagenes.AsNoTracking()], [.. db.Capturas.AsNoTracking()], [.. db.Turnos.AsNoTracking()], [.. db.Versiones.AsNoTracking()]);
        (_cortes, _agregadas, _bitacora, _sitios) = ([.. db.Cortes.AsNoTracking()], [.. db.Set<CorteAgregaFila>().AsNoTracking()], [.. db.Bitacora.AsNoTracking()], [.. db.SucesosDeSitio.AsNoTracking()]);
    }

    public static IReadOnlyList<string> Leer(AlmacenDePrueba a)
    {
        using var db = a.Almacen.Base.Contexto();
        return new TableroIngenuo(a, db).Lineas();
    }

    /// <summary>A reading in the same lines.</summary>
    public static IReadOnlyList<string> De(LecturaDeTablero l) =>
    [
        $"todas {De(l.Todas)}",
        .. l.Elecciones.Select(e => $"eleccion {e.Eleccion} {De(e.Conteo)}"),
        .. l.Areas.Select(e => $"area {e.Eleccion}/{e.Area} {De(e.Conteo)}"),
        .. l.Catds.Select(c => $"catd {c.Catd} {De(c.Conteo)} aqui={c.PapelAqui} senal={c.UltimaSenalEn:O} silencio={c.EnSilencio} incidentes={c.IncidentesAbiertos}/{c.SinRespuesta} imagenes={c.Imagenes}/{c.Sustituidas} {c.Situacion}"),
        .. l.Minutos.Where(m => m.Llegadas + m.PrimerasCapturas + m.Verificadas + m.Publicadas > 0).Select(m => $"minuto {m.En:HH:mm} {m.Llegadas} {m.PrimerasCapturas} {m.Verificadas} {m.Publicadas}"),
        .. l.Tramos.Select(t => $"tramo {t.Nombre} {t.Cuantas} {t.P50} {t.P95} desorden={t.Desordenadas}"),
        .. l.Esperas.Select(e => $"espera {e.Etapa} {e.Cuantas} tarde={e.Tarde} {e.Desde:O} {e.Acta}"),
        .. l.Custodia.Select(h => $"hueco {h.Clase} {string.Join(' ', h.Actas.Select(x => x.Acta.ClaveActa).Order())} tarde={h.Tarde}"),
        .. l.Campos.Where(c => c.Comparadas > 0).Select(c => $"campo {c.Eleccion} {c.Campo} {c.Difieren}/{c.Comparadas}").Order(StringComparer.Ordinal),
        .. l.Sitios.Select(s => $"sitio {s.Sitio} capturas={s.Capturas} conError={s.ConError} campos={s.Campos} corregidos={s.Corregidos}"),
        $"pronostico faltan={l.Pronostico.Faltan} ventana={l.Pronostico.EnVentana} hay={l.Pronostico.En is not null}",
        $"cortes {l.Corte.Publicados} {l.Corte.Ultimo} sueltas={l.ImagenesSinActa}",
    ];

    private static string De(Conteo c) => $"[{string.Join(' ', c.PorEtapa)}] [{string.Join(' ', c.PorPapel)}] llegaron={c.Llegaron} verificadas={c.Verificadas} publicadas={c.Publicadas}";

    private IReadOnlyList<string> Lineas()
    {
        var proceso = _a.Proceso;
        var esperadas = proceso.Elecciones.SelectMany(e => e.Actas).Select(e => (Esperada: e, Fila: _actas.Single(f => f.Id == e.Id))).ToList();
        var campos = Campos(esperadas);
        return
        [
            $"todas {Contar(esperadas.Select(x => x.Fila))}",
            .. proceso.Elecciones.Select(e => $"eleccion {e.Id} {Contar(esperadas.Where(x => x.Esperada.Id.Eleccion == e.Id).Select(x => x.Fila))}"),
            .. proceso.Elecciones.SelectMany(e => e.Areas.Select(r => $"area {e.Id}/{r.Id} {Contar(esperadas.Where(x => x.Esperada.Id.Eleccion == e.Id && x.Esperada.Id.Area == r.Id).Select(x => x.Fila))}")),
            .. esperadas.GroupBy(x => x.Esperada.Catd ?? "").OrderBy(g => g.Key).Select(g => Catd(g.Key, [.. g.Select(x => x.Fila)])),
            .. Minutos(esperadas.Select(x => x.Fila)),
            .. Tramos([.. esperadas.Select(x => x.Fila)]),
            .. Esperas(esperadas),
            .. Huecos(esperadas),
            .. campos.SelectMany(c => c.Todos.Select(campo => (c.Eleccion, Campo: campo, Difiere: c.Difieren.Contains(campo)))).GroupBy(c => (c.Eleccion, c.Campo))
                .Select(g => $"campo {g.Key.Eleccion} {g.Key.Campo} {g.Count(c => c.Difiere)}/{g.Count()}").Order(StringComparer.Ordinal),
            .. campos.SelectMany(c => c.Lados).GroupBy(l => l.Sitio).OrderBy(g => g.Key).Select(g => $"sitio {g.Key} capturas={g.Count()} conError={g.Count(l => l.Mal > 0)} campos={g.Sum(l => l.De)} corregidos={g.Sum(l => l.Mal)}"),
            Pronosticar([.. esperadas.Select(x => x.Fila)]),
            $"cortes {_cortes.Count(c => c.Estado == "Publicado")} {_cortes.LastOrDefault()?.Id} sueltas={_imagenes.Count(i => i.Acta is null)}",
        ];
    }

    private string Contar(IEnumerable<ActaFila> filas)
    {
        var actas = filas.ToList();
        return $"[{string.Join(' ', Etapas.Todas.Select(e => actas.Count(f => EtapaDe(f) == e)))}] [{string.Join(' ', Enum.GetNames<EstadoDePapel>().Select(p => actas.Count(f => f.Papel == p)))}]"
            + $" llegaron={actas.Count(f => Llegada(f) is not null)} verificadas={actas.Count(f => f.Vigente > 0)} publicadas={actas.Count(f => Publicada(f) is not null)}";
    }

    private Etapa EtapaDe(ActaFila f) => f.Estado == "Verificada" ? PublicadaEn(f, f.Vigente) is null ? Etapa.PorPublicar : Etapa.Publicada
        : f.Vigente > 0 ? Etapa.EnCorreccion
        : f.Estado is "EnCola" or "UnaCaptura" or "TerceraPendiente" ? Etapa.EnCaptura
        : f.Estado is "Supervision" or "Retenida" ? Etapa.EnSupervision
        : f.Estado == "Redigitalizar" ? Etapa.OtraImagen
        : f.Estado == "SinActaPropuesta" ? Etapa.SinActaPorConfirmar
        : f.Estado == "Esperada" ? Etapa.PorLlegar
        : Etapa.PorIdentificar;

    private long? PublicadaEn(ActaFila f, int version) => _agregadas.Where(g => g.Acta == f.Numero && g.Version == version && g.Suceso == 0)
        .Select(g => _cortes.Single(c => c.Id == g.Corte).PublicadoEn).FirstOrDefault();

    private long? Publicada(ActaFila f) => _versiones.Where(v => v.Acta == f.Numero).OrderBy(v => v.Version).Select(v => PublicadaEn(f, v.Version)).FirstOrDefault(en => en is not null);

    private long? PrimeraImagen(ActaFila f) => _imagenes.Where(i => i.Acta == f.Numero).Min(i => (long?)i.RecibidaEn);

    private long? Llegada(ActaFila f) => new[] { f.AcopioRegistradoEn, PrimeraImagen(f) }.Min();

    private string Catd(string catd, List<ActaFila> suyas)
    {
        var suceso = _sitios.Where(s => s.Sitio == catd).OrderBy(s => s.Numero).Select(s => s.Suceso).ToList();
        var situacion = suceso.Any(s => s.Hecho is HechoDeSitio.Apertura) ? SituacionDeSitio.Abierto : SituacionDeSitio.SinAbrir;
        var numeros = suyas.Select(f => f.Numero).ToHashSet();
        var senal = new[]
        {
            _actas.Where(f => f.Catd == catd || (catd.Length == 0 && f.Catd is null)).Max(f => f.AcopioRegistradoEn),
            _imagenes.Where(i => i.Acta is { } n && numeros.Contains(n) && i.Origen == "Catd").Max(i => (long?)i.RecibidaEn),
            _sitios.Where(s => s.Sitio == catd).Max(s => (long?)s.RegistradoEn),
        }.Max();
        var minutos = senal is { } en ? (_ahora - Datos.Instante.DeMicros(en)).TotalMinutes : 0;
        var abiertos = suceso.Count(s => s.Hecho is HechoDeSitio.IncidenteAbierto);
        var silencio = situacion == SituacionDeSitio.Abierto && suyas.Any(f => f.Papel == "Esperado") && minutos >= 20;
        var imagenes = _imagenes.Where(i => i.Acta is { } n && numeros.Contains(n)).ToList();
        return $"catd {catd} {Contar(suyas)} aqui={_actas.Count(f => (f.Catd ?? "") == catd && f.Papel is "Recibido" or "Cotejado" or "Empaquetado" && (f.Catd ?? "") == catd)} senal={(senal is { } s ? Datos.Instante.DeMicros(s) : null):O}"
            + $" silencio={silencio} incidentes={abiertos}/{abiertos} imagenes={imagenes.Count}/{imagenes.Count(i => i.Estado == EstadoDeImagen.Sustituida)} {situacion}";
    }

    private IEnumerable<string> Minutos(IEnumerable<ActaFila> filas)
    {
        var hechos = filas.SelectMany(f => new (long? En, int Cual)[]
        {
            (Llegada(f), 0), (_capturas.Where(c => c.Acta == f.Numero).Min(c => (long?)c.CapturadaEn), 1), (_versiones.Where(v => v.Acta == f.Numero).Min(v => (long?)v.VerificadaEn), 2), (Publicada(f), 3),
        }).Where(h => h.En is not null);
        return hechos.GroupBy(h => h.En!.Value / 60_000_000).OrderBy(g => g.Key)
            .Select(g => $"minuto {Datos.Instante.DeMicros(g.Key * 60_000_000):HH:mm} {string.Join(' ', Enumerable.Range(0, 4).Select(i => g.Count(h => h.Cual == i)))}");
    }

    private IEnumerable<string> Tramos(List<ActaFila> filas)
    {
        long? Acopio(ActaFila f)
        {
            var primera = _imagenes.Where(i => i.Acta == f.Numero).OrderBy(i => i.RecibidaEn).FirstOrDefault();
            return primera is { Origen: not "Catd", AcopioEn: not null } ? primera.AcopioEn : f.AcopioEn ?? primera?.AcopioEn;
        }

        long? Captura(ActaFila f) => _capturas.Where(c => c.Acta == f.Numero).Min(c => (long?)c.CapturadaEn);
        VersionFila? Capturada(ActaFila f) => _versiones.Where(v => v.Acta == f.Numero && v.Contenido == "Capturada").MinBy(v => v.Version);
        return
        [
            Linea("Acopio → digitalización", Acopio, PrimeraImagen), Linea("Digitalización → primera captura", PrimeraImagen, Captura),
            Linea("Primera captura → verificación", Captura, f => Capturada(f)?.VerificadaEn), Linea("Verificación → publicación", f => Capturada(f)?.VerificadaEn, f => Capturada(f) is { } v ? PublicadaEn(f, v.Version) : null),
        ];

        string Linea(string nombre, Func<ActaFila, long?> desde, Func<ActaFila, long?> hasta)
        {
            var tiempos = filas.Select(f => hasta(f) - desde(f)).OfType<long>().Order().ToList();
            var buenos = tiempos.Where(t => t >= 0).ToList();
            // Nearest rank, by its definition: the first value with at least so many at or below it.
            TimeSpan P(double parte) => buenos.Count == 0 ? TimeSpan.Zero : TimeSpan.FromMicroseconds(buenos.First(t => buenos.Count(x => x <= t) >= parte * buenos.Count - 1e-9));
            return $"tramo {nombre} {buenos.Count} {P(.5)} {P(.95)} desorden={tiempos.Count - buenos.Count}";
        }
    }

    private IEnumerable<string> Esperas(List<(ActaEsperada Esperada, ActaFila Fila)> actas)
    {
        foreach (var etapa in Etapas.Todas.Where(e => e is not (Etapa.PorLlegar or Etapa.Publicada)))
        {
            var suyas = actas.Where(x => EtapaDe(x.Fila) == etapa).OrderBy(x => x.Fila.EstadoEn).ThenBy(x => x.Fila.Numero).ToList();
            if (suyas.Count > 0)
            {
                var tarde = etapa == Etapa.PorPublicar ? 0 : suyas.Count(x => (_ahora - Datos.Instante.DeMicros(x.Fila.EstadoEn!.Value)).TotalMinutes > 30);
                yield return $"espera {etapa} {suyas.Count} tarde={tarde} {Datos.Instante.DeMicros(suyas[0].Fila.EstadoEn!.Value):O} {(etapa is Etapa.EnCaptura or Etapa.EnCorreccion ? "" : suyas[0].Esperada.Id)}";
            }
        }
    }

    private IEnumerable<string> Huecos(List<(ActaEsperada Esperada, ActaFila Fila)> actas)
    {
        foreach (var clase in Enum.GetValues<ClaseDeHueco>())
        {
            var suyas = actas.Where(x => clase switch
            {
                ClaseDeHueco.FotoSinPapel => x.Fila.Papel == "Esperado" && PrimeraImagen(x.Fila) is not null,
                ClaseDeHueco.PapelSinImagen => x.Fila.Papel == "Recibido" && PrimeraImagen(x.Fila) is null,
                ClaseDeHueco.PublicadaSinCotejo => x.Fila.Papel == "Recibido" && EtapaDe(x.Fila) == Etapa.Publicada,
                ClaseDeHueco.EnOtroCatd => x.Fila.Papel is "Recibido" or "Cotejado" && x.Esperada.Catd is not null && x.Fila.Catd != x.Esperada.Catd,
                ClaseDeHueco.EmpaquetadaSinCotejo => x.Fila.Papel == "Empaquetado" && x.Fila.Cotejo is 0 or 3 && x.Fila.Papel == "Empaquetado",
                _ => x.Fila.Papel == "Empaquetado" && EtapaDe(x.Fila) != Etapa.Publicada,
            }).Select(x => x.Fila).ToList();
            var tarde = suyas.Count(f => Minutos(clase == ClaseDeHueco.FotoSinPapel ? PrimeraImagen(f) : clase == ClaseDeHueco.PublicadaSinCotejo ? new[] { f.AcopioRegistradoEn, PublicadaEn(f, f.Vigente) }.Max() : f.AcopioRegistradoEn) > 30);
            yield return $"hueco {clase} {string.Join(' ', suyas.Select(f => f.Clave).Order())} tarde={tarde}";
        }

        double Minutos(long? desde) => (_ahora - Datos.Instante.DeMicros(desde!.Value)).TotalMinutes;
    }

    private List<(EleccionId Eleccion, IReadOnlyList<string> Todos, IReadOnlyList<string> Difieren, (string Sitio, int Mal, int De)[] Lados)> Campos(List<(ActaEsperada Esperada, ActaFila Fila)> actas)
    {
        var lista = new List<(EleccionId, IReadOnlyList<string>, IReadOnlyList<string>, (string, int, int)[])>();
        string[] nombres = ["Boletas sobrantes", "Personas que votaron", "Representantes que votaron", "Votos sacados de la urna", "PAN", "PRI", "NA", "PAN · PRI", "CI1", "Candidaturas no registradas", "Votos nulos", "Total"];
        foreach (var version in _versiones.Where(v => v.Contenido == "Capturada"))
        {
            var suyas = _capturas.Where(c => c.Acta == version.Acta && c.Version == version.Version).OrderBy(c => c.Orden).ToList();
            var deLaUltima = suyas.Where(c => c.Imagen == suyas[^1].Imagen).ToList();
            var (una, otra, final) = (deLaUltima[0].ACaptura().Campos, deLaUltima[1].ACaptura().Campos, CamposCompactos.Leer(version.Campos!));
            lista.Add((actas.Single(x => x.Fila.Numero == version.Acta).Esperada.Id.Eleccion, nombres, [.. nombres.Where((_, i) => una[i] != otra[i])],
                [.. deLaUltima.Take(2).Select(c => (_turnos.Single(t => t.Id == c.Turno).Sitio, final.Where((v, i) => v != c.ACaptura().Campos[i]).Count(), nombres.Length))]));
        }

        return lista;
    }

    private string Pronosticar(List<ActaFila> filas)
    {
        var (faltan, ventana) = (filas.Count(f => f.Vigente == 0), filas.Count(f => _versiones.Where(v => v.Acta == f.Numero).Min(v => (long?)v.VerificadaEn) is { } en && (_ahora - Datos.Instante.DeMicros(en)).TotalMinutes < 30));
        return $"pronostico faltan={faltan} ventana={ventana} hay={faltan > 0 && ventana >= 10 && (_ahora - CatalogoDePrueba.Apertura).TotalMinutes >= 30}";
    }
}
