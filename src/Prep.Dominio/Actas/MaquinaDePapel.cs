namespace Prep.Dominio.Actas;

/// <summary>The transitions of the paper of an acta. Paper received after a photograph does not touch the data: it opens cotejo.</summary>
/// <remarks>Regla A-05. Fuente: spec §3.1 "paper" y §3.5.</remarks>
public static class MaquinaDePapel
{
    /// <summary>The bolsa was opened: the acta was in it, or was not. What was missing may still appear.</summary>
    public static Result<EstadoDePapel> Recibir(EstadoDePapel papel, bool presente) => (papel, presente) switch
    {
        (EstadoDePapel.Esperado, true) or (EstadoDePapel.SinBolsa, true) => EstadoDePapel.Recibido,
        (EstadoDePapel.Esperado, false) => EstadoDePapel.SinBolsa,
        _ => new Rechazo("bolsa_ya_registrada", "La bolsa de esa acta ya se registró. Si hay un error, avise a supervisión.", ClaseDeRechazo.Conflicto),
    };

    /// <summary>The paper was compared with what is published and accepted.</summary>
    public static Result<EstadoDePapel> Cotejar(EstadoDePapel papel) => papel switch
    {
        EstadoDePapel.Recibido or EstadoDePapel.Cotejado => EstadoDePapel.Cotejado,
        EstadoDePapel.Empaquetado => new Rechazo("ya_empaquetada", "El acta ya está empaquetada.", ClaseDeRechazo.Conflicto),
        _ => new Rechazo("sin_papel", "El acta en papel no se ha recibido: no hay con qué cotejar."),
    };

    /// <summary>The paper goes into its package; publication is not needed, cotejo neither.</summary>
    public static Result<EstadoDePapel> Empaquetar(EstadoDePapel papel) => papel switch
    {
        EstadoDePapel.Recibido or EstadoDePapel.Cotejado => EstadoDePapel.Empaquetado,
        EstadoDePapel.Empaquetado => new Rechazo("ya_empaquetada", "El acta ya está empaquetada.", ClaseDeRechazo.Conflicto),
        _ => new Rechazo("sin_papel", "El acta en papel no se ha recibido: no puede empaquetarse."),
    };
}
