using Prep.Operacion.Puestos;
using Prep.Seguimiento.Asuntos;
using Prep.Seguimiento.Documentos;
using Prep.Seguimiento.Entregables;
using Prep.Seguimiento.Observaciones;
using Prep.Seguimiento.Plan;

namespace Prep.Seguimiento.Publico;

/// <summary>Deliverables, documents and observations as open data.</summary>
public static class DatosDePapeles
{
    private static readonly string[] _entregables =
    [
        "numero", "entregable", "aprueba", "estado", "cumplido", "acuerdo", "acuerdo_fecha", "plazo_proyecto", "plazo_final", "enviado_al_ine", "actividades",
    ];

    private static readonly string[] _documentos =
    [
        "numero", "version", "titulo", "clase", "asunto", "asunto_titulo", "fecha", "acuerdo", "archivo", "bytes", "sha256", "ruta",
    ];

    private static readonly string[] _observaciones =
    [
        "numero", "fecha", "observa", "asunto", "asunto_titulo", "observacion", "respuesta", "atencion", "respondida",
    ];

    public static TablaPublica Entregables(Programa programa) => new("entregables", _entregables,
    [
        .. EstadoDeEntregable.Todos(programa).Select(e => (IReadOnlyList<object?>)
        [
            e.Entregable.Numero, e.Entregable.Nombre, Palabras.De(e.Entregable.Aprueba), e.EnPalabras, e.Cumplido, e.Avance.Aprobacion?.Acuerdo, e.Avance.Aprobacion?.Fecha,
            Plazo(programa, e.Entregable.Proyecto), Plazo(programa, e.Entregable.Final), e.Envios.IsEmpty ? null : e.Envios[^1].Fecha, e.Actividades.Select(a => a.Actividad.Id),
        ]),
    ]);

    public static TablaPublica Documentos(Programa programa) => new("documentos", _documentos,
    [
        .. DocumentosPublicos.De(programa).SelectMany(d => d.Versiones.Select(v => (IReadOnlyList<object?>)
        [
            d.Documento.Numero, v.Version, v.Titulo, PalabrasDeDocumentos.De(v.Clase), $"{d.Documento.Asunto}", AsuntosDelPrograma.Titulo(programa, d.Documento.Asunto), v.En, v.Aprobacion?.Acuerdo,
            v.Archivo, v.Bytes, v.Sha256, DocumentosPublicos.Ruta(v),
        ])),
    ]);

    /// <summary>Those that were answered.</summary>
    public static TablaPublica Observaciones(Programa programa) => new("observaciones", _observaciones,
    [
        .. Respondidas(programa).Select(o => (IReadOnlyList<object?>)
        [
            o.Numero, o.En, NombreDePuesto.De(o.Puesto), $"{o.Asunto}", AsuntosDelPrograma.Titulo(programa, o.Asunto), o.Texto, o.Respuestas[^1].Texto, PalabrasDeObservaciones.De(o.Atencion), o.Respuestas[^1].En,
        ]),
    ]);

    public static IEnumerable<Observacion> Respondidas(Programa programa) => programa.Observaciones.Todas.Values.Where(o => !o.Respuestas.IsEmpty && LugarPublico.EsPublico(o.Asunto));

    private static DateOnly? Plazo(Programa programa, int? dias) => dias is { } d ? programa.Plan.Definicion.Jornada.AddDays(d) : null;
}
