using System.Security.Cryptography;
using System.Text.Json;
using Prep.Dominio.Bitacora;
using Prep.Dominio.Contabilizacion;
using Prep.Publicacion.Paquete;

namespace Prep.Publicacion.Comprobacion;

/// <summary>What the log says of the last published version of an acta: enough to compare its row.</summary>
/// <param name="Suma">Sum of its votes; null when it has none.</param>
internal sealed record ActaEnRegistro(string Eleccion, string Clave, int Ordinal, int Version, int Contabilizada, long? Suma, string? Codigo);

/// <summary>Checks the log: segments against their manifests, roots and counts at each corte, and every file that its lines name.</summary>
internal sealed class RevisorDeRegistro(IFuenteDePublicacion fuente, Reporte reporte)
{
    private static readonly string[] SinVotos = ["TOTAL_BOLETAS_SOBRANTES", "TOTAL_PERSONAS_VOTARON", "TOTAL_REP_PARTIDO_CI_VOTARON", "TOTAL_VOTOS_SACADOS", "TOTAL_VOTOS_ASENTADO"];

    private readonly HashSet<string> _retiradas = new(StringComparer.Ordinal);
    private readonly List<ArchivoEsperado> _imagenes = [];

    /// <summary>Files that the log covers: pages, JSON and images.</summary>
    public List<ArchivoEsperado> Archivos { get; } = [];

    public IReadOnlySet<string> Retiradas => _retiradas;

    public HashSet<string> Segmentos { get; } = new(StringComparer.Ordinal);

    /// <summary>Last version of each acta, by (eleccion, clave, ordinal).</summary>
    public Dictionary<(string Eleccion, string Clave, int Ordinal), ActaEnRegistro> Vigentes { get; } = [];

    /// <summary>Actas with a version after the first.</summary>
    public HashSet<(string Eleccion, string Clave, int Ordinal)> Corregidas { get; } = [];

    /// <param name="cadena">Oldest first.</param>
    public void Revisar(IEnumerable<Eslabon> cadena)
    {
        var arbol = new ArbolDeMerkle();
        var bufer = new byte[1 << 20];
        var completa = true;
        foreach (var eslabon in cadena)
        {
            var listado = eslabon.Manifiesto.Registro;
            if (listado.Segmento != $"{RutasDePaquete.Registro}/{eslabon.Corte}.jsonl")
            {
                reporte.Falta("segmento_ajeno", $"{eslabon.Carpeta}/{RutasDePaquete.Manifiesto}", "El segmento del registro no es el de este corte.", listado.Segmento);
                completa = false;
                continue;
            }

            Segmentos.Add(listado.Segmento);
            var leidos = fuente.Leer(listado.Segmento, ref bufer);
            if (leidos < 0)
            {
                reporte.Falta("archivo_ausente", listado.Segmento, "Falta un segmento del registro.", calculado: listado.Sha256);
                completa = false;
                continue;
            }

            completa &= RevisarSegmento(listado, bufer.AsMemory(0, leidos), arbol);
            if (completa && (arbol.Entradas != listado.Entradas || arbol.Raiz() != listado.Raiz))
            {
                reporte.Falta("raiz_distinta", listado.Segmento, "Las líneas del registro hasta este segmento no dan la raíz firmada.", $"{listado.Entradas} {listado.Raiz}", $"{arbol.Entradas} {arbol.Raiz()}");
                completa = false;
            }
        }

        reporte.Contar("versiones de actas", arbol.Entradas);
        var vigentes = _imagenes.DistinctBy(i => i.Ruta).Where(i => !_retiradas.Contains(i.Sha256)).ToList();
        reporte.Contar("imágenes", vigentes.Count);
        Archivos.AddRange(vigentes);
        RevisarRetiradas(bufer);
    }

    // A withdrawn image leaves a notice in its place; its code stays in the log.
    private void RevisarRetiradas(byte[] bufer)
    {
        foreach (var sha256 in _retiradas)
        {
            if (fuente.Leer(RutasDePaquete.AvisoDeRetiro(sha256), ref bufer) < 0)
            {
                reporte.Falta("archivo_ausente", RutasDePaquete.AvisoDeRetiro(sha256), "Falta el aviso que ocupa el lugar de una imagen retirada.");
            }

            if (fuente.Leer(RutasDePaquete.Imagen(sha256), ref bufer) >= 0)
            {
                reporte.Falta("imagen_retirada_presente", RutasDePaquete.Imagen(sha256), "El registro dice que esta imagen fue retirada y sigue publicada.");
            }
        }
    }

