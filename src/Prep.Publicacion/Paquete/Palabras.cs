using Prep.Dominio.Actas;
using Prep.Dominio.Catalogo;
using Prep.Dominio.Contabilizacion;
using ValorDeCantidad = Prep.Dominio.Actas.Cantidad;
using ValorDeObservacion = Prep.Dominio.Contabilizacion.Observacion;
using ValorDeOrigen = Prep.Dominio.Actas.Origen;
using ValorDeMedio = Prep.Dominio.Actas.Medio;

namespace Prep.Publicacion.Paquete;

/// <summary>The words of the log: stable, lower case, one per fact of the domain, the same in every layout.</summary>
public static class Palabras
{
    public const string Capturada = "capturada";
    public const string SinActa = "sin_acta";
    public const string FueraDeCatalogo = "fuera_de_catalogo";
    public const string Reidentificada = "reidentificada";

    private static readonly (ValorDeObservacion Bandera, string Palabra)[] DeObservaciones =
    [
        (ValorDeObservacion.AlgunoIlegible, "alguno_ilegible"),
        (ValorDeObservacion.AlgunoSinDato, "alguno_sin_dato"),
        (ValorDeObservacion.ExcedeListaNominal, "excede_lista_nominal"),
        (ValorDeObservacion.TodosIlegibles, "todos_ilegibles"),
        (ValorDeObservacion.TodosVacios, "todos_vacios"),
        (ValorDeObservacion.TodosIlegiblesOVacios, "todos_ilegibles_o_vacios"),
        (ValorDeObservacion.SinActaPaqueteNoEntregado, "sin_acta_paquete_no_entregado"),
        (ValorDeObservacion.SinActaCasillaNoInstalada, "sin_acta_casilla_no_instalada"),
        (ValorDeObservacion.SinActaPaqueteSinBolsa, "sin_acta_paquete_sin_bolsa"),
        (ValorDeObservacion.FueraDeCatalogo, FueraDeCatalogo),
    ];

    public static string De(Contenido contenido) => contenido switch
    {
        Contenido.Capturada => Capturada,
        Contenido.SinActa => SinActa,
        Contenido.FueraDeCatalogo => FueraDeCatalogo,
        _ => throw new ArgumentOutOfRangeException(nameof(contenido)),
    };

    public static IEnumerable<string> De(ValorDeObservacion observacion) =>
        DeObservaciones.Where(p => observacion.HasFlag(p.Bandera)).Select(p => p.Palabra);

    /// <exception cref="FormatException">Not a word of the log.</exception>
    public static ValorDeObservacion Observacion(string palabra) =>
        DeObservaciones.FirstOrDefault(p => p.Palabra == palabra) is { Palabra: not null } par
            ? par.Bandera
            : throw new FormatException($"observación desconocida: {palabra}");

    public static string De(ValorDeCantidad palabra) => palabra switch
    {
        { EsIlegible: true } => "ilegible",
        { EsSinDato: true } => "sin_dato",
        { EsNoAplica: true } => "no_aplica",
        _ => throw new ArgumentOutOfRangeException(nameof(palabra), palabra, "Un número no lleva palabra."),
    };

    /// <exception cref="FormatException">Not a word of the log.</exception>
    public static ValorDeCantidad Cantidad(string palabra) => palabra switch
    {
        "ilegible" => ValorDeCantidad.Ilegible,
        "sin_dato" => ValorDeCantidad.SinDato,
        "no_aplica" => ValorDeCantidad.NoAplica,
        _ => throw new FormatException($"cantidad desconocida: {palabra}"),
    };

    public static string De(ValorDeOrigen origen) => origen == ValorDeOrigen.Casilla ? "casilla" : "catd";

    public static ValorDeOrigen? Origen(string? palabra) => palabra switch
    {
        null => null,
        "casilla" => ValorDeOrigen.Casilla,
        "catd" => ValorDeOrigen.Catd,
        _ => throw new FormatException($"origen desconocido: {palabra}"),
    };

    public static string De(ValorDeMedio medio) => medio switch
    {
        ValorDeMedio.Movil => "movil",
        ValorDeMedio.UrnaElectronica => "urna_electronica",
        _ => "escaner",
    };

    public static ValorDeMedio? Medio(string? palabra) => palabra switch
    {
        null => null,
        "movil" => ValorDeMedio.Movil,
        "urna_electronica" => ValorDeMedio.UrnaElectronica,
        "escaner" => ValorDeMedio.Escaner,
        _ => throw new FormatException($"digitalización desconocida: {palabra}"),
    };

    /// <summary>The motive that an observation of "sin acta" stands for.</summary>
    public static MotivoSinActa Motivo(ValorDeObservacion observacion) => (observacion & Observaciones.DeSinActa) switch
    {
        ValorDeObservacion.SinActaPaqueteNoEntregado => MotivoSinActa.PaqueteNoEntregado,
        ValorDeObservacion.SinActaCasillaNoInstalada => MotivoSinActa.CasillaNoInstalada,
        ValorDeObservacion.SinActaPaqueteSinBolsa => MotivoSinActa.PaqueteEntregadoSinBolsa,
        _ => throw new FormatException("sin acta, pero sin motivo"),
    };
}

/// <summary>Names of an acta's fields in the order of its boleta: the columns of the database, made unique by clave.</summary>
public static class NombresDeCampos
{
    public static IReadOnlyList<string> De(Eleccion eleccion, Boleta boleta) =>
    [
        "TOTAL_BOLETAS_SOBRANTES", "TOTAL_PERSONAS_VOTARON", "TOTAL_REP_PARTIDO_CI_VOTARON", "TOTAL_VOTOS_SACADOS",
        .. boleta.Contendientes.Select(i => eleccion.Contendientes[i].Clave), "NO_REGISTRADAS", "NULOS", "TOTAL_VOTOS_ASENTADO",
    ];
}
