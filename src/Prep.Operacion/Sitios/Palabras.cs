using Prep.Dominio.Sitios;

namespace Prep.Operacion.Sitios;

/// <summary>The words of a site as its people say them.</summary>
public static class Palabras
{
    public static string De(SituacionDeSitio situacion) => situacion switch
    {
        SituacionDeSitio.SinAbrir => "Sin abrir",
        SituacionDeSitio.EnAlterno => "En sitio alterno",
        var otra => otra.ToString(),
    };

    public static string De(CategoriaDeIncidente categoria) => categoria switch
    {
        CategoriaDeIncidente.Energia => "Energía",
        CategoriaDeIncidente.Papeleria => "Papelería",
        var otra => otra.ToString(),
    };

    public static string De(RespuestaDeLista respuesta) => respuesta switch
    {
        RespuestaDeLista.Si => "Sí",
        RespuestaDeLista.NoAplica => "No aplica",
        _ => "No",
    };

    /// <summary>One entry of the bitácora, as a sentence.</summary>
    public static string De(HechoDeSitio hecho) => hecho switch
    {
        HechoDeSitio.PuntoRevisado p => $"Lista de {(p.Lista == MomentoDeLista.Apertura ? "apertura" : "cierre")}: {Texto(p)} {De(p.Respuesta)}{(p.Nota.Length > 0 ? $" ({p.Nota})" : "")}",
        HechoDeSitio.Apertura => "Se abrió el CATD",
        HechoDeSitio.IncidenteAbierto i => $"Incidente de {De(i.Categoria).ToLowerInvariant()}: {i.Texto}",
        HechoDeSitio.AccionTomada a => $"Incidente {a.Incidente}, acción: {a.Texto}",
        HechoDeSitio.RespuestaDelCentro r => $"Incidente {r.Incidente}, respuesta del centro: {r.Texto}",
        HechoDeSitio.IncidenteCerrado c => $"Incidente {c.Incidente}, cierre: {c.Texto}",
        HechoDeSitio.Sello s => $"Se selló el CATD: {s.Motivo}",
        HechoDeSitio.Traslado t => $"El trabajo pasó a {t.Alterno}: {t.Motivo}",
        HechoDeSitio.Reapertura r => $"Se reabrió el CATD; actas en papel contadas: {r.ActasContadas}. {r.Texto}",
        HechoDeSitio.Observacion o => $"Observación: {o.Texto}",
        HechoDeSitio.ObservacionAtendida o => $"Observación {o.Numero}, atención: {o.Texto}",
        HechoDeSitio.Cierre => "Se cerró el CATD",
        _ => throw new InvalidOperationException($"Un hecho de sitio sin palabras: {hecho.GetType().Name}."),
    };

    private static string Texto(HechoDeSitio.PuntoRevisado p) => ListaDeComprobacion.De(p.Lista).FirstOrDefault(x => x.Clave == p.Punto)?.Texto ?? p.Punto;
}
