using System.Collections.Concurrent;
using System.Security.Cryptography;
using Prep.Dominio.Actas;
using Prep.Dominio.Catalogo;
using Prep.Dominio.Cortes;
using Prep.Publicacion.Sitio;
using Prep.Publicacion.Sitio.Historia;

namespace Prep.Publicacion.Paquete;

/// <summary>Writes what a corte adds: pages, JSON and images of its new versions, and the log's segment that records them.</summary>
internal sealed class ActasDelCorte(string raiz, EscritorDeArchivos archivos, int hilos, EstadoDePublicacion anterior, FuenteDeImagenes? imagenes)
{
    /// <summary>Versions rendered before their lines go to the segment: bounds the memory of a national first corte.</summary>
    private const int Lote = 512;

    public async Task<(SegmentoEscrito Segmento, IReadOnlyDictionary<EleccionId, IReadOnlyList<string>> Faltas)> EscribirAsync(
        ContextoDeSitio contexto, CancellationToken ct)
    {
        var corte = contexto.Corte;
        var publico = anterior.Actual is null ? new RegistroPublico() : anterior.Registro.Continuar();
        var faltas = new ConcurrentDictionary<EleccionId, ConcurrentBag<string>>();
        var ruta = Path.Combine(raiz, RutasDePaquete.Segmento(corte.Id));
        Directory.CreateDirectory(Path.GetDirectoryName(ruta)!);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var agregadas = new HashSet<ActaId>();
        var porEleccion = corte.Elecciones.Select(e => (Eleccion: e, Agregadas: Agregadas(e, publico))).ToList();
        var antes = VersionesDeAntes.Leer(raiz, anterior.Actual?.Corte, corte.Id,
            [.. porEleccion.SelectMany(p => p.Agregadas.Where(r => EsNueva(r, publico)).Select(r => (p.Eleccion.Eleccion, r)))]);
        foreach (var alterada in antes.Alteradas)
        {
            faltas[new(alterada.Key)] = [.. alterada];
        }

        var cuantas = 0;
        await using var cola = new ColaDeEscritura(archivos);
        await using (var segmento = new FileStream(ruta, FileMode.Create, FileAccess.Write, FileShare.Read, 1 << 16))
        {
            foreach (var (eleccion, suyas) in porEleccion)
            {
                foreach (var lote in suyas.Chunk(Lote))
                {
                    var lineas = await HacerLoteAsync(contexto, eleccion, lote, antes, publico, faltas, cola, ct);
                    for (var i = 0; i < lote.Length; i++)
                    {
                        Agregar(segmento, lote[i], lineas[i]);
                        agregadas.Add(lote[i].Id);
                    }

                    cuantas += lote.Length;
                }

                foreach (var (era, es) in eleccion.Reidentificadas.OrderBy(r => r.Era.Id.Nombre, StringComparer.Ordinal))
                {
                    Agregar(segmento, era, new LineaDeRegistro(era, null, null) { Es = es }.Escribir(eleccion.Eleccion));
                }
            }
        }

        await cola.TerminarAsync();
        var listado = new RegistroListado(
            RutasDePaquete.Segmento(corte.Id), Convert.ToHexStringLower(hash.GetHashAndReset()), publico.Arbol.Entradas, publico.Arbol.Raiz());
        return (new(listado, publico, cuantas, agregadas), faltas.ToDictionary(p => p.Key, p => (IReadOnlyList<string>)[.. p.Value.Order(StringComparer.Ordinal)]));

        void Agregar(FileStream segmento, RegistroDeActa registro, byte[] linea)
        {
            publico.Agregar(registro, linea);
            hash.AppendData(linea);
            hash.AppendData("\n"u8);
            segmento.Write(linea);
            segmento.WriteByte((byte)'\n');
        }
    }

    /// <summary>
    /// Versions of this corte that the log does not have yet, in catalogue order: those it says it adds, and any vigente that an earlier
    /// corte should have added and did not (its election had failed). Also those already there whose image was withdrawn since.
    /// </summary>
    internal static IReadOnlyList<RegistroDeActa> Agregadas(CorteDeEleccion corte, RegistroPublico publico) =>
    [
        .. corte.Agregadas.Concat(corte.Registros.OfType<RegistroDeActa>()).Concat(corte.FueraDeCatalogo)
            .Where(r => EsNueva(r, publico) || (r.Imagen is { Retirada: true } imagen && !publico.Retiradas.Contains(imagen.Codigo.Hex)))
            .DistinctBy(r => (r.Id, r.Version))
            .Select(r => (Registro: r, Lugar: corte.Eleccion.Posicion(r.Id) is >= 0 and var lugar ? lugar : int.MaxValue))
            .OrderBy(p => p.Lugar)
            .ThenBy(p => p.Lugar == int.MaxValue ? p.Registro.Id.Nombre : "", StringComparer.Ordinal)
            .ThenBy(p => p.Registro.Version)
            .Select(p => p.Registro),
    ];

    private static bool EsNueva(RegistroDeActa registro, RegistroPublico publico) => registro.Version > publico.Version(registro.Id);

    // A withdrawal of a published version is a line of its own, without page nor JSON: those are immutable and stay as they were.
    private async Task<byte[][]> HacerLoteAsync(
        ContextoDeSitio contexto, CorteDeEleccion eleccion, RegistroDeActa[] lote, VersionesDeAntes antes, RegistroPublico publico, ConcurrentDictionary<EleccionId, ConcurrentBag<string>> faltas, ColaDeEscritura cola, CancellationToken ct)
    {
        var lineas = new byte[lote.Length][];
        var opciones = new ParallelOptions { MaxDegreeOfParallelism = hilos, CancellationToken = ct };
        await Parallel.ForAsync(0, lote.Length, opciones, async (i, cancelado) =>
        {
            if (await new ImagenesDelCorte(raiz, archivos, imagenes).EscribirAsync(lote[i], cancelado) is { } falta)
            {
                faltas.GetOrAdd(eleccion.Eleccion.Id, _ => []).Add(falta);
            }

            var (pagina, json) = EsNueva(lote[i], publico) ? await EscribirPaginaAsync(contexto, eleccion, lote[i], antes.De(lote[i].Id, lote[i].Version), cola, cancelado) : default;
            lineas[i] = new LineaDeRegistro(lote[i], pagina, json).Escribir(eleccion.Eleccion);
        });
        return lineas;
    }

    private static async Task<(string? Pagina, string? Json)> EscribirPaginaAsync(ContextoDeSitio contexto, CorteDeEleccion eleccion, RegistroDeActa registro, IReadOnlyList<VersionPublicada> antes, ColaDeEscritura cola, CancellationToken ct)
    {
        var (pagina, json) = (default(string), default(string));
        foreach (var archivo in await SitioEstatico.DeActaAsync(contexto, eleccion, registro, antes))
        {
            var listo = ArchivoListo.De(archivo.Ruta, archivo.Bytes, EscritorDeArchivos.CalidadNormal);
            _ = archivo.Ruta.EndsWith(".html", StringComparison.Ordinal) ? pagina = listo.Sha256 : json = listo.Sha256;
            await cola.EntregarAsync(listo, ct);
        }

        return (pagina, json);
    }
}

/// <param name="Publico">The log with this segment in it.</param>
/// <param name="Lineas">Versions that it adds.</param>
/// <param name="Actas">Actas that have a new version.</param>
internal sealed record SegmentoEscrito(RegistroListado Listado, RegistroPublico Publico, int Lineas, IReadOnlySet<ActaId> Actas);
