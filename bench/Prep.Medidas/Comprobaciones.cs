using Prep.Dominio.Actas;
using Prep.Dominio.Catalogo;
using Prep.Dominio.Cortes;
using Prep.Publicacion.Comprobacion;
using Prep.Publicacion.Paquete;

namespace Prep.Medidas;

/// <summary>What a stranger waits for: a state's publication, a lone database, many images.</summary>
public static class Comprobaciones
{
    private const int Veces = 7;
    private const int ConImagen = 1600;

    public static async Task<IReadOnlyList<Toma>> TomarAsync(CancellationToken ct)
    {
        using var lugar = new Lugar();
        return [.. DeBase(lugar, ct), .. await DePublicacionAsync(lugar, ct), .. await DeImagenesAsync(lugar, ct)];
    }

    private static IEnumerable<Toma> DeBase(Lugar lugar, CancellationToken ct)
    {
        var ruta = lugar.En("NACIONAL_DIP_2024.csv");
        BaseNacional.Escribir(ruta);
        var megas = new FileInfo(ruta).Length / 1e6;
        var (_, lapso) = Comprobar(ruta, ct);
        File.Delete(ruta);
        yield return Toma.AlMenos("csv_suelto", megas / lapso.Procesador, "MB por s de procesador", 400, "presupuesto", 1);
        yield return Toma.Aparte("csv_suelto_reloj", megas / lapso.Segundos, "MB/s", 400, "presupuesto por núcleo");
        yield return Toma.Aparte("csv_suelto_tamano", megas, "MB", 76, "el nacional que se midió al escoger la técnica");
    }

    private static async Task<IEnumerable<Toma>> DePublicacionAsync(Lugar lugar, CancellationToken ct)
    {
        var publicacion = lugar.En("estado");
        await PublicarAsync(lugar, publicacion, new Estado(Lugar.Dato("oaxaca-2024")).Toda(), null, ct);
        var (primera, lapso) = Comprobar(publicacion, ct);
        var archivos = Directory.EnumerateFiles(publicacion, "*", SearchOption.AllDirectories).ToList();
        var vara = Lapso.Mediana(Enumerable.Range(0, 3).Select(_ => Lapso.De(() => Leer(archivos))));
        return
        [
            Toma.AloMas("estado", lapso.Segundos, "s", 2),
            Toma.Aparte("estado_primera_vez", primera.Segundos, "s", 2, "presupuesto"),
            Toma.Aparte("estado_procesador", lapso.Procesador, "s", vara.Procesador, $"leer a secas sus {archivos.Count} archivos"),
        ];
    }

    private static async Task<IEnumerable<Toma>> DeImagenesAsync(Lugar lugar, CancellationToken ct)
    {
        var imagenes = Enumerable.Range(0, ConImagen).ToDictionary(n => CodigoDeIntegridad.De(Recepcion.Imagen(n)));
        var corte = ConImagenes(new Estado(Lugar.Dato("oaxaca-2024")).Toda(), new(imagenes.Keys));
        var sinBytes = lugar.En("sin-imagenes");
        var conBytes = lugar.En("con-imagenes");
        await PublicarAsync(lugar, sinBytes, corte, null, ct, ajenas: true);
        await PublicarAsync(lugar, conBytes, corte, (codigo, _) => ValueTask.FromResult<byte[]?>(Recepcion.Imagen(imagenes[codigo])), ct);
        var (sin, con) = (Comprobar(sinBytes, ct).Mediana, Comprobar(conBytes, ct).Mediana);
        var rutas = Directory.EnumerateFiles(Path.Combine(conBytes, RutasDePaquete.Imagenes), "*.jpg", SearchOption.AllDirectories).ToList();
        var megas = rutas.Sum(r => new FileInfo(r).Length) / 1e6;
        var openssl = Lapso.Mediana(Enumerable.Range(0, Veces).Select(_ => Varas.Openssl(rutas)));
        return
        [
            Toma.AlMenos("imagenes", megas / (con.Procesador - sin.Procesador), "MB por s de procesador", megas / openssl.Procesador, "openssl dgst -sha256, procesador", 0.8),
            Toma.Aparte("imagenes_reloj", megas / (con.Segundos - sin.Segundos), "MB/s", megas / openssl.Segundos, "openssl dgst -sha256, reloj"),
        ];
    }

    // The first actas of each election that have an image take one of ours, in order.
    private static Corte ConImagenes(Corte corte, Queue<CodigoDeIntegridad> codigos) => corte with
    {
        Elecciones = [.. corte.Elecciones.Select(e =>
        {
            var registros = e.Registros.Select(r => r is { Imagen: { } imagen, Contenido: Contenido.Capturada } && codigos.TryDequeue(out var codigo)
                ? r with { Imagen = imagen with { Codigo = codigo, Ajena = false } }
                : null).ToArray();
            return e with { Registros = registros, FueraDeCatalogo = [], Agregadas = [.. registros.OfType<RegistroDeActa>()] };
        })],
    };

    private static async Task PublicarAsync(Lugar lugar, string carpeta, Corte corte, FuenteDeImagenes? imagenes, CancellationToken ct, bool ajenas = false)
    {
        using var clave = ClaveDeFirma.AbrirOCrear(lugar.En("claves"));
        var hecho = (await new Publicador(carpeta, clave, TimeProvider.System, new()).PublicarAsync(ajenas ? SinBytes(corte) : corte, imagenes, ct)).Value;
        if (hecho.Alarmas.Count > 0)
        {
            throw new InvalidOperationException($"Una elección no avanzó: {string.Join(" ", hecho.Alarmas[0].Motivos)}");
        }
    }

    private static Corte SinBytes(Corte corte) => corte with
    {
        Elecciones = [.. corte.Elecciones.Select(e =>
        {
            var registros = e.Registros.Select(r => r is null ? null : r with { Imagen = r.Imagen! with { Ajena = true } }).ToArray();
            return e with { Registros = registros, Agregadas = [.. registros.OfType<RegistroDeActa>()] };
        })],
    };

    private static (Lapso Primera, Lapso Mediana) Comprobar(string objeto, CancellationToken ct)
    {
        var lapsos = Enumerable.Range(0, Veces).Select(_ => Lapso.De(() =>
        {
            var informe = Comprobador.Comprobar(objeto, new(), ct).Value;
            if (informe.Faltas.Count > 0)
            {
                throw new InvalidOperationException($"{objeto} no pasa: {informe.Faltas[0]}");
            }
        })).ToList();
        var mediana = Lapso.Mediana(lapsos.Skip(1));
        Console.Error.WriteLine($"{Path.GetFileName(objeto)}: primera {lapsos[0]}; mediana {mediana}");
        return (lapsos[0], mediana);
    }

    private static void Leer(List<string> archivos) => Parallel.ForEach(archivos, a => File.ReadAllBytes(a));
}
