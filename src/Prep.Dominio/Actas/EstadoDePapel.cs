namespace Prep.Dominio.Actas;

/// <summary>Where the paper of an acta is; it advances apart from the data (spec §3.1).</summary>
public enum EstadoDePapel
{
    Esperado,

    /// <summary>The bolsa arrived and the acta was in it.</summary>
    Recibido,

    /// <summary>The paquete came without bolsa, or the bolsa without this acta.</summary>
    SinBolsa,

    /// <summary>Compared with what is published and accepted (1, or 2 after a correction).</summary>
    Cotejado,
    Empaquetado,
}
