using System.Collections.Concurrent;
using System.Text;
using Prep.Dominio;

namespace Prep.Operacion.Digitalizacion.Imagenes;

/// <param name="Obreros">Worker processes at the same time; null: one per core.</param>
/// <param name="TiempoPorImagen">From the request to the whole answer, the start of the process included; then the worker is killed.</param>
/// <param name="Calidad">JPEG quality, 1 to 100.</param>
public sealed record OpcionesDelTaller(int? Obreros = null, TimeSpan? TiempoPorImagen = null, byte Calidad = 75, ComandoDelObrero? Comando = null);

/// <summary>Makes JPEG files, from drawings of ours and from what strangers send, in worker processes: a worker that dies or hangs is replaced and the image tried once more.</summary>
public sealed class TallerDeImagenes : IDisposable
{
    private const string Paquete = "libvips42", NoSePudo = "imagen_no_se_pudo";

    private readonly ComandoDelObrero _comando;
    private readonly TimeSpan _tiempo;
    private readonly byte _calidad;
    private readonly SemaphoreSlim _lugares;
    private readonly ConcurrentBag<Obrero> _libres = [];

    public TallerDeImagenes(OpcionesDelTaller? opciones = null)
    {
        opciones ??= new();
        _comando = opciones.Comando ?? ComandoDelObrero.EstePrograma();
        _tiempo = opciones.TiempoPorImagen ?? TimeSpan.FromSeconds(20);
        _calidad = opciones.Calidad;
        Obreros = opciones.Obreros ?? Environment.ProcessorCount;
        _lugares = new(Obreros);
    }

    /// <summary>Most images drawn at the same time: callers gain nothing by asking for more at once.</summary>
    public int Obreros { get; }

    /// <summary>A grey JPEG of the size that the SVG states, without metadata; the same SVG gives the same bytes on one machine.</summary>
    /// <returns>The bytes, or <c>falta_libvips</c>, <c>imagen_tardo</c>, <c>imagen_no_se_pudo</c>.</returns>
    public async Task<Result<byte[]>> HacerJpegAsync(string svg, CancellationToken ct)
    {
        var hecha = await PedirAsync(new Trama(Trama.PedirJpeg, _calidad, Encoding.UTF8.GetBytes(svg)), ct);
        return hecha.IsOk || hecha.Rechazo.Codigo != NoSePudo ? hecha : hecha.Rechazo with { Mensaje = $"No se pudo dibujar la imagen: {hecha.Rechazo.Mensaje}" };
    }

    /// <summary>What a scanner or a camera gave, made into what is published: grey JPEG of the known profile, upright, turned as asked, with nothing but the picture; and what was measured of it.</summary>
    /// <param name="giro">Quarters of a turn, clockwise.</param>
    /// <returns>Or <c>falta_libvips</c>, <c>imagen_tardo</c>, or why it is no picture that we take.</returns>
    public async Task<Result<ImagenLimpia>> LimpiarAsync(ReadOnlyMemory<byte> original, int giro, CancellationToken ct)
    {
        if (LimitesDeOriginal.Revisar(original.Span) is { } no)
        {
            return no;
        }

        var hecha = await PedirAsync(new Trama(Trama.PedirLimpia, (byte)(((giro % 4) + 4) % 4), original.ToArray()), ct);
        return hecha.IsOk
            ? ImagenLimpia.DeBytes(hecha.Value)
            : hecha.Rechazo.Codigo == NoSePudo ? ImagenLimpia.Rechazo(hecha.Rechazo.Mensaje) : hecha.Rechazo;
    }

    private async Task<Result<byte[]>> PedirAsync(Trama peticion, CancellationToken ct)
    {
        await _lugares.WaitAsync(ct);
        try
        {
            var primera = await IntentarAsync(peticion, ct);
            return primera.SeRepite ? (await IntentarAsync(peticion, ct)).Resultado : primera.Resultado;
        }
        finally
        {
            _lugares.Release();
        }
    }

    public void Dispose()
    {
        while (_libres.TryTake(out var obrero))
        {
            obrero.Dispose();
        }

        _lugares.Dispose();
    }

    internal IReadOnlyList<int> PidsLibres => [.. _libres.Select(o => o.Pid)];

    private async Task<(Result<byte[]> Resultado, bool SeRepite)> IntentarAsync(Trama peticion, CancellationToken ct)
    {
        using var limite = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limite.CancelAfter(_tiempo);
        Obrero? obrero = null;
        try
        {
            obrero = _libres.TryTake(out var libre) ? libre : new Obrero(_comando);
            Trama respuesta;
            await using (limite.Token.Register(obrero.Matar))   // a read of a pipe may not hear the token; its end it does
            {
                respuesta = await obrero.PedirAsync(peticion, limite.Token);
            }

            _libres.Add(obrero);
            return (Traducir(respuesta), false);
        }
        catch (Exception e) when (e is IOException or OperationCanceledException or System.ComponentModel.Win32Exception)
        {
            obrero?.Dispose();
            ct.ThrowIfCancellationRequested();
            return (limite.IsCancellationRequested ? Tardo : new Rechazo(NoSePudo, e.Message), true);
        }
    }

    private Rechazo Tardo => new(
        "imagen_tardo",
        $"La imagen no estuvo lista en {_tiempo.TotalSeconds:0.#} segundos y se detuvo su proceso. Inténtelo otra vez con la máquina menos ocupada.");

    private static Result<byte[]> Traducir(Trama respuesta) => respuesta.Clase switch
    {
        Trama.Hecha => respuesta.Bytes,
        Trama.FaltaLibvips => new Rechazo(
            "falta_libvips",
            $"Falta libvips en esta máquina. Ejecute: sudo apt-get update && sudo apt-get install -y {Paquete} (en Debian 13 o más nuevo, {Paquete}t64)."),
        _ => new Rechazo(NoSePudo, Encoding.UTF8.GetString(respuesta.Bytes)),
    };
}
