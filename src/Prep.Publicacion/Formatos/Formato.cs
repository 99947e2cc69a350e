using System.Collections.Concurrent;
using System.Text.Json;
using Prep.Dominio;
using Prep.Dominio.Catalogo;

namespace Prep.Publicacion.Formatos;

/// <summary>A column of a layout: its name, what fills it, and what stands there when that does not apply.</summary>
/// <param name="Nombre">As published; <c>*</c> stands for one column per contendiente.</param>
/// <param name="NombreDeMunicipio">Instead of the name, when the election is by municipality.</param>
/// <param name="Antes">Written before the value: the apostrophe that keeps spreadsheets from eating zeros.</param>
/// <param name="Ancho">Digits, with leading zeros; 0 for none.</param>
/// <param name="SinCaptura">Instead of the value while nothing is captured; null for the value itself.</param>
/// <param name="SinArea">Whole cell for actas without area.</param>
/// <param name="NoAplica">Whole cell where the catalogue says that it does not apply.</param>
/// <param name="Desconocido">Whole cell where the catalogue does not know.</param>
/// <param name="Ausente">Where that contendiente is not on the boleta.</param>
public sealed record ColumnaDeFormato(
    string Nombre,
    string Campo,
    string Significado,
    string? NombreDeMunicipio = null,
    string Antes = "",
    int Ancho = 0,
    string? SinCaptura = null,
    string? SinActa = null,
    string? FueraDeCatalogo = null,
    string? SinArea = null,
    string? NoAplica = null,
    string? Desconocido = null,
    string Ausente = "");

public sealed record PalabrasDeFormato(string Ilegible, string SinDato, string NoAplica);

public sealed record ObservacionesDeFormato(
    string Ninguna, string Alguno, string Todos, string Excede, string Union, string NoInstalada, string NoEntregado, string SinBolsa, string FueraDeCatalogo);

public sealed record CandidaturasDeFormato(string IdEntidad, bool Area, bool Suplente);

/// <summary>A layout of the published files, as data. Writers choose one; readers accept all.</summary>
/// <remarks>Regla L-06. Fuente: spec §14 "layout differences" and "default layout"; spec/formatos.md.</remarks>
/// <param name="Marca">Byte order mark of UTF-8.</param>
/// <param name="TotalDeTodosEsPalabra">TOTAL_VOTOS_CALCULADO carries the word, not 0, when no row of votes is a number.</param>
public sealed record Formato(
    string Nombre,
    string Descripcion,
    bool Marca,
    char Separador,
    string FinDeLinea,
    bool LineaEnBlancoTrasFecha,
    string FormaDeFecha,
    string FormaDeCorte,
    bool TotalDeTodosEsPalabra,
    PalabrasDeFormato Palabras,
    ObservacionesDeFormato Observaciones,
    CandidaturasDeFormato Candidaturas,
    IReadOnlyList<ColumnaDeFormato> Columnas)
{
    public const string Opl2024 = "opl-2024";
    public const string Oaxaca2022 = "oaxaca-2022";

    public static readonly IReadOnlyList<string> Nombres = [Opl2024, Oaxaca2022];

    private static readonly ConcurrentDictionary<string, Formato> Leidos = new();
    private static readonly JsonSerializerOptions Opciones = new(JsonSerializerDefaults.Web);

    public static Formato PorOmision => Leer(Opl2024);

    public static Result<Formato> Buscar(string nombre) => Nombres.Contains(nombre)
        ? Leer(nombre)
        : new Rechazo("formato_desconocido", $"No hay formato «{nombre}»: use {string.Join(" o ", Nombres)}.", ClaseDeRechazo.Entrada);

    private static Formato Leer(string nombre) => Leidos.GetOrAdd(nombre, static n =>
    {
        using var datos = typeof(Formato).Assembly.GetManifestResourceStream($"formato/{n}.json")!;
        return JsonSerializer.Deserialize<Formato>(datos, Opciones)!;
    });
}

/// <summary>Names of the published files. Fuente: spec §6.1.</summary>
public static class NombresDeArchivo
{
    public const string Leeme = "LEEME.txt";

    /// <summary><c>OAX_GUB_2022.csv</c>.</summary>
    public static string BaseDeDatos(Proceso proceso, Eleccion eleccion) =>
        $"{proceso.Entidad.Abreviatura}_{eleccion.CodigoDeArchivo}_{proceso.Anio}.csv";

    /// <summary><c>OAX_GUB_CANDIDATURAS_2022.csv</c>.</summary>
    public static string Candidaturas(Proceso proceso, Eleccion eleccion) =>
        $"{proceso.Entidad.Abreviatura}_{eleccion.CodigoDeArchivo}_CANDIDATURAS_{proceso.Anio}.csv";
}
