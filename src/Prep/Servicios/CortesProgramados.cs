using Microsoft.Extensions.Hosting;
using Prep.Datos;
using Prep.Datos.Bases;
using Prep.Datos.Cortes;
using Prep.Datos.Filas;
using Prep.Dominio.Actas;
using Prep.Dominio.Cortes;
using Prep.Operacion;
using Prep.Operacion.Hitos;
using Prep.Operacion.Publicacion;
using Prep.Publicacion.Paquete;
using static Prep.Operacion.Publicacion.AgendaDeCortes;

namespace Prep.Servicios;

/// <summary>
/// Makes the cortes of the calendar by itself, each at its instant, if this node leads; else waits to lead. One that fails is tried again;
/// one that is not made at all is told with its reason.
/// </summary>
/// <param name="senal">Wakes it before its time: the centre asked for another try.</param>
/// <param name="intentos">Failures after which a prepared corte is given up and the next one carries what it had.</param>
/// <param name="silencio">How long this node may say nothing before another one leads.</param>
public sealed partial class CortesProgramados(
    Almacen almacen, Publicador publicador, string carpeta, TimeProvider reloj, ILogger<CortesProgramados> bitacora, SenalDeReintento senal,
    int intentos = CortePendiente.IntentosPorOmision, TimeSpan? silencio = null)
    : BackgroundService
{
    /// <summary>Name of the lead: one node of a store makes its cortes.</summary>
    public const string NombreDelMando = "cortes";

    private static readonly TimeSpan _vuelta = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan _reintento = TimeSpan.FromSeconds(15);
    private static readonly PersonaId _nadie = new("corte-programado");
    private readonly LectorDeCorte _lector = new(almacen);
    private Mando? _mando;
    private string? _falla;
    private bool _relojAvisado;
    private bool _cerosAvisado;

    private Contexto Contexto => new(_nadie, almacen, reloj) { Mando = _mando };

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            for (var acabo = false; !acabo;)
            {
                var espera = _vuelta;
                try
                {
                    (acabo, espera) = await VueltaAsync(stoppingToken);
                }
                catch (Exception e) when (e is not OperationCanceledException)
                {
                    espera = Fallar(e.Message);
                }

                if (!acabo)
                {
                    await senal.EsperarAsync(HastaElSiguiente(espera), reloj, stoppingToken);
                }
            }
        }
        finally
        {
            await SoltarAsync();
        }
    }

    private async Task<(bool Acabo, TimeSpan Espera)> VueltaAsync(CancellationToken ct)
    {
        var hechos = await LeerAsync(Contexto, ct);
        var paso = Toca(almacen.Catalogo!.Proceso, hechos, reloj.GetUtcNow(), _falla);
        if (paso is Paso.Fin fin)
        {
            Terminado(bitacora, fin.Corte);
            return (true, default);
        }

        // A server whose hour cannot be believed does not keep the lead from one whose hour can.
        if (paso is Paso.RelojAtrasado atrasado)
        {
            await SoltarAsync();
            await AvisarDelRelojAsync(atrasado.CorteEn, ct);
            return (false, _vuelta);
        }

        _relojAvisado = false;
        if (!await MandaAsync(ct))
        {
            return (false, _vuelta);
        }

        // Decided again: what another node did until it lost the lead is in the database now.
        paso = Toca(almacen.Catalogo!.Proceso, await LeerAsync(Contexto, ct), reloj.GetUtcNow(), _falla);
        return (false, await DarAsync(paso, ct));
    }

    private async Task<TimeSpan> DarAsync(Paso paso, CancellationToken ct)
    {
        var publicar = PublicarEnCarpeta.Con(publicador, carpeta, almacen, _mando!.SigueAsync);
        switch (paso)
        {
            case Paso.FaltanCeros when !_cerosAvisado:
                _cerosAvisado = true;
                FaltanCeros(bitacora);
                return _vuelta;
            case Paso.Terminar:
                var terminado = await CortePendiente.TerminarAsync(_lector, publicar, Contexto, ct, intentos, Abandonado);
                return terminado.IsOk ? Bien() : Fallar(terminado.Rechazo.Mensaje);
            case Paso.Hacer hacer:
                await OmitirAsync(hacer.Omisiones, ct);
                return await HacerAsync(hacer, publicar, ct);
            case Paso.Omitir omitir:
                await OmitirAsync(omitir.Omisiones, ct);
                return _vuelta;
            case Paso.Cerrar cerrar:
                await OmitirAsync(cerrar.Omisiones, ct);
                var cierre = await CerrarPublicacion.EjecutarAsync(_lector, publicar, Contexto, ct);
                return cierre.IsOk ? Bien() : Fallar(cierre.Rechazo.Mensaje);
            default:
                return _vuelta;
        }
    }

    private async Task<TimeSpan> HacerAsync(Paso.Hacer hacer, PublicarCorte publicar, CancellationToken ct)
    {
        var iniciada = await IniciarPublicacion.EjecutarAsync(Contexto, ct);
        if (!iniciada.IsOk)
        {
            return Fallar(iniciada.Rechazo.Mensaje);
        }

        var hecho = await HacerCorte.EjecutarAsync(new(hacer.InstanteEn, false, hacer.SiguienteEn, intentos), _lector, publicar, Contexto, ct, Abandonado);
        if (!hecho.IsOk)
        {
            return hecho.Rechazo.Codigo == "corte_ya_hecho" ? _vuelta : Fallar(hecho.Rechazo.Mensaje);
        }

        Hecho(bitacora, hecho.Value.Corte.Id.Valor, hecho.Value.Corte.Elecciones.Sum(e => e.Agregadas.Count));
        if (hecho.Value.SinAvance.Count > 0)
        {
            SinAvance(bitacora, hecho.Value.Corte.Id.Valor, string.Join(", ", hecho.Value.SinAvance));
        }

        return Bien();
    }

    private async Task<bool> MandaAsync(CancellationToken ct)
    {
        if (_mando is not null)
        {
            if (await _mando.SigueAsync())
            {
                return true;
            }

            MandoPerdido(bitacora);
            await SoltarAsync();
        }

        _mando = await almacen.Base.PedirMandoAsync(NombreDelMando, ct, silencio);
        if (_mando is null)
        {
            return false;
        }

        // Another node may have done anything since this one looked.
        _lector.Olvidar();
        Manda(bitacora);
        if (publicador.Reparar() is { IsOk: false } roto)
        {
            NoSeReparo(bitacora, roto.Rechazo.Mensaje);
        }

        return true;
    }

    private async Task SoltarAsync()
    {
        if (_mando is { } mando)
        {
            _mando = null;
            await mando.DisposeAsync();
        }
    }

    private async Task OmitirAsync(IReadOnlyList<Omision> omisiones, CancellationToken ct)
    {
        if (omisiones.Count == 0)
        {
            return;
        }

        var ahora = Contexto.Ahora;
        await almacen.Base.EscribirAsync(
            async tx =>
            {
                foreach (var o in omisiones)
                {
                    await new CorteOmitidoFila { InstanteEn = o.InstanteEn.AMicros(), Motivo = o.Motivo, RegistradoEn = ahora.AMicros() }.AnotarAsync(tx);
                    await BitacoraFila.AnotarDelProcesoAsync(tx, _nadie.Valor, "corte_omitido", $"{o.InstanteEn.UtcDateTime:O} {o.Motivo}", ahora);
                }

                return true;
            },
            hecho => hecho,
            ct);
        foreach (var o in omisiones)
        {
            Omitido(bitacora, CorteId.De(o.InstanteEn, almacen.Catalogo!.Proceso.Calendario.Zona).Valor, o.Motivo);
        }
    }

    private async Task AvisarDelRelojAsync(DateTimeOffset corteEn, CancellationToken ct)
    {
        if (_relojAvisado)
        {
            return;
        }

        _relojAvisado = true;
        var ahora = Contexto.Ahora;
        RelojAtrasado(bitacora, ahora, corteEn);
        await almacen.Base.EscribirAsync(
            async tx =>
            {
                await BitacoraFila.AnotarDelProcesoAsync(tx, _nadie.Valor, "reloj_atrasado", $"reloj={ahora.UtcDateTime:O} corte={corteEn.UtcDateTime:O}", ahora);
                return true;
            },
            hecho => hecho,
            ct);
    }

    private TimeSpan Bien()
    {
        _falla = null;
        return TimeSpan.Zero;
    }

    private TimeSpan Fallar(string motivo)
    {
        _falla = motivo;
        _lector.Olvidar();
        Fallo(bitacora, motivo);
        return _reintento;
    }

    // A corte is not made late by waiting for something else.
    private TimeSpan HastaElSiguiente(TimeSpan espera)
    {
        var ahora = reloj.GetUtcNow();
        return almacen.Catalogo!.Proceso.Calendario.Siguiente(ahora) - ahora is { } falta && falta < espera ? falta : espera;
    }

    private void Abandonado(CorteAbandonado abandonado) => Abandonado(bitacora, abandonado.Id.Valor, abandonado.Motivo);

    [LoggerMessage(700, LogLevel.Information, "Corte {Corte} publicado; versiones nuevas: {Agregadas}")]
    private static partial void Hecho(ILogger bitacora, string corte, int agregadas);

    [LoggerMessage(704, LogLevel.Error, "ALARMA: en el corte {Corte} no pasan su comprobación y conservan sus datos anteriores: {Elecciones}. Se reintenta en el siguiente")]
    private static partial void SinAvance(ILogger bitacora, string corte, string elecciones);

    [LoggerMessage(705, LogLevel.Error, "ALARMA: el corte {Corte} se abandonó: {Motivo}. Lo que llevaba va en el siguiente")]
    private static partial void Abandonado(ILogger bitacora, string corte, string motivo);

    [LoggerMessage(701, LogLevel.Error, "ALARMA: no se pudo publicar: {Motivo} Se reintenta; sigue servido el corte anterior")]
    private static partial void Fallo(ILogger bitacora, string motivo);

    [LoggerMessage(702, LogLevel.Information, "Última actualización hecha (corte {Corte}). No hay más cortes: siga sirviendo el sitio o detenga con Ctrl C")]
    private static partial void Terminado(ILogger bitacora, string corte);

    [LoggerMessage(703, LogLevel.Error, "ALARMA: la publicación no se pudo revisar al arrancar: {Motivo}")]
    private static partial void NoSeReparo(ILogger bitacora, string motivo);

    [LoggerMessage(706, LogLevel.Error, "ALARMA: el corte {Corte} no se hizo. {Motivo} El siguiente lleva lo suyo")]
    private static partial void Omitido(ILogger bitacora, string corte, string motivo);

    [LoggerMessage(707, LogLevel.Error, "ALARMA: el reloj de este servidor ({Ahora:O}) está atrás del último corte ({CorteEn:O}): aquí no se hacen cortes. Póngalo en hora")]
    private static partial void RelojAtrasado(ILogger bitacora, DateTimeOffset ahora, DateTimeOffset corteEn);

    [LoggerMessage(708, LogLevel.Information, "Este servidor hace los cortes")]
    private static partial void Manda(ILogger bitacora);

    [LoggerMessage(709, LogLevel.Error, "ALARMA: este servidor dejó de hacer los cortes: perdió su lugar en la base. Espera a recuperarlo")]
    private static partial void MandoPerdido(ILogger bitacora);

    [LoggerMessage(710, LogLevel.Information, "Falta la puesta en ceros: hasta entonces no hay cortes")]
    private static partial void FaltanCeros(ILogger bitacora);
}
