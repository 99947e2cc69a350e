using Prep.Dominio.Actas;
using Prep.Dominio.Catalogo;
using Prep.Dominio.Computo;

namespace Prep.Operacion.Tablero;

/// <summary>All that the tablero shows, as tables: the screen, its charts' alternatives and the CSV say the same.</summary>
public static class TablasDeTablero
{
    private static readonly (Etapa Etapa, string Dato)[] _etapas =
    [
        (Etapa.PorLlegar, "POR_LLEGAR"), (Etapa.PorIdentificar, "POR_IDENTIFICAR"), (Etapa.OtraImagen, "OTRA_IMAGEN"), (Etapa.EnCaptura, "EN_CAPTURA"), (Etapa.EnSupervision, "EN_SUPERVISION"),
        (Etapa.SinActaPorConfirmar, "SIN_ACTA_POR_CONFIRMAR"), (Etapa.EnCorreccion, "EN_CORRECCION"), (Etapa.PorPublicar, "POR_PUBLICAR"), (Etapa.Publicada, "PUBLICADAS"),
    ];

    private static readonly (EstadoDePapel Papel, string Dato)[] _papeles =
    [
        (EstadoDePapel.Esperado, "BOLSA_POR_LLEGAR"), (EstadoDePapel.SinBolsa, "SIN_BOLSA"), (EstadoDePapel.Recibido, "RECIBIDAS"), (EstadoDePapel.Cotejado, "COTEJADAS"), (EstadoDePapel.Empaquetado, "EMPAQUETADAS"),
    ];

    private static readonly Dictionary<string, Func<LecturaDeTablero, Proceso, Tabla>> _todas = new()
    {
        ["alarmas"] = Alarmas,
        ["datos"] = (l, _) => Datos(l),
        ["papel"] = (l, _) => Papel(l),
        ["elecciones"] = (l, _) => Elecciones(l),
        ["areas"] = (l, _) => Areas(l),
        ["catd"] = Catds,
        ["ritmo"] = (l, p) => Minutos("ritmo", "Última hora, minuto a minuto", l.Minutos.TakeLast(60), p),
        ["avance"] = Avance,
        ["minutos"] = (l, p) => Minutos("minutos", "Toda la noche, minuto a minuto", l.Minutos, p),
        ["tramos"] = (l, _) => Tramos(l),
        ["esperas"] = Esperas,
        ["custodia"] = Custodia,
        ["custodia-actas"] = ActasEnCustodia,
        ["campos"] = (l, _) => Campos(l),
        ["sitios"] = (l, _) => Sitios(l),
        ["reescaneo"] = (l, _) => Reescaneo(l),
        ["pronostico"] = Pronosticada,
    };

    /// <summary>Names of the tables, in the order of the screen.</summary>
    public static IReadOnlyCollection<string> Claves => _todas.Keys;

    /// <returns>Null when there is no such table.</returns>
    public static Tabla? De(string clave, LecturaDeTablero l, Proceso proceso) => _todas.TryGetValue(clave, out var hacer) ? hacer(l, proceso) : null;

    public static IEnumerable<Tabla> Todas(LecturaDeTablero l, Proceso proceso) => _todas.Values.Select(hacer => hacer(l, proceso));

    private static Tabla Alarmas(LecturaDeTablero l, Proceso proceso) => new("alarmas", "Alarmas", "",
        [new("Alarma", "ALARMA", false), new("Detalle", "DETALLE", false), new("Desde", "DESDE", false), new("Grave", "GRAVE", false)],
        [.. l.Alarmas.Select(a => new Renglon([Celda.De(a.Que), Celda.De(a.Detalle), Celda.De(a.Desde, proceso), Celda.De(a.Grave ? "Sí" : "No")]))]);

    private static Tabla Datos(LecturaDeTablero l) => new("datos", "Actas por estado de sus datos", "",
        [new("Estado", "ESTADO", false), new("Actas", "ACTAS"), new("De las esperadas", "PORCENTAJE")],
        [.. _etapas.Reverse().Select(e => new Renglon([Celda.De(Etapas.Nombre(e.Etapa)), Celda.De(l.Todas[e.Etapa]), Celda.De(Porcentaje.De(l.Todas[e.Etapa], l.Todas.Esperadas))], Muestra: Grafica.Clase(e.Etapa)))]);

