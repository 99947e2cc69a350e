using System.Buffers.Binary;
using Prep.Datos;
using Prep.Dominio.Actas;
using Prep.Operacion;
using Prep.Operacion.Digitalizacion;
using Prep.Operacion.Preparacion;
using Prep.Operacion.Preparacion.Carpeta;
using Prep.Simulador.Repeticion;

namespace Prep.Medidas;

/// <summary>How fast images are acknowledged as durable, file and row, beside a writer that only keeps the files.</summary>
public static class Recepcion
{
    private const int PorTanda = 100;
    private const int Tandas = 5;
    private const int Bytes = 250_000;

    public static async Task<IReadOnlyList<Toma>> TomarAsync(CancellationToken ct)
    {
        using var lugar = new Lugar();
        var proceso = LectorDeCarpeta.Leer(Lugar.Dato("oaxaca-2024")).Resultado.Value;
        var reloj = new RelojDeRepeticion(proceso.Calendario.AperturaEn.AddHours(2));
        await using var almacen = await Almacen.AbrirAsync(new(lugar.En("almacen")), reloj, ct);
        var yo = new Contexto(new("medida-catd"), almacen, reloj);
        _ = (await CargarProceso.EjecutarAsync(proceso, yo, ct)).Value;
        var actas = proceso.Elecciones.SelectMany(e => e.Actas).Select(a => a.Id).ToList();
        var (unas, juntas, varas) = (new List<double>(), new List<double>(), new List<double>());
        await RecibirAsync(0, PorTanda, 1);    // warm: the 256 folders and the code
        for (var i = 0; i < Tandas; i++)
        {
            varas.Add(Varas.EscriturasDeArchivos(lugar.En($"vara-{i}"), [.. Enumerable.Range(0, PorTanda).Select(n => Imagen(-1 - (i * PorTanda) - n))]));
            unas.Add(await RecibirAsync((1 + (2 * i)) * PorTanda, PorTanda, 1));
            juntas.Add(await RecibirAsync((2 + (2 * i)) * PorTanda, PorTanda, 8));
        }

        var vara = Mediana(varas);
        return
        [
            Toma.AlMenos("una_tras_otra", Mediana(unas), "imágenes/s", vara, "escritor a secas, una tras otra", 0.3),
            Toma.Aparte("ocho_a_la_vez", Mediana(juntas), "imágenes/s", vara, "escritor a secas, una tras otra"),
        ];

        async Task<double> RecibirAsync(int desde, int cuantas, int aLaVez)
        {
            var imagenes = Enumerable.Range(desde, cuantas).Select(n => (Acta: actas[n], Bytes: Imagen(n))).ToList();
            var lapso = await Lapso.DeAsync(() => Parallel.ForEachAsync(
                imagenes,
                new ParallelOptions { MaxDegreeOfParallelism = aLaVez, CancellationToken = ct },
                async (i, cancelado) => _ = (await RecibirImagen.EjecutarAsync(new(i.Bytes, Origen.Casilla, Medio.Movil, i.Acta), yo, cancelado)).Value));
            return cuantas / lapso.Segundos;
        }
    }

    private static double Mediana(List<double> valores) => valores.Order().ElementAt(valores.Count / 2);

    /// <summary>Bytes with the marks of a publishable JPEG and noise where the picture would be; each number gives another.</summary>
    internal static byte[] Imagen(int numero, int bytes = Bytes)
    {
        byte[] antes =
        [
            0xFF, 0xD8,
            .. Parte(0xE0, [.. "JFIF\0"u8, 1, 1, 0, 0, 1, 0, 1, 0, 0]),
            .. Parte(0xDB, [0, .. new byte[64]]),
            .. Parte(0xC0, [8, 4, 0, 4, 0, 1, 1, 0x11, 0]),
            .. Parte(0xC4, [0, 1, .. new byte[15], 7]),
            .. Parte(0xDA, [1, 1, 0, 0, 63, 0]),
        ];
        var imagen = new byte[bytes];
        new Random(numero).NextBytes(imagen);
        for (var i = antes.Length; i < bytes; i++)
        {
            imagen[i] = imagen[i] == 0xFF ? (byte)0 : imagen[i];
        }

        antes.CopyTo(imagen, 0);
        (imagen[^2], imagen[^1]) = (0xFF, 0xD9);
        return imagen;
    }

    private static byte[] Parte(byte marca, byte[] cuerpo)
    {
        byte[] parte = [0xFF, marca, 0, 0, .. cuerpo];
        BinaryPrimitives.WriteUInt16BigEndian(parte.AsSpan(2), (ushort)(cuerpo.Length + 2));
        return parte;
    }
}
