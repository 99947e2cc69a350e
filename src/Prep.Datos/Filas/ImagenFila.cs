using System.Data.Common;
using Prep.Datos.Bases;
using Prep.Dominio.Actas;
using Prep.Dominio.Catalogo;

namespace Prep.Datos.Filas;

/// <summary>What an image is for its acta. All images are kept.</summary>
public enum EstadoDeImagen
{
    PorIdentificar,

    /// <summary>The one that is captured and published.</summary>
    Vigente,

    /// <summary>Linked to an acta that already had one; never captured.</summary>
    Duplicada,

    /// <summary>Of a held acta (E6): a supervisor decides.</summary>
    Retenida,

    /// <summary>Unusable, or replaced by a better one.</summary>
    Sustituida,
    FueraDeCatalogo,
}

/// <summary>One received image.</summary>
public sealed class ImagenFila
{
    private const string Columnas = "id, sha256, acta, estado, origen, medio, documento, ajena, clase, acopio_en, recibida_en, persona, propuesta, propuesta_de, retiro_de, retirada_en";

    public long Id { get; set; }

    public string Sha256 { get; set; } = "";

    public long? Acta { get; set; }

    public EstadoDeImagen Estado { get; set; }

    public string? Origen { get; set; }

    public string? Medio { get; set; }

    public string Documento { get; set; } = "";

    /// <summary>The hash is the original's and there are no bytes; the database refuses it outside a repetición.</summary>
    public bool Ajena { get; set; }

    public string Clase { get; set; } = "";

    /// <summary>Phone: instant of the photograph. CATD: reception of the bolsa it came in, when that bolsa had no row for its acta.</summary>
    public long? AcopioEn { get; set; }

    public long RecibidaEn { get; set; }

    public string Persona { get; set; } = "";

    /// <summary>Acta that one person proposed, waiting for a second: its number, or <c>FC</c>.</summary>
    public string? Propuesta { get; set; }

    public string? PropuestaDe { get; set; }

    /// <summary>Who asked first that it be withdrawn, while a second person is needed. Identity has its own proposal.</summary>
    public string? RetiroDe { get; set; }

    /// <summary>Withdrawn by two persons with a reason: its bytes are shown to nobody.</summary>
    public long? RetiradaEn { get; set; }

    /// <summary>Reads inside a snapshot, which may not lock.</summary>
    public static Task<ImagenFila?> LeerSinBloqueoAsync(Transaccion tx, long id) =>
        tx.UnoAsync($"SELECT {Columnas} FROM imagen WHERE id = @p0", De, id);

    public static Task<ImagenFila?> LeerAsync(Transaccion tx, long id) =>
        tx.UnoAsync($"SELECT {Columnas} FROM imagen WHERE id = @p0{tx.Base.ConBloqueo}", De, id);

    public static Task<List<ImagenFila>> PorCodigoAsync(Transaccion tx, string sha256) =>
        tx.TodosAsync($"SELECT {Columnas} FROM imagen WHERE sha256 = @p0 ORDER BY id", De, sha256);

    public static Task<List<ImagenFila>> DeActaAsync(Transaccion tx, long acta) =>
        tx.TodosAsync($"SELECT {Columnas} FROM imagen WHERE acta = @p0 ORDER BY id", De, acta);

    /// <summary>The image that a version of the acta shows, if it is still linked to it.</summary>
    public static Task<ImagenFila?> DeVersionAsync(Transaccion tx, long acta, int version) => tx.UnoAsync(
        $"SELECT {Columnas} FROM imagen WHERE acta = @p0 AND sha256 = (SELECT v.sha256 FROM version v WHERE v.acta = @p0 AND v.version = @p1) ORDER BY id LIMIT 1{tx.Base.ConBloqueo}",
        De, acta, version);

    public static Task<List<ImagenFila>> DeEstadoAsync(Transaccion tx, EstadoDeImagen estado) =>
        tx.TodosAsync($"SELECT {Columnas} FROM imagen WHERE estado = @p0 ORDER BY id", De, estado.ToString());

    /// <summary>Inserts and takes its id.</summary>
    public async Task InsertarAsync(Transaccion tx) => Id = await tx.EscalarAsync<long>(
        """
        INSERT INTO imagen (sha256, acta, estado, origen, medio, documento, ajena, clase, acopio_en, recibida_en, persona, propuesta, propuesta_de)
        VALUES (@p0, @p1, @p2, @p3, @p4, @p5, @p6, @p7, @p8, @p9, @p10, @p11, @p12) RETURNING id
        """,
        Sha256, Acta, Estado.ToString(), Origen, Medio, Documento, Ajena, Clase, AcopioEn, RecibidaEn, Persona, Propuesta, PropuestaDe);

    public Task GuardarAsync(Transaccion tx) => tx.EjecutarAsync(
        "UPDATE imagen SET acta = @p1, estado = @p2, propuesta = @p3, propuesta_de = @p4, retiro_de = @p5, retirada_en = @p6, acopio_en = @p7 WHERE id = @p0",
        Id, Acta, Estado.ToString(), Propuesta, PropuestaDe, RetiroDe, RetiradaEn, AcopioEn);

    public ImagenDeActa APublicada()
    {
        _ = CodigoDeIntegridad.TryParse(Sha256, out var codigo);
        return new(codigo, Origen is { } o ? Enum.Parse<Origen>(o) : null, Medio is { } m ? Enum.Parse<Medio>(m) : null, Ajena);
    }

    private static ImagenFila De(DbDataReader f) => new()
    {
        Id = f.GetInt64(0),
        Sha256 = f.GetString(1),
        Acta = f.Entero(2),
        Estado = Enum.Parse<EstadoDeImagen>(f.GetString(3)),
        Origen = f.Texto(4),
        Medio = f.Texto(5),
        Documento = f.GetString(6),
        Ajena = f.GetBoolean(7),
        Clase = f.GetString(8),
        AcopioEn = f.Entero(9),
        RecibidaEn = f.GetInt64(10),
        Persona = f.GetString(11),
        Propuesta = f.Texto(12),
        PropuestaDe = f.Texto(13),
        RetiroDe = f.Texto(14),
        RetiradaEn = f.Entero(15),
    };
}
