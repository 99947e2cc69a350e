namespace Prep.Dominio.Sitios;

/// <summary>What can be said of a CATD through the night. Its bitácora is the list of them; its state follows from that list.</summary>
public abstract record HechoDeSitio
{
    private HechoDeSitio()
    {
    }

    /// <summary>A point of a checklist was looked at; the last answer counts.</summary>
    public sealed record PuntoRevisado(MomentoDeLista Lista, string Punto, RespuestaDeLista Respuesta, string Nota = "") : HechoDeSitio;

    public sealed record Apertura : HechoDeSitio;

    /// <summary>Something went wrong; what is done about it refers to the number of this entry.</summary>
    public sealed record IncidenteAbierto(CategoriaDeIncidente Categoria, string Texto) : HechoDeSitio;

    /// <summary>What the CATD does about an incident.</summary>
    public sealed record AccionTomada(int Incidente, string Texto) : HechoDeSitio;

    /// <summary>What the centre answers.</summary>
    public sealed record RespuestaDelCentro(int Incidente, string Texto) : HechoDeSitio;

    public sealed record IncidenteCerrado(int Incidente, string Texto) : HechoDeSitio;

    /// <summary>Evacuated or taken: nobody works there until it reopens (E10).</summary>
    public sealed record Sello(string Motivo) : HechoDeSitio;

    /// <summary>Work goes on at the alternate site of the continuity plan (E9, E10).</summary>
    public sealed record Traslado(string Alterno, string Motivo) : HechoDeSitio;

    /// <summary>Work goes on at its own place, after counting the paper.</summary>
    /// <param name="ActasContadas">Actas PREP in paper, counted by hand.</param>
    public sealed record Reapertura(int ActasContadas, string Texto) : HechoDeSitio;

    /// <summary>What a consejo or the Commission observed, over its name.</summary>
    public sealed record Observacion(string Texto) : HechoDeSitio;

    public sealed record ObservacionAtendida(int Numero, string Texto) : HechoDeSitio;

    public sealed record Cierre : HechoDeSitio;
}

/// <summary>One entry of the bitácora of a site.</summary>
/// <param name="Numero">From 1, without gaps.</param>
/// <param name="OcurridoEn">When it happened, as declared; not after <paramref name="RegistradoEn"/>.</param>
public sealed record SucesoDeSitio(int Numero, HechoDeSitio Hecho, string Persona, string Puesto, DateTimeOffset OcurridoEn, DateTimeOffset RegistradoEn);

/// <summary>Kinds of incident, as the acta de cierre groups them.</summary>
public enum CategoriaDeIncidente
{
    Energia,
    Enlace,
    Equipo,
    Personal,
    Seguridad,
    Papeleria,
    Inmueble,
    Otra,
}

public enum SituacionDeSitio
{
    SinAbrir,
    Abierto,
    Sellado,
    EnAlterno,
    Cerrado,
}
