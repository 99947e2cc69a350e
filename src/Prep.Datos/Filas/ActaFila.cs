using System.Data.Common;
using Prep.Datos.Bases;
using Prep.Dominio.Actas;
using Prep.Dominio.Catalogo;

namespace Prep.Datos.Filas;

using static EstadoDeDatos;

/// <summary>The small row of an acta: its state, its place in the queue, its paper and the head of its chain.</summary>
public sealed class ActaFila
{
    private const string Columnas =
        "numero, eleccion, area, clave, ordinal, estado, vigente, sin_acta, imagen, vacantes, cola, papel, documento, acopio_en, acopio_registrado_en, catd, cotejo, cotejador, motivo, propuesta_de, eslabones, cadena, estado_en";

    /// <summary>Place in the catalogue, from 1, elections one after another; a fuera de catálogo comes after all.</summary>
    public long Numero { get; set; }

    public string Eleccion { get; set; } = "";

    public string Area { get; set; } = "";

    public string Clave { get; set; } = "";

    public int Ordinal { get; set; } = 1;

    public string Estado { get; set; } = nameof(Esperada);

    public int Vigente { get; set; }

    public bool SinActa { get; set; }

    public long? Imagen { get; set; }

    /// <summary>Captures that the queue still has to hand out.</summary>
    public int Vacantes { get; set; }

    /// <summary>Order in the queue; null when it is not there.</summary>
    public long? Cola { get; set; }

    public string Papel { get; set; } = nameof(EstadoDePapel.Esperado);

    /// <summary>TIPO_DOCUMENTO of the paper in the bolsa.</summary>
    public string Documento { get; set; } = "";

    /// <summary>Declared reception of the bolsa.</summary>
    public long? AcopioEn { get; set; }

    /// <summary>When that declaration was recorded.</summary>
    public long? AcopioRegistradoEn { get; set; }

    /// <summary>Where the paper is.</summary>
    public string? Catd { get; set; }

    public int Cotejo { get; set; }

    public string? Cotejador { get; set; }

    public string? Motivo { get; set; }

    public string? PropuestaDe { get; set; }

    public int Eslabones { get; set; }

    public string Cadena { get; set; } = "";

    /// <summary>When the data came to their state; null before the first change.</summary>
    public long? EstadoEn { get; set; }

    public ActaId Id => new(new(Eleccion), new(Area), Clave, Ordinal);

    public static Task<ActaFila?> LeerAsync(Transaccion tx, long numero) =>
        tx.UnoAsync($"SELECT {Columnas} FROM acta WHERE numero = @p0{tx.Base.ConBloqueo}", De, numero);

    /// <summary>Reads inside a snapshot, which may not lock.</summary>
    public static Task<ActaFila?> LeerSinBloqueoAsync(Transaccion tx, long numero) => tx.UnoAsync($"SELECT {Columnas} FROM acta WHERE numero = @p0", De, numero);

    /// <summary>Those whose paper is, or is expected, in that CATD.</summary>
    public static Task<List<ActaFila>> DeCatdAsync(Transaccion tx, string catd) => tx.TodosAsync($"SELECT {Columnas} FROM acta WHERE catd = @p0 ORDER BY numero", De, catd);

    public static Task<List<ActaFila>> DeEstadoAsync(Transaccion tx, string estado) =>
        tx.TodosAsync($"SELECT {Columnas} FROM acta WHERE estado = @p0 ORDER BY numero", De, estado);

    /// <summary>The state as the machine knows it.</summary>
    /// <param name="capturas">Those of the version and image being worked, in order.</param>
    public Expediente AExpediente(IReadOnlyList<CapturaDeActa> capturas)
    {
        ImagenId Actual() => new(Imagen ?? throw new InvalidOperationException($"El acta {Id} está en {Estado} sin imagen."));
        return new(Vigente, Estado switch
        {
            nameof(Esperada) => new Esperada(),
            nameof(Digitalizada) => new Digitalizada(Actual()),
            nameof(PorIdentificar) => new PorIdentificar(Actual()),
            nameof(Redigitalizar) => new Redigitalizar(Actual()),
            nameof(EnCola) => new EnCola(Actual()),
            nameof(UnaCaptura) => new UnaCaptura(Actual(), capturas[0]),
            nameof(TerceraPendiente) => new TerceraPendiente(Actual(), capturas[0], capturas[1]),
            nameof(Supervision) => new Supervision(Actual(), capturas[0], capturas[1], capturas[2]),
            nameof(Retenida) => new Retenida(Actual()),
            nameof(SinActaPropuesta) => new SinActaPropuesta(Enum.Parse<MotivoSinActa>(Motivo!), new(PropuestaDe!)),
            nameof(Verificada) => new Verificada(SinActa),
            nameof(FueraDeCatalogo) => new FueraDeCatalogo(Actual()),
            nameof(Reidentificada) => new Reidentificada(),
            _ => throw new InvalidOperationException($"Estado desconocido: {Estado}."),
        })
        {
            SinActa = SinActa,
        };
    }

