using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Prep.Dominio.Catalogo;
using Prep.Dominio.Computo;
using Prep.Dominio.Cortes;

namespace Prep.Publicacion.Paquete;

/// <summary>A file of databases already written.</summary>
/// <param name="Ruta">Relative to the corte's folder.</param>
/// <param name="Eleccion">Null when it holds several.</param>
/// <param name="EsTabla">The database itself: its rows are the actas of the election.</param>
public sealed record BaseEscrita(string Ruta, string Contenido, long Bytes, string Sha256, EleccionId? Eleccion, bool EsTabla = false);

/// <summary>Writes the databases of a corte: the plain files, a ZIP per election, the ZIP of all and its <c>.sha256</c>.</summary>
/// <remarks>Names of spec §6.1. Entries carry the corte's local time: same corte, same bytes.</remarks>
public sealed class BasesDelCorte(EscritorDeBases escritor, string carpeta, EscritorDeArchivos archivos)
{
    private const string Leeme = "LEEME.txt";
    private const string Tabla = "Base de datos";

    /// <summary>Name of an election's folder and ZIP: <c>20240603_2000_PREP_DIP_LOC_OAX</c>.</summary>
    public static string Nombre(Corte corte, Eleccion eleccion) =>
        $"{corte.Id}_PREP_{eleccion.CodigoDeArchivo}_{corte.Proceso.Entidad.Abreviatura}";

    /// <summary>Name of the outer ZIP, without extension: <c>20240603_2000_PREP_OAX</c>.</summary>
    public static string Nombre(Corte corte) => $"{corte.Id}_PREP_{corte.Proceso.Entidad.Abreviatura}";

    /// <returns>Every file written, in a fixed order.</returns>
    public IReadOnlyList<BaseEscrita> Escribir(Corte corte, IReadOnlyDictionary<EleccionId, Resultados> resultados)
    {
        // Each election by itself: its rows are written and compressed while the other's are.
        var hechas = new (List<BaseEscrita> Escritas, string Nombre, byte[] Zip)[corte.Elecciones.Count];
        EnParalelo.Correr(() => Parallel.For(0, hechas.Length, i =>
        {
            var eleccion = corte.Elecciones[i];
            var (id, nombre) = (eleccion.Eleccion.Id, Nombre(corte, eleccion.Eleccion));
            var sueltos = DeEleccion(corte, eleccion, resultados[id]);
            var suyas = sueltos.Select(s => Guardar($"{nombre}/{s.Archivo}", s.Contenido, s.Bytes, id) with { EsTabla = s.Contenido == Tabla }).ToList();
            var zip = Comprimir(corte, sueltos.Select(s => (s.Archivo, s.Bytes)), CompressionLevel.Optimal);
            suyas.Add(Guardar($"{nombre}.zip", $"{eleccion.Eleccion.Titulo} (ZIP)", zip, id));
            hechas[i] = (suyas, $"{nombre}.zip", zip);
        }));
        var escritas = hechas.SelectMany(h => h.Escritas).ToList();
        var internos = hechas.Select(h => (h.Nombre, h.Zip));
        var externo = Guardar($"{Nombre(corte)}.zip", "Todas las elecciones (ZIP)", Comprimir(corte, internos, CompressionLevel.NoCompression), null);
        escritas.Add(externo);
        escritas.Add(Guardar($"{Nombre(corte)}.zip.sha256", "Código de integridad del ZIP", Encoding.ASCII.GetBytes($"{externo.Sha256}  {Nombre(corte)}.zip\n"), null));
        return escritas;
    }

    private List<(string Archivo, string Contenido, byte[] Bytes)> DeEleccion(Corte corte, CorteDeEleccion eleccion, Resultados resultados)
    {
        var tabla = AMemoria(flujo => escritor.Base(corte, eleccion, resultados, flujo));
        var candidaturas = AMemoria(flujo => escritor.Candidaturas(corte.Proceso, eleccion.Eleccion, flujo));
        var (base_, lista) = (escritor.NombreDeBase(corte.Proceso, eleccion.Eleccion), escritor.NombreDeCandidaturas(corte.Proceso, eleccion.Eleccion));
        var leeme = AMemoria(flujo => escritor.Leeme(corte, eleccion, [(base_, Sha256(tabla)), (lista, Sha256(candidaturas))], flujo));
        return [(base_, Tabla, tabla), (lista, "Candidaturas", candidaturas), (Leeme, "Descripción de los archivos", leeme)];
    }

    private BaseEscrita Guardar(string nombre, string contenido, byte[] bytes, EleccionId? eleccion)
    {
        var ruta = $"{RutasDePaquete.BaseDeDatos}/{nombre}";
        return new(ruta, contenido, bytes.LongLength, archivos.Escribir($"{carpeta}/{ruta}", bytes), eleccion);
    }

    private static byte[] Comprimir(Corte corte, IEnumerable<(string Nombre, byte[] Bytes)> entradas, CompressionLevel nivel)
    {
        var hora = TimeZoneInfo.ConvertTime(corte.InstanteEn, corte.Proceso.Calendario.Zona);
        return AMemoria(flujo =>
        {
            using var zip = new ZipArchive(flujo, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8);
            foreach (var (nombre, bytes) in entradas)
            {
                var entrada = zip.CreateEntry(nombre, nivel);
                entrada.LastWriteTime = hora;
                using var destino = entrada.Open();
                destino.Write(bytes);
            }
        });
    }

    private static byte[] AMemoria(Action<Stream> escribir)
    {
        using var flujo = new MemoryStream();
        escribir(flujo);
        return flujo.ToArray();
    }

    private static string Sha256(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
