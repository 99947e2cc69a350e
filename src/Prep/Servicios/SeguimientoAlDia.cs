using Microsoft.Extensions.Hosting;
using Prep.Seguimiento.Publico;

namespace Prep.Servicios;

/// <summary>Publishes what the Commission's book says a little after it changes, and once a day, for its lights go by dates.</summary>
public sealed partial class SeguimientoAlDia(PublicarSeguimiento publicar, TimeProvider reloj, ILogger<SeguimientoAlDia> bitacora) : BackgroundService
{
    // A session of typing is a publication each so often, not one each line.
    private static readonly TimeSpan _vuelta = TimeSpan.FromSeconds(10);
    private string? _falla;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using PeriodicTimer turno = new(_vuelta, reloj);
        do
        {
            try
            {
                var hecho = await publicar.EjecutarAsync(stoppingToken);
                Decir(hecho.IsOk ? null : hecho.Rechazo.Mensaje);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                Decir(e.Message);
            }
        }
        while (await turno.WaitForNextTickAsync(stoppingToken));
    }

    // Once for each reason: it is tried again every turn.
    private void Decir(string? falla)
    {
        if (falla is not null && falla != _falla)
        {
            Fallo(bitacora, falla);
        }

        _falla = falla;
    }

    [LoggerMessage(720, LogLevel.Error, "ALARMA: no se pudo publicar el seguimiento: {Motivo} Se reintenta; sigue servido el anterior")]
    private static partial void Fallo(ILogger bitacora, string motivo);
}
