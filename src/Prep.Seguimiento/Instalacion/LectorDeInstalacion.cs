using Prep.Datos;
using Prep.Datos.Cuentas;

namespace Prep.Seguimiento.Instalacion;

/// <summary>The reading of the operation that all screens of the follow-up share. It is made again when something changed there, one at a time, and nobody waits long for it.</summary>
public sealed class LectorDeInstalacion(Almacen almacen, AlmacenDeCuentas cuentas, TimeProvider reloj)
{
    /// <summary>Who asks waits no longer: the last reading is shown, with its hour, and the new one is for who asks next.</summary>
    public static readonly TimeSpan Paciencia = TimeSpan.FromMilliseconds(50);

    /// <summary>Without a change it is made again after so long: what is late is so by the clock.</summary>
    private static readonly TimeSpan _vigencia = TimeSpan.FromMinutes(1);

    private readonly Lock _llave = new();
    private volatile Hecha? _ultima;
    private Task<Hecha>? _enCurso;

    /// <summary>The last reading, brought up to date when that takes little. Only the first one, after starting, is waited for.</summary>
    public async Task<LecturaDeInstalacion> LeerAsync(CancellationToken ct)
    {
        var ultima = _ultima;
        Task<Hecha> tarea;
        lock (_llave)
        {
            // Others wait for it too: who asked may leave, the reading goes on.
            tarea = _enCurso = _enCurso is { IsCompleted: false } otra ? otra : Task.Run(PonerAlDiaAsync, CancellationToken.None);
        }

        if (ultima is null)
        {
            return (await tarea.WaitAsync(ct)).Lectura;
        }

        // An operation that does not answer, or fails, leaves the Commission with what was known.
        await Task.WhenAny(tarea, Task.Delay(Paciencia, reloj, ct));
        ct.ThrowIfCancellationRequested();
        return (_ultima ?? ultima).Lectura;
    }

    private async Task<Hecha> PonerAlDiaAsync()
    {
        var huella = await LecturaDeLaOperacion.HuellaAsync(almacen, cuentas);
        if (_ultima is { } ultima && ultima.Huella == huella && reloj.GetElapsedTime(ultima.Sello) < _vigencia)
        {
            return ultima;
        }

        return _ultima = new(await LecturaDeLaOperacion.LeerAsync(almacen, cuentas, reloj), huella, reloj.GetTimestamp());
    }

    private sealed record Hecha(LecturaDeInstalacion Lectura, HuellaDeLaOperacion Huella, long Sello);
}
