using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Prep.Operacion.Hitos;

/// <summary>Somebody who was there.</summary>
public sealed record Asistente(string Nombre, string Cargo);

/// <summary>Where it ran.</summary>
public sealed record Entorno(string Maquina, string Sistema, string Plataforma, string Programa, string Base, string Almacen);

/// <summary>An election as the catalogue has it, and its 13 figures as the zero corte published them.</summary>
public sealed record EleccionEnCeros(string Id, string Titulo, int Areas, int Actas, long ListaNominal, IReadOnlyList<KeyValuePair<string, string>> Cifras);

/// <summary>The zero corte on disk.</summary>
/// <param name="Portada">SHA-256 of the page that the public opens.</param>
public sealed record CorteEnCeros(string Id, string Manifiesto, string Portada, long Entradas);

/// <summary>A value in force and the agreement that fixed it.</summary>
public sealed record ValorAcordado(string Nombre, string Valor, string Acuerdo);

/// <summary>The auditor's list as it was compared; the program without one says so.</summary>
public sealed record RevisionDeLista(string Nombre, string Sha256, string ClaveSha256);

/// <summary>All that the zero act proved: the detail of the milestone, from which its document is written as often as it is asked for.</summary>
public sealed record ActaDeCeros(
    string Proceso,
    string Nombre,
    string Clase,
    string Zona,
    string Lugar,
    IReadOnlyList<Asistente> Asistentes,
    string Fedatario,
    DateTimeOffset IniciadaEn,
    DateTimeOffset CorteEn,
    DateTimeOffset ConcluidaEn,
    Entorno Entorno,
    string Guion,
    IReadOnlyList<TablaContada> Tablas,
    IReadOnlyList<TablaAparte> Aparte,
    IReadOnlyList<CarpetaVista> Carpetas,
    IReadOnlyList<EspejoVisto> Espejos,
    CorteEnCeros Corte,
    string Catalogo,
    IReadOnlyList<EleccionEnCeros> Elecciones,
    int VersionDeConfiguracion,
    string Configuracion,
    IReadOnlyList<ValorAcordado> Valores,
    RevisionDeLista? Lista,
    IReadOnlyList<HuellaComparada> Artefactos,
    IReadOnlyList<string> Avisos)
{
    private static readonly JsonSerializerOptions _opciones = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, Converters = { new JsonStringEnumConverter() } };

    public string EnJson() => JsonSerializer.Serialize(this, _opciones);

    /// <exception cref="JsonException">The text is not such an act.</exception>
    public static ActaDeCeros Leer(string json) => JsonSerializer.Deserialize<ActaDeCeros>(json, _opciones) ?? throw new JsonException("El acta está vacía.");
}
