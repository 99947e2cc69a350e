using Prep.Dominio.Catalogo;
using Prep.Dominio.Contabilizacion;

namespace Prep.Dominio.Actas;

/// <summary>ORIGEN: where the image was made.</summary>
public enum Origen
{
    Catd,
    Casilla,
}

/// <summary>DIGITALIZACION: with what it was made.</summary>
public enum Medio
{
    Escaner,
    Movil,
    UrnaElectronica,
}

/// <summary>Why there is no acta.</summary>
/// <remarks>Regla C-07. Fuente: spec §5.2, filas B1 a B3; LEEME Puebla 2024.</remarks>
public enum MotivoSinActa
{
    PaqueteNoEntregado,
    CasillaNoInstalada,
    PaqueteEntregadoSinBolsa,
}

/// <summary>COTEJADA: 0 not yet; 1 accepted; 2 accepted after correction; 3 in correction.</summary>
public enum Cotejo
{
    Pendiente = 0,
    Aceptada = 1,
    AceptadaTrasCorreccion = 2,
    EnCorreccion = 3,
}

/// <summary>The image of an acta as published.</summary>
/// <param name="Codigo">SHA-256 of the published bytes.</param>
/// <param name="Ajena">The hash is the original's and there are no bytes ("imagen no incluida"); only in a repetición.</param>
/// <param name="Retirada">Withdrawn by two persons with a reason: a notice stands in its place.</param>
public sealed record ImagenDeActa(CodigoDeIntegridad Codigo, Origen? Origen, Medio? Medio, bool Ajena = false, bool Retirada = false);

/// <summary>What a version says of its acta: closed family.</summary>
public abstract record Contenido
{
    private Contenido()
    {
    }

    public sealed record Capturada(DatosDeActa Datos) : Contenido;

    public sealed record SinActa(MotivoSinActa Motivo) : Contenido;

    /// <summary>Not matched to any casilla of the catalogue: image and reception, never votes.</summary>
    public sealed record FueraDeCatalogo : Contenido;
}

/// <summary>One verified version of an acta: what a corte publishes and the log records. Never changed; a correction adds a version.</summary>
/// <param name="Version">From 1, per acta.</param>
/// <param name="Documento">TIPO_DOCUMENTO: <c>ACTA PREP</c>, <c>RPP</c>, <c>CC</c>…; empty without acta.</param>
/// <param name="AcopioEn">Null when it does not apply. UTC.</param>
/// <param name="VerificadaEn">Instant from which cortes may carry it. For a fuera de catálogo, its reception. UTC.</param>
public sealed record RegistroDeActa(
    ActaId Id,
    int Version,
    Contenido Contenido,
    Conteo Conteo,
    ImagenDeActa? Imagen,
    string Documento,
    DateTimeOffset? AcopioEn,
    DateTimeOffset? CapturaEn,
    DateTimeOffset VerificadaEn,
    Cotejo Cotejo = Cotejo.Pendiente)
{
    /// <summary>Why there is a version after the first; null in the first, and where the source keeps no reason.</summary>
    public MotivoDeVersion? Motivo { get; init; }

    public DatosDeActa? Datos => (Contenido as Contenido.Capturada)?.Datos;

    /// <summary>False where the official file gives no instant of verification (sin acta, fuera de catálogo): the column prints N/A.</summary>
    public bool PublicaVerificacion => Contenido is Contenido.Capturada;
}
