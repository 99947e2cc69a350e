using Prep.Dominio.Actas;

namespace Prep.Operacion.Tablero;

/// <summary>Where the data of an acta are, as the tablero counts them. The rounds of captura are one: who watches may also capture.</summary>
public enum Etapa
{
    PorLlegar,
    PorIdentificar,
    OtraImagen,
    EnCaptura,
    EnSupervision,
    SinActaPorConfirmar,
    EnCorreccion,
    PorPublicar,
    Publicada,
}

/// <summary>From the state of an acta to its stage, and its words.</summary>
public static class Etapas
{
    public static readonly IReadOnlyList<Etapa> Todas = Enum.GetValues<Etapa>();

    /// <param name="vigente">Version that is published or waits for it.</param>
    /// <param name="publicada">Whether a corte has carried it.</param>
    /// <exception cref="ArgumentException">The state is that of a fuera de catálogo, which nobody expects.</exception>
    public static Etapa De(string estado, int vigente, bool publicada) => estado switch
    {
        nameof(EstadoDeDatos.Verificada) => publicada ? Etapa.Publicada : Etapa.PorPublicar,
        nameof(EstadoDeDatos.FueraDeCatalogo) or nameof(EstadoDeDatos.Reidentificada) => throw new ArgumentException($"{estado} no se espera.", nameof(estado)),
        _ when vigente > 0 => Etapa.EnCorreccion,
        nameof(EstadoDeDatos.Esperada) => Etapa.PorLlegar,
        nameof(EstadoDeDatos.Digitalizada) or nameof(EstadoDeDatos.PorIdentificar) => Etapa.PorIdentificar,
        nameof(EstadoDeDatos.Redigitalizar) => Etapa.OtraImagen,
        nameof(EstadoDeDatos.EnCola) or nameof(EstadoDeDatos.UnaCaptura) or nameof(EstadoDeDatos.TerceraPendiente) => Etapa.EnCaptura,
        nameof(EstadoDeDatos.Supervision) or nameof(EstadoDeDatos.Retenida) => Etapa.EnSupervision,
        nameof(EstadoDeDatos.SinActaPropuesta) => Etapa.SinActaPorConfirmar,
        _ => throw new ArgumentException($"Estado sin etapa: {estado}.", nameof(estado)),
    };

    public static string Nombre(Etapa etapa) => etapa switch
    {
        Etapa.PorLlegar => "Por llegar",
        Etapa.PorIdentificar => "Por identificar",
        Etapa.OtraImagen => "Esperan otra imagen",
        Etapa.EnCaptura => "En captura",
        Etapa.EnSupervision => "En supervisión",
        Etapa.SinActaPorConfirmar => "Sin acta por confirmar",
        Etapa.EnCorreccion => "En corrección",
        Etapa.PorPublicar => "Verificadas, por publicar",
        _ => "Publicadas",
    };

    public static string Nombre(EstadoDePapel papel) => papel switch
    {
        EstadoDePapel.Esperado => "Bolsa por llegar",
        EstadoDePapel.Recibido => "Recibidas, sin cotejar",
        EstadoDePapel.SinBolsa => "Sin bolsa",
        EstadoDePapel.Cotejado => "Cotejadas",
        _ => "Empaquetadas",
    };

    /// <summary>Stages where somebody has something to do: waiting too long there is an alarm.</summary>
    public static bool Trabaja(Etapa etapa) => etapa is not (Etapa.PorLlegar or Etapa.PorPublicar or Etapa.Publicada);
}
