using System.Diagnostics;
using System.Text.Json;
using Prep.Publicacion.Paquete;

namespace Prep.Publicacion.Comprobacion;

/// <summary>A corte is made and takes its place inside the same publication that somebody checks: what does not match then is believed only if no corte came out meanwhile and none is being made.</summary>
internal sealed class CorteQueSale(IFuenteDePublicacion fuente)
{
    /// <summary>How long one that is being made is waited for: a whole state takes seconds. What a dead publisher left half made is told after it.</summary>
    public static readonly TimeSpan Paciencia = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan _pausa = TimeSpan.FromMilliseconds(100);

    private byte[] _bufer = new byte[1 << 12];

    private readonly byte[]? _antes = Leer(fuente, RutasDePaquete.Actual, new byte[1 << 12]);

    /// <summary>Whether the check that began when this was made must be made again.</summary>
    /// <param name="faltas">What it found.</param>
    public bool CambioMientras(IReadOnlyList<Hallazgo> faltas, TimeSpan paciencia, CancellationToken ct)
    {
        var espera = Stopwatch.StartNew();
        while (true)
        {
            var actual = Leer(fuente, RutasDePaquete.Actual, _bufer);
            if (!(actual ?? []).AsSpan().SequenceEqual(_antes ?? []))
            {
                return true;
            }

            if (!fuente.HayCorteEnObra(Nombre(actual)) || espera.Elapsed >= paciencia)
            {
                // One that was given up took with it what it had made.
                return faltas.Any(f => f.Codigo == RevisorDeSobrantes.Codigo && fuente.Leer(f.Archivo, ref _bufer) < 0);
            }

            ct.WaitHandle.WaitOne(_pausa);
            ct.ThrowIfCancellationRequested();
        }
    }

    private static byte[]? Leer(IFuenteDePublicacion fuente, string ruta, byte[] bufer) => fuente.Leer(ruta, ref bufer) is var leidos and >= 0 ? bufer.AsSpan(0, leidos).ToArray() : null;

    private static string Nombre(byte[]? actual)
    {
        try
        {
            return actual is null ? "" : JsonDePaquete.Leer<Actual>(actual).Corte;
        }
        catch (JsonException)
        {
            return "";
        }
    }
}