    private static Tabla Papel(LecturaDeTablero l) => new("papel", "Actas por estado de su papel", "",
        [new("Estado", "ESTADO", false), new("Actas", "ACTAS"), new("De las esperadas", "PORCENTAJE")],
        [.. _papeles.Reverse().Select(p => new Renglon([Celda.De(Etapas.Nombre(p.Papel)), Celda.De(l.Todas[p.Papel]), Celda.De(Porcentaje.De(l.Todas[p.Papel], l.Todas.Esperadas))], Muestra: Grafica.Clase(p.Papel)))]);

    private static Tabla Elecciones(LecturaDeTablero l) => new("elecciones", "Por elección", "",
        [new("Elección", "ELECCION", false), .. ColumnasDeConteo()],
        [.. l.Elecciones.Select(e => new Renglon([Celda.De(e.Titulo), .. CeldasDe(e.Conteo)]))]);

    private static Tabla Areas(LecturaDeTablero l) => new("areas", "Por distrito o municipio", "",
        [new("Elección", "ELECCION", false), new("Clave", "AREA", false), new("Distrito o municipio", "NOMBRE", false), .. ColumnasDeConteo()],
        [.. l.Areas.Select(a => new Renglon([Celda.De(a.Eleccion.Valor), Celda.De(a.Area.Clave), Celda.De(a.Nombre), .. CeldasDe(a.Conteo)]))]);

    private static Tabla Catds(LecturaDeTablero l, Proceso proceso) => new("catd", "Por CATD", "Las actas son las que el catálogo le asigna; «En papel aquí» es el papel que está en el CATD, suyo o de otro.",
        [
            new("CATD", "CATD", false), new("Situación", "SITUACION", false), new("Última señal", "ULTIMA_SENAL", false), new("En silencio", "EN_SILENCIO", false), new("Incidentes", "INCIDENTES_ABIERTOS"), new("Sin respuesta", "SIN_RESPUESTA"),
            new("En papel aquí", "PAPEL_AQUI"), .. ColumnasDeConteo(),
        ],
        [
            .. l.Catds.OrderByDescending(c => c.EnSilencio || c.SinRespuesta > 0).Select(c => new Renglon(
                [
                    Celda.De(c.Catd ?? "Sin CATD"), Celda.De(c.Catd is null ? "—" : Operacion.Sitios.Palabras.De(c.Situacion)), Celda.De(c.UltimaSenalEn, proceso), Celda.De(c.EnSilencio ? "Sí" : "No"),
                    Celda.De(c.IncidentesAbiertos), Celda.De(c.SinRespuesta), Celda.De(c.PapelAqui), .. CeldasDe(c.Conteo),
                ],
                c.Catd, c.EnSilencio || c.SinRespuesta > 0)),
        ]);

    private static Tabla Minutos(string clave, string titulo, IEnumerable<Minuto> minutos, Proceso proceso) => new(clave, titulo, "",
        [new("Minuto", "MINUTO", false), new("Llegaron", "LLEGARON"), new("Primera captura", "PRIMERA_CAPTURA"), new("Verificadas", "VERIFICADAS"), new("Publicadas", "PUBLICADAS")],
        [.. minutos.Select(m => new Renglon([Celda.De(m.En, proceso), Celda.De(m.Llegadas), Celda.De(m.PrimerasCapturas), Celda.De(m.Verificadas), Celda.De(m.Publicadas)]))]);

    private static Tabla Avance(LecturaDeTablero l, Proceso proceso) => new("avance", "Avance acumulado, cada media hora", "",
        [new("Hasta", "HASTA", false), new("Llegaron", "LLEGARON"), new("Primera captura", "PRIMERA_CAPTURA"), new("Verificadas", "VERIFICADAS"), new("Publicadas", "PUBLICADAS")],
        [
            .. AvanceDeTablero.Acumular(l.Minutos).Where((m, i) => (i + 1) % 30 == 0 || i == l.Minutos.Count - 1)
                .Select(m => new Renglon([Celda.De(m.En.AddMinutes(1) < l.Hasta ? m.En.AddMinutes(1) : l.Hasta, proceso), Celda.De(m.Llegadas), Celda.De(m.PrimerasCapturas), Celda.De(m.Verificadas), Celda.De(m.Publicadas)])),
        ]);

