using System.Security.Cryptography;
using System.Text.Json;
using Prep.Dominio;
using Prep.Dominio.Actas;
using Prep.Dominio.Bitacora;
using Prep.Dominio.Catalogo;
using Prep.Dominio.Cortes;

namespace Prep.Publicacion.Paquete;

/// <summary>The log as the publication on disk holds it: its Merkle tree and the last published version of each acta.</summary>
/// <remarks>Read once at start; afterwards each corte only adds its own lines.</remarks>
public sealed class RegistroPublico
{
    private readonly Dictionary<(string Eleccion, string Nombre), int> _versiones;
    private readonly HashSet<string> _retiradas;

    public RegistroPublico()
        : this(new(), [], [])
    {
    }

    private RegistroPublico(ArbolDeMerkle arbol, Dictionary<(string, string), int> versiones, HashSet<string> retiradas) =>
        (Arbol, _versiones, _retiradas) = (arbol, versiones, retiradas);

    public ArbolDeMerkle Arbol { get; }

    /// <summary>A copy that takes new lines: this one stays as it is published, should the corte fail.</summary>
    public RegistroPublico Continuar() => new(Arbol.Copia(), new(_versiones), [.. _retiradas]);

    /// <summary>Last published version of an acta; 0 when none is.</summary>
    public int Version(ActaId id) => _versiones.GetValueOrDefault((id.Eleccion.Valor, id.Nombre));

    /// <summary>SHA-256 of the images that the log says were withdrawn.</summary>
    public IReadOnlySet<string> Retiradas => _retiradas;

    /// <summary>Adds one line, already written, to the tree.</summary>
    public void Agregar(RegistroDeActa registro, ReadOnlySpan<byte> linea)
    {
        Arbol.Agregar(linea);
        Anotar(registro.Id.Eleccion.Valor, registro.Id.Nombre, registro.Version);
        if (registro.Imagen is { Retirada: true } imagen)
        {
            _retiradas.Add(imagen.Codigo.Hex);
        }
    }

    /// <summary>Reads the segments up to <paramref name="hasta"/>, included.</summary>
    /// <returns>Refused when their root or count is not the one that the signed manifest gives: the log on disk was altered.</returns>
    public static Result<RegistroPublico> Leer(string publicacion, string hasta, RegistroListado esperado)
    {
        var registro = new RegistroPublico();
        foreach (var linea in Segmentos.Lineas(publicacion, hasta))
        {
            registro.Arbol.Agregar(linea.Span);
            registro.AnotarLeida(linea);
        }

        return registro.Arbol.Entradas == esperado.Entradas && registro.Arbol.Raiz() == esperado.Raiz
            ? registro
            : new Rechazo("registro_alterado",
                $"El registro de {publicacion} no da la raíz que firmó el corte {hasta}: restaure la carpeta {RutasDePaquete.Registro}/ de un espejo o de un respaldo.", ClaseDeRechazo.Conflicto);
    }

    /// <summary>Rebuilds what the publication says of one election: the fold of its log.</summary>
    /// <param name="instanteEn">The hour of those data, from the manifest.</param>
    public static CorteDeEleccion Vigente(string publicacion, string hasta, Eleccion eleccion, DateTimeOffset instanteEn, bool ultimo)
    {
        var registros = new RegistroDeActa?[eleccion.Actas.Count];
        var fuera = new List<RegistroDeActa>();
        foreach (var linea in Segmentos.Lineas(publicacion, hasta))
        {
            if (!EsDe(linea.Span, eleccion.Id.Valor))
            {
                continue;
            }

            var leida = LineaDeRegistro.Leer(linea, eleccion);
            var registro = leida.Registro;
            if (leida.Es is not null)
            {
                fuera.RemoveAll(f => f.Id == registro.Id);
            }
            else if (eleccion.Posicion(registro.Id) is >= 0 and var posicion)
            {
                registros[posicion] = registro;
            }
            else if (fuera.FindIndex(f => f.Id == registro.Id) is >= 0 and var i)
            {
                fuera[i] = registro;
            }
            else
            {
                fuera.Add(registro);
            }
        }

        return new(eleccion, instanteEn, ultimo, registros, fuera, []);
    }

    private static bool EsDe(ReadOnlySpan<byte> linea, string eleccion)
    {
        var lector = new Utf8JsonReader(linea);
        return lector.Read() && lector.Read() && lector.Read() && lector.ValueTextEquals(eleccion);
    }

    private void AnotarLeida(ReadOnlyMemory<byte> linea)
    {
        using var documento = JsonDocument.Parse(linea);
        var raiz = documento.RootElement;
        var id = new ActaId(new(raiz.GetProperty("eleccion").GetString()!), default, raiz.GetProperty("clave").GetString()!, raiz.GetProperty("ordinal").GetInt32());
        Anotar(id.Eleccion.Valor, id.Nombre, raiz.GetProperty("version").GetInt32());
        if (raiz.GetProperty("imagen").ValueEquals("retirada"))
        {
            _retiradas.Add(raiz.GetProperty("codigoIntegridad").GetString()!);
        }
    }

    private void Anotar(string eleccion, string nombre, int version)
    {
        if (_versiones.GetValueOrDefault((eleccion, nombre)) < version)
        {
            _versiones[(eleccion, nombre)] = version;
        }
    }
}

/// <summary>The segments of the log on disk, in the order of their cortes.</summary>
public static class Segmentos
{
    /// <param name="hasta">Last corte, included.</param>
    /// <returns>Paths of the segments, oldest first.</returns>
    public static IEnumerable<string> Hasta(string publicacion, string hasta)
    {
        var carpeta = Path.Combine(publicacion, RutasDePaquete.Registro);
        return !Directory.Exists(carpeta)
            ? []
            : Directory.EnumerateFiles(carpeta, "*.jsonl")
                .Where(r => string.CompareOrdinal(Path.GetFileNameWithoutExtension(r), hasta) <= 0)
                .Order(StringComparer.Ordinal);
    }

    /// <summary>Every line up to that corte, without its LF. One segment in memory at a time.</summary>
    public static IEnumerable<ReadOnlyMemory<byte>> Lineas(string publicacion, string hasta) =>
        Hasta(publicacion, hasta).SelectMany(r => Lineas(File.ReadAllBytes(r)));

    public static IEnumerable<ReadOnlyMemory<byte>> Lineas(ReadOnlyMemory<byte> segmento)
    {
        while (segmento.Length > 0)
        {
            var fin = segmento.Span.IndexOf((byte)'\n');
            yield return fin < 0 ? segmento : segmento[..fin];
            segmento = fin < 0 ? default : segmento[(fin + 1)..];
        }
    }

    /// <summary>SHA-256 of a whole segment, 64 lower-case hex.</summary>
    public static string Sha256De(string ruta)
    {
        using var archivo = File.OpenRead(ruta);
        return Convert.ToHexStringLower(SHA256.HashData(archivo));
    }
}
