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
    private static readonly ColumnaPublica[] _entregables =
    [
        new("numero", "En la lista de documentos que pide el Reglamento de Elecciones, Anexo 13."),
        new("entregable", "Su nombre."),
        new("aprueba", "Órgano que lo aprueba."),
        new("estado", "En qué va."),
        new("cumplido", "Si ya no se espera nada más de él."),
        new("acuerdo", "Número del acuerdo que lo aprobó."),
        new("acuerdo_fecha", "Su fecha."),
        new("plazo_proyecto", "Plazo de referencia de su proyecto."),
        new("plazo_final", "Plazo de referencia de su versión final."),
        new("enviado_al_ine", "Última vez que se envió al INE."),
        new("actividades", "Claves de las actividades del plan que le tocan."),
    ];

    private static readonly ColumnaPublica[] _documentos =
    [
        new("numero", "Del documento; lo comparten sus versiones."),
        new("version", "Desde 1; faltan las que estén reservadas."),
        new("titulo", "Cómo se llama."),
        new("clase", "Proyecto, Versión final, Acuerdo, Minuta…"),
        new("asunto", "De qué es: actividad, entregable, sesión…, con su clave."),
        new("asunto_titulo", "Lo mismo, en palabras."),
        new("fecha", "Cuándo se entregó."),
        new("acuerdo", "Número del acuerdo que aprobó esa versión."),
        new("archivo", "Su nombre."),
        new("bytes", "Lo que pesa."),
        new("sha256", "Código de su contenido: cámbiele una letra y será otro."),
        new("ruta", "Dónde está, desde la raíz de la publicación."),
    ];

    private static readonly ColumnaPublica[] _observaciones =
    [
        new("numero", "De la observación."),
        new("fecha", "Cuándo se hizo."),
        new("observa", "En qué puesto la hizo quien observó."),
        new("asunto", "Sobre qué: actividad, entregable, sesión…, con su clave."),
        new("asunto_titulo", "Lo mismo, en palabras."),
        new("observacion", "Lo que dice."),
        new("respuesta", "Lo último que se respondió."),
        new("atencion", "Atendida, No procede o En estudio."),
        new("respondida", "Cuándo."),
    ];

    public static TablaPublica Entregables(Programa programa) => new("entregables", "Entregables", _entregables,
    [
        .. EstadoDeEntregable.Todos(programa).Select(e => (IReadOnlyList<object?>)
        [
            e.Entregable.Numero, e.Entregable.Nombre, Palabras.De(e.Entregable.Aprueba), e.EnPalabras, e.Cumplido, e.Avance.Aprobacion?.Acuerdo, e.Avance.Aprobacion?.Fecha,
            Plazo(programa, e.Entregable.Proyecto), Plazo(programa, e.Entregable.Final), e.Envios.IsEmpty ? null : e.Envios[^1].Fecha, e.Actividades.Select(a => a.Actividad.Id),
        ]),
    ]);

    public static TablaPublica Documentos(Programa programa) => new("documentos", "Documentos públicos", _documentos,
    [
        .. DocumentosPublicos.De(programa).SelectMany(d => d.Versiones.Select(v => (IReadOnlyList<object?>)
        [
            d.Documento.Numero, v.Version, v.Titulo, PalabrasDeDocumentos.De(v.Clase), $"{d.Documento.Asunto}", AsuntosDelPrograma.Titulo(programa, d.Documento.Asunto), v.En, v.Aprobacion?.Acuerdo,
            v.Archivo, v.Bytes, v.Sha256, DocumentosPublicos.Ruta(v),
        ])),
    ]);

    /// <summary>Those that were answered.</summary>
    public static TablaPublica Observaciones(Programa programa) => new("observaciones", "Observaciones respondidas", _observaciones,
    [
        .. Respondidas(programa).Select(o => (IReadOnlyList<object?>)
        [
            o.Numero, o.En, NombreDePuesto.De(o.Puesto), $"{o.Asunto}", AsuntosDelPrograma.Titulo(programa, o.Asunto), o.Texto, o.Respuestas[^1].Texto, PalabrasDeObservaciones.De(o.Atencion), o.Respuestas[^1].En,
        ]),
    ]);

    public static IEnumerable<Observacion> Respondidas(Programa programa) => programa.Observaciones.Todas.Values.Where(o => !o.Respuestas.IsEmpty && LugarPublico.EsPublico(o.Asunto));

    private static DateOnly? Plazo(Programa programa, int? dias) => dias is { } d ? programa.Plan.Definicion.Jornada.AddDays(d) : null;
}