    private static Tabla Tramos(LecturaDeTablero l) => new("tramos", "Cuánto tarda cada tramo", "La mitad de las actas tarda menos que «la mitad»; 95 de cada 100, menos que «casi todas».",
        [
            new("Tramo", "TRAMO", false), new("Última hora: la mitad", "RECIENTE_P50_SEGUNDOS"), new("Última hora: casi todas", "RECIENTE_P95_SEGUNDOS"), new("Actas", "RECIENTES"),
            new("Toda la noche: la mitad", "P50_SEGUNDOS"), new("Toda la noche: casi todas", "P95_SEGUNDOS"), new("Actas", "ACTAS"), new("Con horas en desorden", "DESORDENADAS"),
        ],
        [
            .. l.Tramos.Select(t => new Renglon(
                [
                    Celda.De(t.Nombre), Celda.De(t.Recientes > 0 ? t.RecienteP50 : null), Celda.De(t.Recientes > 0 ? t.RecienteP95 : null), Celda.De(t.Recientes),
                    Celda.De(t.Cuantas > 0 ? t.P50 : null), Celda.De(t.Cuantas > 0 ? t.P95 : null), Celda.De(t.Cuantas), Celda.De(t.Desordenadas),
                ])),
        ]);

    private static Tabla Esperas(LecturaDeTablero l, Proceso proceso) => new("esperas", "Lo que más espera", "En captura no se dice cuál acta es.",
        [new("Estado", "ESTADO", false), new("Actas", "ACTAS"), new("Tarde", "TARDE"), new("La más antigua espera", "ESPERA_SEGUNDOS"), new("Desde", "DESDE", false), new("Acta", "ACTA", false), new("CATD", "CATD", false)],
        [
            .. l.Esperas.OrderByDescending(e => l.Hasta - e.Desde ?? TimeSpan.Zero).Select(e => new Renglon(
                [Celda.De(Etapas.Nombre(e.Etapa)), Celda.De(e.Cuantas), Celda.De(e.Tarde), Celda.De(l.Hasta - e.Desde), Celda.De(e.Desde, proceso), Celda.De(e.Acta?.ToString() ?? "—"), Celda.De(e.Catd ?? "—")], e.Catd, e.Tarde > 0)),
        ]);

    private static Tabla Custodia(LecturaDeTablero l, Proceso proceso) => new("custodia", "Papel y datos que no están juntos", "",
        [new("Qué pasa", "HUECO", false), new("Actas", "ACTAS"), new("Tarde", "TARDE"), new("La más antigua", "DESDE", false)],
        [.. l.Custodia.Select(h => new Renglon([Celda.De(CustodiaDeTablero.Nombre(h.Clase)), Celda.De(h.Cuantas), Celda.De(h.Tarde), Celda.De(h.Desde, proceso)], Alerta: h.Tarde > 0))]);

    private static Tabla ActasEnCustodia(LecturaDeTablero l, Proceso proceso) => new("custodia-actas", "Cuáles son", "",
        [new("Qué pasa", "HUECO", false), new("Acta", "ACTA", false), new("CATD", "CATD", false), new("Desde", "DESDE", false)],
        [.. l.Custodia.SelectMany(h => h.Actas.Select(a => new Renglon([Celda.De(CustodiaDeTablero.Nombre(h.Clase)), Celda.De(a.Acta.ToString()), Celda.De(a.Catd ?? "—"), Celda.De(a.Desde, proceso)], a.Catd)))]);

    private static Tabla Campos(LecturaDeTablero l) => new("campos", "Discrepancias por campo", "De las actas ya verificadas: en cuántas las dos capturas de ese campo no dijeron lo mismo.",
        [new("Elección", "ELECCION", false), new("Campo", "CAMPO", false), new("Comparadas", "COMPARADAS"), new("Con diferencia", "DIFIEREN"), new("Por ciento", "PORCENTAJE")],
        [.. l.Campos.OrderByDescending(c => c.Difieren / (double)c.Comparadas).Select(c => new Renglon([Celda.De(c.Eleccion.Valor), Celda.De(c.Campo), Celda.De(c.Comparadas), Celda.De(c.Difieren), Celda.De(Porcentaje.De(c.Difieren, c.Comparadas))]))]);

