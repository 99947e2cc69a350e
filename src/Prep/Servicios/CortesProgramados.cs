using Microsoft.Extensions.Hosting;
using Prep.Datos;
using Prep.Datos.Cortes;
using Prep.Dominio.Actas;
using Prep.Operacion;
using Prep.Operacion.Publicacion;
using Prep.Publicacion.Paquete;

namespace Prep.Servicios;

/// <summary>Makes the cortes of the calendar by itself, each at its instant; one that fails is tried again until the next is due.</summary>
/// <param name="senal">Wakes it before its time: the centre asked for another try.</param>
/// <param name="intentos">Failures after which a prepared corte is given up and the next one carries what it had.</param>
public sealed partial class CortesProgramados(
    Almacen almacen, Publicador publicador, string carpeta, TimeProvider reloj, ILogger<CortesProgramados> bitacora, SenalDeReintento senal, int intentos = CortePendiente.IntentosPorOmision)
    : BackgroundService
{
    private static readonly TimeSpan _reintento = TimeSpan.FromSeconds(15);
    private static readonly PersonaId _nadie = new("corte-programado");

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var calendario = almacen.Catalogo!.Proceso.Calendario;
        var (lector, publicar) = (new LectorDeCorte(almacen), PublicarEnCarpeta.Con(publicador, carpeta, almacen));
        var contexto = new Contexto(_nadie, almacen, reloj);
        if (publicador.Reparar() is { IsOk: false } roto)
        {
            NoSeReparo(bitacora, roto.Rechazo.Mensaje);
        }

        // After a stop, the last corte that was due is made late rather than never: it carries what was verified by its instant.
        var siguiente = calendario.Cortes().LastOrDefault(c => c <= reloj.GetUtcNow());
        siguiente = siguiente == default ? calendario.InicioEn : siguiente;
        while (!stoppingToken.IsCancellationRequested)
        {
            await EsperarAsync(siguiente, stoppingToken);
            var ultimo = siguiente == calendario.UltimaActualizacionEn;
            var despues = calendario.Siguiente(siguiente);
            await HacerAsync(new(siguiente, ultimo, despues, intentos), lector, publicar, contexto, stoppingToken);
            if (despues is not { } otro)
            {
                Terminado(bitacora, siguiente);
                return;
            }

            siguiente = otro;
        }
    }

    private async Task HacerAsync(HacerCorte.Request corte, LectorDeCorte lector, PublicarCorte publicar, Contexto contexto, CancellationToken ct)
    {
        while (true)
        {
            try
            {
                var hecho = await HacerCorte.EjecutarAsync(corte, lector, publicar, contexto, ct, a => Abandonado(bitacora, a.Id.Valor, a.Motivo));
                if (hecho.IsOk)
                {
                    Hecho(bitacora, hecho.Value.Corte.Id.Valor, hecho.Value.Corte.Elecciones.Sum(e => e.Agregadas.Count));
                    if (hecho.Value.SinAvance.Count > 0)
                    {
                        SinAvance(bitacora, hecho.Value.Corte.Id.Valor, string.Join(", ", hecho.Value.SinAvance));
                    }

                    return;
                }

                if (hecho.Rechazo.Codigo == "corte_ya_hecho")
                {
                    return;
                }

                Fallo(bitacora, corte.InstanteEn, hecho.Rechazo.Mensaje);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                Fallo(bitacora, corte.InstanteEn, e.Message);
                lector.Olvidar();
            }

            // The next corte carries all of this one: past its hour there is nothing to insist on.
            if (corte.SiguienteEn is { } limite && reloj.GetUtcNow() + _reintento >= limite)
            {
                return;
            }

            await senal.EsperarAsync(_reintento, reloj, ct);
        }
    }

    private async Task EsperarAsync(DateTimeOffset instante, CancellationToken ct)
    {
        // In short steps: a clock that is set right meanwhile is followed.
        while (instante - reloj.GetUtcNow() is var falta && falta > TimeSpan.Zero)
        {
            await senal.EsperarAsync(falta < TimeSpan.FromSeconds(5) ? falta : TimeSpan.FromSeconds(5), reloj, ct);
        }
    }

    [LoggerMessage(700, LogLevel.Information, "Corte {Corte} publicado; versiones nuevas: {Agregadas}")]
    private static partial void Hecho(ILogger bitacora, string corte, int agregadas);

    [LoggerMessage(704, LogLevel.Error, "ALARMA: en el corte {Corte} no pasan su comprobación y conservan sus datos anteriores: {Elecciones}. Se reintenta en el siguiente")]
    private static partial void SinAvance(ILogger bitacora, string corte, string elecciones);

    [LoggerMessage(705, LogLevel.Error, "ALARMA: el corte {Corte} se abandonó: {Motivo}. Lo que llevaba va en el siguiente")]
    private static partial void Abandonado(ILogger bitacora, string corte, string motivo);

    [LoggerMessage(701, LogLevel.Error, "ALARMA: el corte de {Instante:O} no se publicó: {Motivo}. Se reintenta; sigue servido el anterior")]
    private static partial void Fallo(ILogger bitacora, DateTimeOffset instante, string motivo);

    [LoggerMessage(702, LogLevel.Information, "Última actualización hecha ({Instante:O}). No hay más cortes: siga sirviendo el sitio o detenga con Ctrl C")]
    private static partial void Terminado(ILogger bitacora, DateTimeOffset instante);

    [LoggerMessage(703, LogLevel.Error, "ALARMA: la publicación no se pudo revisar al arrancar: {Motivo}")]
    private static partial void NoSeReparo(ILogger bitacora, string motivo);
}