    private bool RevisarSegmento(RegistroListado listado, ReadOnlyMemory<byte> bytes, ArbolDeMerkle arbol)
    {
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes.Span));
        if (sha256 != listado.Sha256)
        {
            reporte.Falta("codigo_distinto", listado.Segmento, "El segmento del registro no es el que se firmó: su SHA-256 es otro.", listado.Sha256, sha256);
            return false;
        }

        var numero = 0;
        foreach (var linea in Paquete.Segmentos.Lineas(bytes))
        {
            numero++;
            arbol.Agregar(linea.Span);
            try
            {
                Leer(linea);
            }
            catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
            {
                reporte.Falta("linea_ilegible", listado.Segmento, $"La línea no es del registro: {e.Message}", linea: numero);
            }
        }

        return true;
    }

    private void Leer(ReadOnlyMemory<byte> linea)
    {
        using var documento = JsonDocument.Parse(linea);
        var raiz = documento.RootElement;
        var ruta = raiz.GetProperty("ruta").GetString()!;
        if (!ruta.StartsWith(RutasDePaquete.Actas + "/", StringComparison.Ordinal) || !RutasDePaquete.EsInterna(ruta))
        {
            throw new FormatException($"ruta fuera de {RutasDePaquete.Actas}/: {ruta}");
        }

        Esperar(raiz, "pagina", ruta + ".html");
        Esperar(raiz, "json", ruta + ".json");
        LeerImagen(raiz);
        var vigente = new ActaEnRegistro(
            raiz.GetProperty("eleccion").GetString()!, raiz.GetProperty("clave").GetString()!, raiz.GetProperty("ordinal").GetInt32(),
            raiz.GetProperty("version").GetInt32(), raiz.GetProperty("contabilizada").GetInt32(), Suma(raiz.GetProperty("campos")), raiz.GetProperty("codigoIntegridad").GetString());
        var id = (vigente.Eleccion, vigente.Clave, vigente.Ordinal);
        if (raiz.GetProperty("contenido").ValueEquals(Palabras.Reidentificada))
        {
            Reidentificar(id, raiz.GetProperty("es"));
        }
        else if (!Vigentes.TryGetValue(id, out var anterior) || anterior.Version < vigente.Version)
        {
            Vigentes[id] = vigente;
            if (vigente.Version > 1)
            {
                Corregidas.Add(id);
            }
        }
    }

    // A fuera de catálogo that was identified: it has no row any more, and this line says which acta it is.
    private void Reidentificar((string Eleccion, string Clave, int Ordinal) id, JsonElement es)
    {
        if (!Vigentes.Remove(id, out var era) || era.Contabilizada != (int)Contabilizada.FueraDeCatalogo)
        {
            throw new FormatException($"reidentifica {id.Clave}, que no estaba fuera de catálogo");
        }

        _ = (es.GetProperty("eleccion").GetString()!, es.GetProperty("area").GetString()!, es.GetProperty("clave").GetString()!, es.GetProperty("ordinal").GetInt32());
        reporte.Contar("fuera de catálogo reidentificadas");
    }

    private void Esperar(JsonElement raiz, string campo, string ruta)
    {
        if (raiz.GetProperty(campo).GetString() is { } sha256)
        {
            Archivos.Add(new(ruta, -1, sha256));
        }
    }

    private void LeerImagen(JsonElement raiz)
    {
        if (raiz.GetProperty("codigoIntegridad").GetString() is not { Length: 64 } codigo || !codigo.All(char.IsAsciiHexDigitLower))
        {
            return;
        }

        switch (raiz.GetProperty("imagen").GetString())
        {
            case "ajena":
                reporte.Contar("imágenes no incluidas");
                break;
            case "retirada":
                reporte.Contar("imágenes retiradas");
                _retiradas.Add(codigo);
                break;
            default:
                _imagenes.Add(new(RutasDePaquete.Imagen(codigo), -1, codigo));
                break;
        }
    }

    internal static long? Suma(JsonElement campos) => campos.ValueKind != JsonValueKind.Object
        ? null
        : campos.EnumerateObject().Where(c => c.Value.ValueKind == JsonValueKind.Number && !SinVotos.Contains(c.Name)).Sum(c => c.Value.GetInt64());
}