    private static Tabla Sitios(LecturaDeTablero l) => new("sitios", "Capturas corregidas por sitio", "De las actas ya verificadas: capturas hechas en cada sitio y cuántas tuvieron algún campo que al final quedó distinto.",
        [new("Sitio", "SITIO", false), new("Capturas", "CAPTURAS"), new("Con algo corregido", "CON_ERROR"), new("Por ciento", "PORCENTAJE"), new("Campos", "CAMPOS"), new("Corregidos", "CORREGIDOS"), new("Por ciento de los campos", "PORCENTAJE_DE_CAMPOS")],
        [
            .. l.Sitios.Select(s => new Renglon(
                [Celda.De(s.Sitio.Length > 0 ? s.Sitio : "Sin sitio"), Celda.De(s.Capturas), Celda.De(s.ConError), Celda.De(Porcentaje.De(s.ConError, s.Capturas)), Celda.De(s.Campos), Celda.De(s.Corregidos), Celda.De(Porcentaje.De(s.Corregidos, s.Campos))], s.Sitio)),
        ]);

    private static Tabla Reescaneo(LecturaDeTablero l) => new("reescaneo", "Imágenes que hubo que repetir, por CATD", "",
        [new("CATD", "CATD", false), new("Imágenes", "IMAGENES"), new("Repetidas", "SUSTITUIDAS"), new("Por ciento", "PORCENTAJE")],
        [.. l.Catds.Where(c => c.Imagenes > 0).OrderByDescending(c => c.Sustituidas / (double)c.Imagenes).Select(c => new Renglon([Celda.De(c.Catd ?? "Sin CATD"), Celda.De(c.Imagenes), Celda.De(c.Sustituidas), Celda.De(Porcentaje.De(c.Sustituidas, c.Imagenes))], c.Catd))]);

    private static Tabla Pronosticada(LecturaDeTablero l, Proceso proceso) => new("pronostico", "Pronóstico del 100 %", "",
        [new("Verificadas en 30 min", "VERIFICADAS_EN_30_MINUTOS"), new("Faltan", "FALTAN"), new("A este ritmo", "PRONOSTICO", false), new("Lo más pronto", "PRONTO", false), new("Lo más tarde", "TARDE", false), new("Sin pronóstico porque", "MOTIVO", false)],
        [new([Celda.De(l.Pronostico.EnVentana), Celda.De(l.Pronostico.Faltan), Celda.De(l.Pronostico.En, proceso), Celda.De(l.Pronostico.Pronto, proceso), Celda.De(l.Pronostico.Tarde, proceso), Celda.De(l.Pronostico.Motivo)])]);

    private static IEnumerable<Columna> ColumnasDeConteo() =>
    [
        new("Esperadas", "ESPERADAS"), new("Llegaron", "LLEGARON"), new("Verificadas", "VERIFICADAS"), new("Publicadas %", "PORCENTAJE_PUBLICADAS"), .. _etapas.Reverse().Select(e => new Columna(Etapas.Nombre(e.Etapa), e.Dato)),
        .. _papeles.Select(p => new Columna(Etapas.Nombre(p.Papel), p.Dato)),
    ];

    private static IEnumerable<Celda> CeldasDe(Conteo c) =>
    [
        Celda.De(c.Esperadas), Celda.De(c.Llegaron), Celda.De(c.Verificadas), Celda.De(Porcentaje.De(c.Publicadas, c.Esperadas)), .. _etapas.Reverse().Select(e => Celda.De(c[e.Etapa])), .. _papeles.Select(p => Celda.De(c[p.Papel])),
    ];
}

/// <summary>The minutes added up: how many up to each one.</summary>
internal static class AvanceDeTablero
{
    public static IReadOnlyList<Minuto> Acumular(IReadOnlyList<Minuto> minutos)
    {
        Minuto hasta = default;
        return [.. minutos.Select(m => hasta = new(m.En, hasta.Llegadas + m.Llegadas, hasta.PrimerasCapturas + m.PrimerasCapturas, hasta.Verificadas + m.Verificadas, hasta.Publicadas + m.Publicadas))];
    }
}
