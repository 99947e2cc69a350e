using Prep.Datos.Filas;
using Prep.Dominio.Actas;
using Prep.Operacion.Acopio;

namespace Prep.Operacion.Supervision;

/// <summary>States and entries of the bitácora as a supervisor reads them.</summary>
public static class Palabras
{
    public static string De(Asunto asunto) => asunto switch
    {
        Asunto.Diferencia => "Tres capturas distintas",
        Asunto.Reportada => "Imagen reportada",
        Asunto.EsperaImagen => "Espera otra imagen",
        Asunto.PorIdentificar => "Falta saber qué acta es",
        Asunto.SinActa => "Sin acta por confirmar",
        Asunto.DosActas => "Dos actas distintas",
        Asunto.Retiro => "Imagen por retirar",
        Asunto.OtraImagen => "Llegó otra imagen",
        _ => "Fuera de catálogo",
    };

    /// <summary>Where the acta is, in a sentence.</summary>
    public static string De(EstadoDeDatos datos) => datos switch
    {
        EstadoDeDatos.Esperada => "No ha llegado nada de esta acta.",
        EstadoDeDatos.Digitalizada => "Su imagen espera que una segunda persona diga qué acta es.",
        EstadoDeDatos.PorIdentificar => "Lo escrito en la imagen no corresponde a su casilla: dos personas deben decir qué acta es.",
        EstadoDeDatos.Redigitalizar => "Espera otra imagen.",
        EstadoDeDatos.EnCola => "En la cola de captura.",
        EstadoDeDatos.UnaCaptura or EstadoDeDatos.TerceraPendiente => "En captura.",
        EstadoDeDatos.Supervision => "Tres capturas distintas: decide supervisión.",
        EstadoDeDatos.Retenida => "Retenida: hay dos actas distintas de la misma casilla.",
        EstadoDeDatos.SinActaPropuesta s => $"Alguien dice que no hay acta, por {NombreDeMotivo.De(s.Motivo)}. Falta confirmar.",
        EstadoDeDatos.Verificada { SinActa: true } => "Sin acta, confirmado.",
        EstadoDeDatos.Verificada => "Verificada.",
        EstadoDeDatos.FueraDeCatalogo => "Fuera de catálogo.",
        _ => "Se identificó como otra acta.",
    };

    public static string De(EstadoDeImagen estado) => estado switch
    {
        EstadoDeImagen.PorIdentificar => "por identificar",
        EstadoDeImagen.Vigente => "la que se captura",
        EstadoDeImagen.Duplicada => "llegó después",
        EstadoDeImagen.Retenida => "retenida",
        EstadoDeImagen.Sustituida => "sustituida",
        _ => "fuera de catálogo",
    };

    /// <summary>Who captured is told to nobody: the rest of the entries name their person.</summary>
    public static bool NombraPersona(BitacoraFila apunte) => apunte.Accion is not ("captura" or "clave_no_coincide" or "imagen_reportada" or "imagen_vista");

    /// <summary>An entry in words, with its motive.</summary>
    public static string De(BitacoraFila apunte) => (apunte.Accion, Detalle: apunte.Detalle) switch
    {
        ("bolsa_registrada", var d) => d.StartsWith(nameof(EstadoDePapel.Recibido), StringComparison.Ordinal) ? "Se recibió el acta en papel" : "Se abrió la bolsa y el acta no venía",
        ("papel_trasladado", var d) => $"El papel se envió: {d}",
        ("imagen_digitalizada", _) => "Llegó una imagen; una persona dijo de qué acta es",
        ("imagen_en_cola", _) => "Llegó una imagen y entró a la cola de captura",
        ("imagen_duplicada", _) => "Llegó otra imagen: se guarda y no se captura",
        ("imagen_retenida", _) => "Llegó una imagen y quedó retenida",
        ("imagen_vista", _) => "Otra persona ya había visto su imagen: no capturará esta acta",
        ("imagen_identificada", _) => "Dos personas confirmaron qué acta es",
        ("imagen_de_otra_acta", _) => "La imagen resultó de otra acta y salió de ésta",
        ("captura", _) => "Se entregó una captura",
        ("clave_no_coincide", _) => "Quien capturaba leyó en la imagen otra casilla",
        ("imagen_reportada", var d) => "Quien capturaba reportó la imagen: " + (d.Split(' ')[^1] switch
        {
            "Cortada" => "está cortada",
            "Ilegible" => "no se lee",
            "OtraEleccion" => "es de otra elección o casilla",
            _ => "no es un acta",
        }),
        ("sin_acta_propuesta", var d) => $"Se propuso sin acta por {Motivo(d)}",
        ("sin_acta_confirmada", var d) => $"Se confirmó sin acta por {Motivo(d)}",
        ("sin_acta_rechazada", var d) => $"No se aceptó que no haya acta: {d}",
        ("resuelta_en_supervision", var d) => $"Supervisión resolvió los campos distintos: {d}",
        ("redigitalizacion_pedida", var d) => $"Se pidió otra imagen: {d}",
        ("imagen_aceptada", var d) => $"Se aceptó la imagen como está: {d}",
        ("acta_retenida", var d) => $"Se retuvo: {d}",
        ("dos_actas_distintas", var d) => $"Se avisó de dos actas distintas{(d.Length > 0 ? $": {d}" : "")}",
        ("acta_liberada", var d) => $"Se eligió qué imagen vale: {d}",
        ("correccion_abierta", var d) => $"Se abrió una corrección: {d}",
        ("retiro_propuesto", var d) => $"Se pidió retirar una imagen: {SinCodigo(d)}",
        ("imagen_retirada", var d) => $"Se retiró una imagen: {SinCodigo(d)}",
        ("cotejo_aceptado", _) => "El cotejo halló igual el papel y lo publicado",
        ("cotejo_difiere", var d) => $"El cotejo halló diferencias y pidió corregir: {d}",
        ("acta_empaquetada", _) => "El papel se empaquetó",
        ("fuera_de_catalogo", _) => "Dos personas dijeron que no es de ninguna casilla del catálogo",
        ("reidentificada", _) => "Se identificó como otra acta",
        var (accion, detalle) => $"{accion.Replace('_', ' ')} {detalle}",
    };

    private static string Motivo(string detalle) => Enum.TryParse<MotivoSinActa>(detalle, out var motivo) ? NombreDeMotivo.De(motivo) : detalle;

    private static string SinCodigo(string detalle) => detalle[(detalle.IndexOf(' ') + 1)..];
}