    /// <summary>States that need the captures to be rebuilt.</summary>
    public bool NecesitaCapturas => Estado is nameof(UnaCaptura) or nameof(TerceraPendiente) or nameof(Supervision);

    /// <summary>Takes the new state; <see cref="GuardarAsync"/> writes it.</summary>
    /// <param name="orden">Place in the queue if it enters it now.</param>
    public void Poner(Expediente expediente, long orden)
    {
        var datos = expediente.Datos;
        (Vigente, Estado, Vacantes) = (expediente.Vigente, datos.GetType().Name, datos.Vacantes);
        Cola = Vacantes > 0 ? Cola ?? orden : null;
        (Motivo, PropuestaDe) = datos is SinActaPropuesta p ? (p.Motivo.ToString(), p.Propuso.Valor) : (null, null);
        SinActa = expediente.SinActa;
        Imagen = datos switch
        {
            Digitalizada d => d.Imagen.Valor,
            PorIdentificar d => d.Imagen.Valor,
            Redigitalizar d => d.Imagen.Valor,
            EnCola d => d.Imagen.Valor,
            UnaCaptura d => d.Imagen.Valor,
            TerceraPendiente d => d.Imagen.Valor,
            EstadoDeDatos.Supervision d => d.Imagen.Valor,
            Retenida d => d.Imagen.Valor,
            FueraDeCatalogo d => d.Imagen.Valor,
            Verificada { SinActa: false } => Imagen,
            _ => null,
        };
    }

    public Task InsertarAsync(Transaccion tx) => tx.EjecutarAsync(
        $"INSERT INTO acta ({Columnas}) VALUES (@p0, @p1, @p2, @p3, @p4, @p5, @p6, @p7, @p8, @p9, @p10, @p11, @p12, @p13, @p14, @p15, @p16, @p17, @p18, @p19, @p20, @p21, @p22)",
        Numero, Eleccion, Area, Clave, Ordinal, Estado, Vigente, SinActa, Imagen, Vacantes, Cola, Papel, Documento, AcopioEn, AcopioRegistradoEn, Catd, Cotejo, Cotejador, Motivo, PropuestaDe, Eslabones, Cadena, EstadoEn);

    public Task GuardarAsync(Transaccion tx) => tx.EjecutarAsync(
        """
        UPDATE acta SET estado = @p1, vigente = @p2, sin_acta = @p3, imagen = @p4, vacantes = @p5, cola = @p6, papel = @p7, documento = @p8,
            acopio_en = @p9, acopio_registrado_en = @p10, catd = @p11, cotejo = @p12, cotejador = @p13, motivo = @p14, propuesta_de = @p15, eslabones = @p16, cadena = @p17, estado_en = @p18
        WHERE numero = @p0
        """,
        Numero, Estado, Vigente, SinActa, Imagen, Vacantes, Cola, Papel, Documento, AcopioEn, AcopioRegistradoEn, Catd, Cotejo, Cotejador, Motivo, PropuestaDe, Eslabones, Cadena, EstadoEn);

    private static ActaFila De(DbDataReader f) => new()
    {
        Numero = f.GetInt64(0),
        Eleccion = f.GetString(1),
        Area = f.GetString(2),
        Clave = f.GetString(3),
        Ordinal = f.GetInt32(4),
        Estado = f.GetString(5),
        Vigente = f.GetInt32(6),
        SinActa = f.GetBoolean(7),
        Imagen = f.Entero(8),
        Vacantes = f.GetInt32(9),
        Cola = f.Entero(10),
        Papel = f.GetString(11),
        Documento = f.GetString(12),
        AcopioEn = f.Entero(13),
        AcopioRegistradoEn = f.Entero(14),
        Catd = f.Texto(15),
        Cotejo = f.GetInt32(16),
        Cotejador = f.Texto(17),
        Motivo = f.Texto(18),
        PropuestaDe = f.Texto(19),
        Eslabones = f.GetInt32(20),
        Cadena = f.GetString(21),
        EstadoEn = f.Entero(22),
    };
}
