namespace Prep.Dominio.Sitios;

public enum MomentoDeLista
{
    Apertura,
    Cierre,
}

public enum RespuestaDeLista
{
    Si,
    No,
    NoAplica,
}

/// <param name="Clave">Names the point in the bitácora.</param>
/// <param name="Texto">What the coordinator answers.</param>
public sealed record PuntoDeLista(string Clave, string Texto);

/// <summary>What a CATD looks at before it opens and before it closes.</summary>
/// <remarks>Fuente: Anexo 13, CATD: personal, equipo, enlace y energía; RE 2024; spec §3.2, fase 0 y fase 8.</remarks>
public static class ListaDeComprobacion
{
    public static readonly IReadOnlyList<PuntoDeLista> Apertura =
    [
        new("escaner", "Se digitalizó la hoja de prueba y se lee bien en pantalla."),
        new("enlace", "Hay enlace con el centro por el medio principal."),
        new("enlace-de-respaldo", "Se probó el enlace de respaldo."),
        new("energia", "Hay energía eléctrica y los equipos están conectados."),
        new("respaldo-de-energia", "Se probó la planta o los UPS."),
        new("personal", "Está presente el personal del padrón, o su suplente."),
        new("papeleria", "Hay etiquetas QR, formatos y cajas para empaquetar."),
        new("hora", "La hora de los equipos es la oficial."),
        new("bolsas", "No hay bolsas PREP de pruebas en las mesas."),
    ];

    public static readonly IReadOnlyList<PuntoDeLista> Cierre =
    [
        new("digitalizado", "No quedan actas en papel sin digitalizar."),
        new("empaquetado", "Las actas en papel están empaquetadas y rotuladas."),
        new("entrega", "Los paquetes se entregaron al consejo con su recibo."),
        new("personal", "El personal registró su salida."),
        new("equipos", "Los equipos se apagaron y se resguardaron."),
    ];

    public static IReadOnlyList<PuntoDeLista> De(MomentoDeLista momento) => momento == MomentoDeLista.Apertura ? Apertura : Cierre;
}
