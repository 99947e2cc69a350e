using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Prep.Dominio.Calendario;
using Prep.Dominio.Catalogo;

namespace Prep.Operacion.Preparacion.Carpeta;

/// <summary>A file of the folder, by its relative name.</summary>
public sealed record ArchivoDeCarpeta(string Nombre, byte[] Bytes);

/// <summary>Writes a process as the folder that <see cref="LectorDeCarpeta"/> reads. The same process gives the same bytes.</summary>
/// <remarks>UTF-8 without BOM, comma, LF. The geography is not written: a process keeps the drawings made from it, and the file stays with who made it.</remarks>
public static class EscritorDeCarpeta
{
    private static readonly JsonWriterOptions Sangrado = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, NewLine = "\n" };

    public static void Escribir(Proceso proceso, string carpeta)
    {
        foreach (var archivo in Archivos(proceso))
        {
            var ruta = Path.Combine(carpeta, archivo.Nombre);
            Directory.CreateDirectory(Path.GetDirectoryName(ruta)!);
            File.WriteAllBytes(ruta, archivo.Bytes);
        }
    }

    /// <summary>SHA-256 of the canonical folder: equal content has equal huella whatever separator or order of columns it was written with.</summary>
    public static string Huella(Proceso proceso)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var archivo in Archivos(proceso))
        {
            hash.AppendData(Encoding.UTF8.GetBytes($"{archivo.Nombre}\n{archivo.Bytes.Length}\n"));
            hash.AppendData(archivo.Bytes);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    public static IReadOnlyList<ArchivoDeCarpeta> Archivos(Proceso proceso) =>
    [
        new(LectorDeProceso.Archivo, Cabecera(proceso)),
        Municipios(proceso),
        .. proceso.Elecciones.SelectMany(TablasDeEleccion.Archivos),
    ];

    private static ArchivoDeCarpeta Municipios(Proceso proceso)
    {
        // Without any of them the column says nothing and is not written; with them the list is of every municipality.
        var sistemas = proceso.SistemasNormativos.Select(m => m.Clave).ToHashSet();
        var tabla = sistemas.Count > 0 ? new TablaEscrita("municipio", "nombre", "regimen") : new TablaEscrita("municipio", "nombre");
        foreach (var municipio in proceso.Elecciones.SelectMany(e => e.Actas).Select(a => a.Casilla.Municipio).OfType<Municipio>().Concat(proceso.SistemasNormativos)
            .Concat(sistemas.Count == 0 ? [] : proceso.Elecciones.SelectMany(e => e.Areas).Where(a => a.Tipo == TipoDeArea.Municipio).Select(a => new Municipio(a.Id.Clave, a.Nombre)))
            .DistinctBy(m => m.Clave).OrderBy(m => m.Clave, StringComparer.Ordinal))
        {
            tabla.Fila(sistemas.Count == 0 ? [municipio.Clave, municipio.Nombre]
                : [municipio.Clave, municipio.Nombre, Palabra(LectorDeMunicipios.Regimenes, sistemas.Contains(municipio.Clave))]);
        }

        return tabla.Archivo(LectorDeMunicipios.Archivo);
    }

    private static byte[] Cabecera(Proceso proceso)
    {
        using var memoria = new MemoryStream();
        using (var json = new Utf8JsonWriter(memoria, Sangrado))
        {
            json.WriteStartObject();
            json.WriteNumber("formato", 1);
            json.WriteString("id", proceso.Id);
            json.WriteString("nombre", proceso.Nombre);
            json.WriteString("clase", Palabra(LectorDeProceso.Clases, proceso.Clase));
            json.WriteStartObject("entidad");
            json.WriteNumber("id", proceso.Entidad.Id);
            json.WriteString("nombre", proceso.Entidad.Nombre);
            json.WriteString("abreviatura", proceso.Entidad.Abreviatura);
            json.WriteEndObject();
            json.WriteNumber("anio", proceso.Anio);
            json.WriteString("zona", proceso.Calendario.Zona.Id);
            Calendario(json, proceso.Calendario);
            json.WriteString("disposicion", proceso.Formato);
            if (!proceso.SegundoFactor)
            {
                json.WriteBoolean("segundo_factor", false);
            }

            json.WriteStartArray("elecciones");
            foreach (var eleccion in proceso.Elecciones)
            {
                Eleccion(json, eleccion);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        memoria.WriteByte((byte)'\n');
        return memoria.ToArray();
    }

    private static void Calendario(Utf8JsonWriter json, CalendarioDelPrep calendario)
    {
        string Local(DateTimeOffset instante) => TimeZoneInfo.ConvertTime(instante, calendario.Zona).ToString("yyyy-MM-dd'T'HH:mm");
        json.WriteStartObject("calendario");
        json.WriteString("puesta_en_ceros", Local(calendario.PuestaEnCerosEn));
        json.WriteString("apertura", Local(calendario.AperturaEn));
        json.WriteString("inicio", Local(calendario.InicioEn));
        json.WriteString("ultima_actualizacion", Local(calendario.UltimaActualizacionEn));
        foreach (var (nombre, acuerdo) in new[] { ("intervalo_de_datos", calendario.DeDatos), ("intervalo_de_bases", calendario.DeBases) })
        {
            json.WriteStartObject(nombre);
            json.WriteNumber("minutos", (int)(acuerdo?.Intervalo ?? calendario.Intervalo).TotalMinutes);
            json.WriteString("acuerdo", acuerdo?.Numero ?? "");
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void Eleccion(Utf8JsonWriter json, Eleccion eleccion)
    {
        json.WriteStartObject();
        json.WriteString("id", eleccion.Id.Valor);
        json.WriteString("tipo", Palabra(LectorDeProceso.Tipos, eleccion.Tipo));
        json.WriteString("titulo", eleccion.Titulo);
        json.WriteString("codigo_de_archivo", eleccion.CodigoDeArchivo);
        json.WriteString("limite_de_especial", Palabra(LectorDeProceso.LimitesDeEspecial, eleccion.Ajustes.Especial));
        json.WriteString("limite_de_ordinaria", Palabra(LectorDeProceso.LimitesDeOrdinaria, eleccion.Ajustes.Ordinaria));
        json.WriteNumber("boletas_de_especial", eleccion.Ajustes.BoletasDeEspecial);
        json.WriteEndObject();
    }

    internal static string Palabra<TValor>(IReadOnlyDictionary<string, TValor> palabras, TValor valor) =>
        palabras.First(p => EqualityComparer<TValor>.Default.Equals(p.Value, valor)).Key;
}
