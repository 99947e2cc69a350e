namespace Prep.Dominio.Sitios;

/// <summary>What may be written in the bitácora of a site, given what it already says.</summary>
/// <remarks>Regla S-01. Fuente: Anexo 13 (CATD) y plan de continuidad; RE 2024; spec §3.2, §3.4 E9 y E10, §14 "close".</remarks>
public static class ReglasDeSitio
{
    /// <summary>Longest text of an entry, in characters.</summary>
    public const int LargoDeTexto = 2000;

    /// <param name="papelPendiente">Actas in paper at this site that are in no package.</param>
    /// <returns>The same fact, or <c>sitio_cerrado</c>, <c>faltan_puntos</c>, <c>ya_abierto</c>, <c>incidentes_abiertos</c>, <c>papel_pendiente</c>,
    /// <c>incidente_desconocido</c>, <c>incidente_cerrado</c>, <c>no_esta_abierto</c>, <c>no_esta_sellado</c>, <c>falta_texto</c>, <c>en_el_futuro</c>.</returns>
    public static Result<HechoDeSitio> Admitir(EstadoDeSitio estado, HechoDeSitio hecho, DateTimeOffset ocurridoEn, DateTimeOffset ahora, int papelPendiente) =>
        Textos(hecho, ocurridoEn, ahora) ?? Situacion(estado, hecho, papelPendiente) ?? (Result<HechoDeSitio>)hecho;

    private static Rechazo? Textos(HechoDeSitio hecho, DateTimeOffset ocurridoEn, DateTimeOffset ahora)
    {
        var texto = hecho switch
        {
            HechoDeSitio.IncidenteAbierto i => i.Texto,
            HechoDeSitio.AccionTomada a => a.Texto,
            HechoDeSitio.RespuestaDelCentro r => r.Texto,
            HechoDeSitio.IncidenteCerrado c => c.Texto,
            HechoDeSitio.Sello s => s.Motivo,
            HechoDeSitio.Traslado t when string.IsNullOrWhiteSpace(t.Alterno) => "",
            HechoDeSitio.Traslado t => t.Motivo,
            HechoDeSitio.Reapertura r => r.Texto,
            HechoDeSitio.Observacion o => o.Texto,
            HechoDeSitio.ObservacionAtendida o => o.Texto,
            HechoDeSitio.PuntoRevisado { Respuesta: RespuestaDeLista.Si } => "sí",
            HechoDeSitio.PuntoRevisado p => p.Nota,
            _ => "-",
        };
        return hecho switch
        {
            _ when string.IsNullOrWhiteSpace(texto) => hecho is HechoDeSitio.PuntoRevisado
                ? new("falta_texto", "Si el punto no se cumple o no aplica, escriba por qué.", ClaseDeRechazo.Entrada)
                : new("falta_texto", "Escriba qué pasó o qué se hizo.", ClaseDeRechazo.Entrada),
            _ when texto.Length > LargoDeTexto => new("texto_largo", $"El texto pasa de {LargoDeTexto} caracteres. Resúmalo.", ClaseDeRechazo.Entrada),
            HechoDeSitio.Reapertura { ActasContadas: < 0 } => new("conteo_negativo", "El conteo de actas en papel no puede ser negativo.", ClaseDeRechazo.Entrada),
            HechoDeSitio.PuntoRevisado p when ListaDeComprobacion.De(p.Lista).All(x => x.Clave != p.Punto) => new("punto_desconocido", $"La lista no tiene el punto «{p.Punto}».", ClaseDeRechazo.NoExiste),
            _ when ocurridoEn > ahora => new("en_el_futuro", "La hora declarada todavía no llega. Revise la hora.", ClaseDeRechazo.Entrada),
            _ => null,
        };
    }

