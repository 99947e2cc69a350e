using System.Collections.Concurrent;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;
using Prep.Datos.Cortes;
using Prep.Datos.Tests;
using Prep.Dominio.Catalogo;
using Prep.Operacion.Http;
using Prep.Operacion.Publicacion;
using Prep.Operacion.Tests.Http;
using Prep.Publicacion.Paquete;

namespace Prep.Operacion.Tests.Hitos;

/// <summary>Between the opening and the start everything that can be read is read, as every puesto: no vote and no sum is anywhere but in the hands of who works that acta.</summary>
[Trait("Regla", "K-03")]
public sealed partial class NadaAntesDelInicioTests(ClusterDePostgres cluster)
{
    private const int Uno = 8881, Otro = 7773;

    // The acta in hand of supervisor and cotejador shows its own values: that is their work.
    private static readonly string[] _actaEnMano = ["/puestos/supervision/actas/{eleccion}/{area}/{nombre}", "/puestos/cotejo/actas/{eleccion}/{area}/{nombre}"];

    // Votes of a contendiente in each acta, totals of each acta, and both sums of the two.
    private static readonly int[] _votos = [Uno, Otro, Uno + 79, Otro + 79, Uno + Otro, Uno + Otro + 158];

    [Theory, MemberData(nameof(ServidorDePrueba.Bases), MemberType = typeof(ServidorDePrueba))]
    public async Task Ningun_archivo_ruta_pantalla_ni_registro_dice_un_voto_y_el_primer_corte_los_lleva(string @base)
    {
        using Oyente oyente = new();
        await using var s = await ServidorDePrueba.CrearAsync(@base, cluster, bitacora: oyente, proceso: ConListaGrande());
        var (almacen, reloj) = (s.Datos.Almacen, s.Datos.Reloj);
        var publicacion = Path.Combine(almacen.Carpeta, "publicacion");
        using var clave = ClaveDeFirma.AbrirOCrear(Path.Combine(almacen.Carpeta, "claves"));
        LectorDeCorte lector = new(almacen);
        var publicar = PublicarEnCarpeta.Con(new Publicador(publicacion, clave, reloj, new()), publicacion, almacen);
        (await HacerCorte.EjecutarAsync(new(reloj.Ahora), lector, publicar, s.Datos.Como("ceros"), default)).Debe();
        foreach (var (pan, i) in new[] { (Uno, 0), (Otro, 1) })
        {
            (await s.ImagenAsync($"imagen {i}", s.Acta(i))).Bien();
            (await s.CapturarAsync("ana", pan, i)).Bien();
            (await s.CapturarAsync("beto", pan, i)).Bien();
        }

        reloj.Avanzar(TimeSpan.FromMinutes(30));

        List<string> hallazgos = [];
        var leidas = await LeerRutasAsync(s, hallazgos);
        Assert.True(leidas > 150, $"solo {leidas} respuestas");
        Archivos(almacen.Carpeta, hallazgos);
        Buscar("la consola", string.Join('\n', oyente.Dichos), hallazgos);
        Buscar("la bitácora", string.Join('\n', await almacen.Base.LeerAsync(tx => tx.TodosAsync("SELECT detalle FROM bitacora", f => f.GetString(0)), default)), hallazgos);
        Assert.NotEmpty(oyente.Dichos);
        Assert.Empty(hallazgos);

        // The same search over the first corte finds them all: it could have failed.
        reloj.Ahora = s.Datos.Proceso.Calendario.InicioEn;
        (await HacerCorte.EjecutarAsync(new(reloj.Ahora), lector, publicar, s.Datos.Como("corte"), default)).Debe();
        Archivos(publicacion, hallazgos);
        Assert.All(_votos.Where(v => v != Uno + Otro), v => Assert.Contains(hallazgos, h => h.EndsWith($": {v}", StringComparison.Ordinal)));
    }

    // So many voters that these actas count and their sum is published.
    private static Proceso ConListaGrande()
    {
        var proceso = CatalogoDePrueba.Proceso();
        return proceso with { Elecciones = [.. proceso.Elecciones.Select(e => e with { Actas = [.. e.Actas.Select(a => a with { Casilla = a.Casilla with { ListaNominal = 9900 } })] })] };
    }

