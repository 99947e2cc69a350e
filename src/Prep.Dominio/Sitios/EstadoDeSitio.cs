namespace Prep.Dominio.Sitios;

/// <summary>An incident with all that was done about it.</summary>
public sealed record Incidente(int Numero, CategoriaDeIncidente Categoria, IReadOnlyList<SucesoDeSitio> Sucesos, bool Abierto)
{
    public DateTimeOffset OcurridoEn => Sucesos[0].OcurridoEn;

    /// <summary>The centre has not said a word yet.</summary>
    public bool SinRespuesta => Abierto && !Sucesos.Any(s => s.Hecho is HechoDeSitio.RespuestaDelCentro);
}

/// <summary>An observation of a consejo, and whether the coordinator attended to it.</summary>
public sealed record ObservacionDeSitio(SucesoDeSitio Suceso, SucesoDeSitio? Atencion);

/// <summary>Where a site stands: a fold of its bitácora, nothing else.</summary>
public sealed record EstadoDeSitio(
    SituacionDeSitio Situacion,
    IReadOnlyDictionary<(MomentoDeLista Lista, string Punto), SucesoDeSitio> Puntos,
    IReadOnlyList<Incidente> Incidentes,
    IReadOnlyList<ObservacionDeSitio> Observaciones,
    string? Alterno)
{
    public static EstadoDeSitio Nuevo { get; } = new(SituacionDeSitio.SinAbrir, new Dictionary<(MomentoDeLista, string), SucesoDeSitio>(), [], [], null);

    public static EstadoDeSitio De(IEnumerable<SucesoDeSitio> bitacora) => bitacora.Aggregate(Nuevo, (estado, suceso) => estado.Con(suceso));

    /// <summary>Points of a list that nobody has answered.</summary>
    public IEnumerable<PuntoDeLista> Faltan(MomentoDeLista lista) => ListaDeComprobacion.De(lista).Where(p => !Puntos.ContainsKey((lista, p.Clave)));

    public Incidente? Incidente(int numero) => Incidentes.FirstOrDefault(i => i.Numero == numero);

    private EstadoDeSitio Con(SucesoDeSitio suceso) => suceso.Hecho switch
    {
        HechoDeSitio.PuntoRevisado p => this with { Puntos = new Dictionary<(MomentoDeLista, string), SucesoDeSitio>(Puntos) { [(p.Lista, p.Punto)] = suceso } },
        HechoDeSitio.Apertura => this with { Situacion = SituacionDeSitio.Abierto },
        HechoDeSitio.IncidenteAbierto i => this with { Incidentes = [.. Incidentes, new(suceso.Numero, i.Categoria, [suceso], true)] },
        HechoDeSitio.AccionTomada a => Seguir(a.Incidente, suceso, abierto: true),
        HechoDeSitio.RespuestaDelCentro r => Seguir(r.Incidente, suceso, abierto: true),
        HechoDeSitio.IncidenteCerrado c => Seguir(c.Incidente, suceso, abierto: false),
        HechoDeSitio.Sello => this with { Situacion = SituacionDeSitio.Sellado },
        HechoDeSitio.Traslado t => this with { Situacion = SituacionDeSitio.EnAlterno, Alterno = t.Alterno },
        HechoDeSitio.Reapertura => this with { Situacion = SituacionDeSitio.Abierto, Alterno = null },
        HechoDeSitio.Observacion => this with { Observaciones = [.. Observaciones, new(suceso, null)] },
        HechoDeSitio.ObservacionAtendida o => this with { Observaciones = [.. Observaciones.Select(x => x.Suceso.Numero == o.Numero ? x with { Atencion = suceso } : x)] },
        HechoDeSitio.Cierre => this with { Situacion = SituacionDeSitio.Cerrado },
        _ => throw new InvalidOperationException($"Un hecho de sitio sin efecto: {suceso.Hecho.GetType().Name}."),
    };

    private EstadoDeSitio Seguir(int numero, SucesoDeSitio suceso, bool abierto) =>
        this with { Incidentes = [.. Incidentes.Select(i => i.Numero == numero ? i with { Sucesos = [.. i.Sucesos, suceso], Abierto = abierto } : i)] };
}