    private static Rechazo? Situacion(EstadoDeSitio estado, HechoDeSitio hecho, int papelPendiente) => hecho switch
    {
        HechoDeSitio.Observacion or HechoDeSitio.ObservacionAtendida when hecho is HechoDeSitio.ObservacionAtendida o && estado.Observaciones.All(x => x.Suceso.Numero != o.Numero)
            => new("observacion_desconocida", "No hay una observación con ese número.", ClaseDeRechazo.NoExiste),
        HechoDeSitio.ObservacionAtendida o when estado.Observaciones.Any(x => x.Suceso.Numero == o.Numero && x.Atencion is not null)
            => new("observacion_atendida", "Esa observación ya se atendió.", ClaseDeRechazo.Conflicto),
        HechoDeSitio.Observacion or HechoDeSitio.ObservacionAtendida => null,
        _ when estado.Situacion == SituacionDeSitio.Cerrado => new("sitio_cerrado", "El CATD ya cerró: su bitácora sólo admite observaciones.", ClaseDeRechazo.Conflicto),
        HechoDeSitio.Apertura when estado.Situacion != SituacionDeSitio.SinAbrir => new("ya_abierto", "El CATD ya abrió.", ClaseDeRechazo.Conflicto),
        HechoDeSitio.Apertura => Completa(estado, MomentoDeLista.Apertura),
        HechoDeSitio.Cierre when estado.Situacion == SituacionDeSitio.SinAbrir => NoAbierto,
        HechoDeSitio.Cierre when estado.Incidentes.Any(i => i.Abierto) => new("incidentes_abiertos",
            $"Quedan incidentes abiertos: {string.Join(", ", estado.Incidentes.Where(i => i.Abierto).Select(i => $"el {i.Numero}"))}. Ciérrelos, aunque sea diciendo que quedaron sin resolver."),
        HechoDeSitio.Cierre when papelPendiente > 0 => new("papel_pendiente", $"Hay {papelPendiente} actas en papel sin empaquetar. Empáquelas antes de cerrar."),
        HechoDeSitio.Cierre => Completa(estado, MomentoDeLista.Cierre),
        HechoDeSitio.AccionTomada a => Abierto(estado, a.Incidente),
        HechoDeSitio.RespuestaDelCentro r => Abierto(estado, r.Incidente),
        HechoDeSitio.IncidenteCerrado c => Abierto(estado, c.Incidente),
        HechoDeSitio.Sello when estado.Situacion is not (SituacionDeSitio.Abierto or SituacionDeSitio.EnAlterno) => NoAbierto,
        HechoDeSitio.Traslado when estado.Situacion == SituacionDeSitio.SinAbrir => NoAbierto,
        HechoDeSitio.Reapertura when estado.Situacion is not (SituacionDeSitio.Sellado or SituacionDeSitio.EnAlterno)
            => new("no_esta_sellado", "El CATD no está sellado ni en un sitio alterno: no hay qué reabrir.", ClaseDeRechazo.Conflicto),
        _ => null,
    };

    private static Rechazo NoAbierto => new("no_esta_abierto", "El CATD no está abierto. Complete la lista de apertura y ábralo.", ClaseDeRechazo.Conflicto);

    private static Rechazo? Completa(EstadoDeSitio estado, MomentoDeLista lista) =>
        estado.Faltan(lista).Select(p => $"«{p.Texto.TrimEnd('.')}»").ToList() is { Count: > 0 } faltan
            ? new("faltan_puntos", $"Faltan puntos de la lista: {string.Join("; ", faltan)}.")
            : null;

    private static Rechazo? Abierto(EstadoDeSitio estado, int numero) => estado.Incidente(numero) switch
    {
        null => new("incidente_desconocido", $"No hay un incidente {numero} en este CATD.", ClaseDeRechazo.NoExiste),
        { Abierto: false } => new("incidente_cerrado", $"El incidente {numero} ya se cerró. Si volvió a pasar, abra otro.", ClaseDeRechazo.Conflicto),
        _ => null,
    };
}