    private static async Task<int> LeerRutasAsync(ServidorDePrueba s, List<string> hallazgos)
    {
        var leidas = 0;
        var rutas = s.Puntos.OfType<RouteEndpoint>().Where(r => r.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods.Contains("GET") != false && !_actaEnMano.Contains(r.RoutePattern.RawText)).ToArray();
        foreach (var (puesto, permisos) in Puesto.Permisos)
        {
            var mias = rutas.Where(r => r.Metadata.GetOrderedMetadata<IAuthorizeData>().Select(a => a.Policy).SingleOrDefault(p => p is not null) is not { } politica || permisos.Contains(politica) || !Permiso.Todos.Contains(politica))
                .Select(r => Llenar(s, r.RoutePattern.RawText!)).Concat(["/tablero/tablas/etapas", "/tablero/tablas/etapas.csv"]).Distinct();
            using var cliente = s.Cliente("mirona", puesto, "CATD-01");
            Queue<string> pendientes = new(mias);
            HashSet<string> vistas = [.. pendientes];
            while (pendientes.TryDequeue(out var ruta))
            {
                var texto = await LeerAsync(cliente, ruta);
                leidas++;
                Buscar($"{puesto} {ruta}", texto, hallazgos);
                foreach (var tabla in Tabla().Matches(texto).Select(m => m.Groups[1].Value).Where(vistas.Add))
                {
                    pendientes.Enqueue(tabla);
                }
            }
        }

        return leidas;
    }

    private static string Llenar(ServidorDePrueba s, string ruta) => Hueco().Replace(ruta, m => m.Groups[1].Value switch
    {
        "eleccion" => s.Datos.Proceso.Dip().Id.Valor,
        "area" => "001",
        "nombre" => s.Datos.Acta().Nombre,
        "sitio" => "CATD-01",
        "clave" => s.Datos.Proceso.Dip().Actas[0].Casilla.Clave,
        "que" => "captura",
        "documentName" => "operacion",
        _ => "1",
    });

    // Of what goes on and on, what it says first.
    private static async Task<string> LeerAsync(HttpClient cliente, string ruta)
    {
        using var respuesta = await cliente.GetAsync(ruta, HttpCompletionOption.ResponseHeadersRead);
        var encabezados = string.Join('\n', respuesta.Headers.Select(h => $"{h.Key}: {string.Join(',', h.Value)}"));
        if (respuesta.Content.Headers.ContentType?.MediaType != "text/event-stream")
        {
            return encabezados + Encoding.Latin1.GetString(await respuesta.Content.ReadAsByteArrayAsync());
        }

        var trozo = new byte[64 * 1024];
        await using var flujo = await respuesta.Content.ReadAsStreamAsync();
        return encabezados + Encoding.UTF8.GetString(trozo, 0, await flujo.ReadAsync(trozo));
    }

    // Databases hold what was typed, and images what was photographed: all else is read, inside ZIP and Brotli too.
    private static void Archivos(string carpeta, List<string> hallazgos)
    {
        foreach (var archivo in Directory.EnumerateFiles(carpeta, "*", SearchOption.AllDirectories).Where(a => !Path.GetFileName(a).Contains(".db", StringComparison.Ordinal) && !a.EndsWith(".jpg", StringComparison.Ordinal) && !Path.GetRelativePath(carpeta, a).StartsWith("imagenes", StringComparison.Ordinal)))
        {
            if (archivo.EndsWith(".zip", StringComparison.Ordinal))
            {
                using var zip = ZipFile.OpenRead(archivo);
                foreach (var entrada in zip.Entries)
                {
                    using var flujo = entrada.Open();
                    Buscar($"{archivo}!{entrada.FullName}", Texto(flujo), hallazgos);
                }
            }
            else
            {
                using var abierto = File.OpenRead(archivo);
                using Stream flujo = archivo.EndsWith(".br", StringComparison.Ordinal) ? new BrotliStream(abierto, CompressionMode.Decompress) : abierto;
                Buscar(archivo, Texto(flujo), hallazgos);
            }
        }
    }

    private static string Texto(Stream flujo)
    {
        using StreamReader lector = new(flujo, Encoding.Latin1);
        return lector.ReadToEnd();
    }

    // A number of its own: not the middle of a hash, an hour or a longer number. With the comma of thousands too.
    private static void Buscar(string lugar, string texto, List<string> hallazgos) =>
        hallazgos.AddRange(_votos.Where(v => Regex.IsMatch(texto, $@"(?<![\w.+/=-])({v}|{v:#,0})(?![\w+/=-])")).Select(v => $"{lugar}: {v}"));

    [GeneratedRegex(@"\{\**([A-Za-z]+)[^}]*\}")]
    private static partial Regex Hueco();

    [GeneratedRegex("href=\"(/tablero/tablas/[^\"?#]+)")]
    private static partial Regex Tabla();

    private sealed class Oyente : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> Dichos { get; } = [];

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => Dichos.Enqueue($"{formatter(state, exception)} {exception}");

        public void Dispose()
        {
        }
    }
}
