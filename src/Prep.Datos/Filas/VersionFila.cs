using System.Data.Common;
using Prep.Datos.Bases;
using Prep.Dominio.Actas;
using Prep.Dominio.Catalogo;
using Prep.Dominio.Contabilizacion;

namespace Prep.Datos.Filas;

/// <summary>One verified version of an acta. Added, never changed; it waits in <c>por_publicar</c> for the corte that carries it.</summary>
public sealed class VersionFila
{
    private const string Columnas =
        "v.acta, v.version, v.contenido, v.motivo, v.catalogo, v.campos, v.contabilizada, v.observaciones, v.sha256, v.origen, v.medio, v.ajena, v.documento, v.acopio_en, v.captura_en, v.verificada_en, v.razon";

    public long Acta { get; set; }

    public int Version { get; set; }

    public string Contenido { get; set; } = "";

    public string? Motivo { get; set; }

    public long Catalogo { get; set; }

    public byte[]? Campos { get; set; }

    public int Contabilizada { get; set; }

    public int Observaciones { get; set; }

    public string? Sha256 { get; set; }

    public string? Origen { get; set; }

    public string? Medio { get; set; }

    public bool Ajena { get; set; }

    public string Documento { get; set; } = "";

    public long? AcopioEn { get; set; }

    public long? CapturaEn { get; set; }

    public long VerificadaEn { get; set; }

    /// <summary>Why there is a version after the first.</summary>
    public string? Razon { get; set; }

    public static VersionFila De(long acta, long catalogo, RegistroDeActa r) => new()
    {
        Acta = acta,
        Version = r.Version,
        Contenido = r.Contenido.GetType().Name,
        Motivo = (r.Contenido as Contenido.SinActa)?.Motivo.ToString(),
        Catalogo = catalogo,
        Campos = r.Datos is { } d ? CamposCompactos.Escribir(d.Campos) : null,
        Contabilizada = (int)r.Conteo.Contabilizada,
        Observaciones = (int)r.Conteo.Observacion,
        Sha256 = r.Imagen?.Codigo.Hex,
        Origen = r.Imagen?.Origen?.ToString(),
        Medio = r.Imagen?.Medio?.ToString(),
        Ajena = r.Imagen?.Ajena ?? false,
        Documento = r.Documento,
        AcopioEn = r.AcopioEn.AMicros(),
        CapturaEn = r.CapturaEn.AMicros(),
        VerificadaEn = r.VerificadaEn.AMicros(),
        Razon = r.Motivo?.ToString(),
    };

    public RegistroDeActa ARegistro(ActaId id, Boleta? boleta)
    {
        ImagenDeActa? imagen = CodigoDeIntegridad.TryParse(Sha256, out var codigo)
            ? new(codigo, Origen is { } o ? Enum.Parse<Origen>(o) : null, Medio is { } m ? Enum.Parse<Medio>(m) : null, Ajena)
            : null;
        Contenido contenido = Contenido switch
        {
            nameof(Dominio.Actas.Contenido.Capturada) => new Contenido.Capturada(DatosDeActa.DeCampos(boleta!, CamposCompactos.Leer(Campos!))),
            nameof(Dominio.Actas.Contenido.SinActa) => new Contenido.SinActa(Enum.Parse<MotivoSinActa>(Motivo!)),
            _ => new Contenido.FueraDeCatalogo(),
        };
        return new(id, Version, contenido, new((Contabilizada)Contabilizada, (Observacion)Observaciones), imagen, Documento,
            Instante.DeMicros(AcopioEn), Instante.DeMicros(CapturaEn), Instante.DeMicros(VerificadaEn))
        {
            Motivo = Razon is { } razon ? Enum.Parse<MotivoDeVersion>(razon) : null,
        };
    }

    public async Task InsertarAsync(Transaccion tx)
    {
        await tx.EjecutarAsync(
            """
            INSERT INTO version (acta, version, contenido, motivo, catalogo, campos, contabilizada, observaciones, sha256, origen, medio, ajena, documento, acopio_en, captura_en, verificada_en, razon)
            VALUES (@p0, @p1, @p2, @p3, @p4, @p5, @p6, @p7, @p8, @p9, @p10, @p11, @p12, @p13, @p14, @p15, @p16)
            """,
            Acta, Version, Contenido, Motivo, Catalogo, Campos, Contabilizada, Observaciones, Sha256, Origen, Medio, Ajena, Documento, AcopioEn, CapturaEn, VerificadaEn, Razon);
        await tx.EjecutarAsync("INSERT INTO por_publicar (acta, version, suceso) VALUES (@p0, @p1, 0)", Acta, Version);
    }

    /// <summary>Verified by <paramref name="hasta"/> (inclusive), visible here, and in no corte yet.</summary>
    public static Task<List<VersionFila>> PorPublicarAsync(Transaccion tx, long hasta) => tx.TodosAsync(
        $"SELECT {Columnas} FROM por_publicar p JOIN version v ON v.acta = p.acta AND v.version = p.version WHERE p.suceso = 0 AND v.verificada_en <= @p0 ORDER BY v.acta, v.version",
        De, hasta);

    /// <summary>What the cortes up to that one published, oldest version first.</summary>
    public static Task<List<VersionFila>> PublicadasHastaAsync(Transaccion tx, string corte) => tx.TodosAsync(
        $"SELECT {Columnas} FROM corte_agrega a JOIN version v ON v.acta = a.acta AND v.version = a.version WHERE a.suceso = 0 AND a.corte <= @p0 ORDER BY v.acta, v.version",
        De, corte);

    /// <summary>The versions of an acta, up to one, that show that image.</summary>
    public static Task<List<VersionFila>> ConImagenAsync(Transaccion tx, long acta, int hasta, string sha256) => tx.TodosAsync(
        $"SELECT {Columnas} FROM version v WHERE v.acta = @p0 AND v.version <= @p1 AND v.sha256 = @p2 ORDER BY v.version", De, acta, hasta, sha256);

    /// <summary>What that corte published for the first time.</summary>
    public static Task<List<VersionFila>> AgregadasAsync(Transaccion tx, string corte) => tx.TodosAsync(
        $"SELECT {Columnas} FROM corte_agrega a JOIN version v ON v.acta = a.acta AND v.version = a.version WHERE a.suceso = 0 AND a.corte = @p0 ORDER BY v.acta, v.version",
        De, corte);

    private static VersionFila De(DbDataReader f) => new()
    {
        Acta = f.GetInt64(0),
        Version = f.GetInt32(1),
        Contenido = f.GetString(2),
        Motivo = f.Texto(3),
        Catalogo = f.GetInt64(4),
        Campos = f.Bytes(5),
        Contabilizada = f.GetInt32(6),
        Observaciones = f.GetInt32(7),
        Sha256 = f.Texto(8),
        Origen = f.Texto(9),
        Medio = f.Texto(10),
        Ajena = f.GetBoolean(11),
        Documento = f.GetString(12),
        AcopioEn = f.Entero(13),
        CapturaEn = f.Entero(14),
        VerificadaEn = f.GetInt64(15),
        Razon = f.Texto(16),
    };
}
