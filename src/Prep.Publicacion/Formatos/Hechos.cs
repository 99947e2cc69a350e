using Prep.Dominio.Actas;
using Prep.Dominio.Catalogo;
using Prep.Dominio.Contabilizacion;
using Prep.Publicacion.Comprobacion;

namespace Prep.Publicacion.Formatos;

/// <summary>What happened with the acta of a row.</summary>
public enum ClaseDeHecho
{
    /// <summary>Expected and nothing yet.</summary>
    NoCapturada,
    Capturada,
    SinActa,
    FueraDeCatalogo,
}

/// <summary>What the institute published of an acta besides its data: for comparing, never for counting.</summary>
/// <param name="Contabilizada">Null when the row has none.</param>
/// <param name="TextoDeObservaciones">As written.</param>
/// <param name="TotalCalculado">Null for a word or an empty cell.</param>
/// <param name="ListaNominal">Null when a word stands there.</param>
/// <param name="PalabraEnListaNominal">A word of the votes overwrote LISTA_NOMINAL (a defect of Oaxaca 2022).</param>
public sealed record Publicado(
    Contabilizada? Contabilizada,
    ObservacionLeida Observacion,
    string TextoDeObservaciones,
    int? TotalCalculado,
    int? ListaNominal,
    bool PalabraEnListaNominal,
    Cotejo Cotejo);

/// <summary>One row of an official file as facts.</summary>
/// <param name="Linea">Of the file, from 1.</param>
/// <param name="Desplazamiento">For <see cref="ArchivoOficial.Celdas"/>.</param>
/// <param name="Datos">Only of a captured acta, in the order of its area's boleta.</param>
/// <param name="Documento">TIPO_DOCUMENTO, upper case; empty when none.</param>
public sealed record Hecho(
    int Linea,
    int Desplazamiento,
    ActaId Id,
    ClaseDeHecho Clase,
    DatosDeActa? Datos,
    MotivoSinActa? Motivo,
    CodigoDeIntegridad? Codigo,
    DateTimeOffset? AcopioEn,
    DateTimeOffset? CapturaEn,
    DateTimeOffset? VerificacionEn,
    Origen? Origen,
    Medio? Medio,
    string Documento,
    Publicado Publicado);

/// <summary>Every row of a file as facts of one election.</summary>
/// <param name="CorteEn">Instant of the file's own corte; null when its header has no hour.</param>
/// <param name="Actas">Aligned with <see cref="Eleccion.Actas"/>; null where the file has no row.</param>
/// <param name="FueraDeCatalogo">In order of reception; ids <c>FC-0001</c>…</param>
/// <param name="Faltas">Rows that cannot be used as they are.</param>
public sealed record Hechos(
    ArchivoOficial Archivo,
    Eleccion Eleccion,
    DateTimeOffset? CorteEn,
    IReadOnlyList<Hecho?> Actas,
    IReadOnlyList<Hecho> FueraDeCatalogo,
    IReadOnlyList<Hallazgo> Faltas,
    IReadOnlyList<Hallazgo> Avisos)
{
    /// <summary>Rows whose acta the election does not have, without votes by contendiente. Each is also one of <see cref="Faltas"/>, of the codes <see cref="CodigosSinLugar"/>.</summary>
    public IReadOnlyList<Hecho> SinLugar { get; init; } = [];

    public static readonly IReadOnlySet<string> CodigosSinLugar = new HashSet<string> { "area_desconocida", "acta_desconocida", "casilla_repetida" };
}
