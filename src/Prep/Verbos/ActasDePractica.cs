using Prep.Datos;
using Prep.Datos.Cuentas;
using Prep.Dominio.Actas;
using Prep.Dominio.Catalogo;
using Prep.Operacion;
using Prep.Operacion.Capacitacion;
using Prep.Operacion.Cuentas;
using Prep.Operacion.Digitalizacion;
using Prep.Simulador.Imagenes;
using Prep.Operacion.Digitalizacion.Imagenes;
using Prep.Simulador.Noches;

namespace Prep.Verbos;

/// <summary>Actas of a made-up night for the practice of the demo: some on "paper" in a folder, for who scans; others come by phone once the newcomer has had the queue for himself.</summary>
internal static class ActasDePractica
{
    private const int EnPapel = 12;

    /// <summary>Actas by phone that wait in the queue at most.</summary>
    private const int EnEspera = 3;

    /// <summary>How long the queue is the newcomer's alone, unless an acta is verified before.</summary>
    private static readonly TimeSpan _aSolas = TimeSpan.FromMinutes(6);

    public static async Task HacerAsync(Almacen almacen, AlmacenDeCuentas cuentas, string carpeta, TimeProvider reloj, CancellationToken ct)
    {
        try
        {
            using var taller = new TallerDeImagenes();
            var proceso = almacen.Catalogo!.Proceso;
            ContextoDeCuentas respuestas = new(new("demo"), cuentas, proceso, reloj);
            var catd = PadronDeEjemplo.Catd(proceso);
            var noche = Noche.De(proceso, semilla: 2024).Actas.Where(a => a.Datos is not null).ToArray();
            await DibujarAsync(taller, respuestas, noche.Where(a => a.Acta.Catd == catd).Take(EnPapel), carpeta, ct);
            await EnviarAsync(taller, almacen, respuestas, noche.Where(a => a.Acta.Catd != catd), reloj, ct);
        }
        catch (OperationCanceledException)
        {
            // stopped with the rest
        }
    }

    private static async Task DibujarAsync(TallerDeImagenes taller, ContextoDeCuentas respuestas, IEnumerable<ActaDeNoche> actas, string carpeta, CancellationToken ct)
    {
        Directory.CreateDirectory(carpeta);
        var hechas = 0;
        foreach (var acta in actas)
        {
            if (await ImagenAsync(taller, respuestas, acta, ct) is not { } bytes)
            {
                return;
            }

            await File.WriteAllBytesAsync(Path.Combine(carpeta, $"{acta.Acta.Casilla.Seccion}-{acta.Acta.Id.Nombre}.jpg"), bytes, ct);
            hechas++;
        }

        Console.WriteLine($"Actas en papel por digitalizar: {hechas}, en {carpeta}");
    }

    private static async Task EnviarAsync(TallerDeImagenes taller, Almacen almacen, ContextoDeCuentas respuestas, IEnumerable<ActaDeNoche> actas, TimeProvider reloj, CancellationToken ct)
    {
        var desde = reloj.GetTimestamp();
        var contexto = new Contexto(new("cae-de-practica"), almacen, reloj);
        foreach (var acta in actas)
        {
            while (!await HaceFaltaAsync(almacen, reloj.GetElapsedTime(desde) > _aSolas, ct))
            {
                await Task.Delay(TimeSpan.FromSeconds(5), reloj, ct);
            }

            if (await ImagenAsync(taller, respuestas, acta, ct) is not { } bytes)
            {
                return;
            }

            await RecibirImagen.EjecutarAsync(new(bytes, Origen.Casilla, Medio.Movil, acta.Acta.Id, Documento: TiposDeDocumento.ActaPrep), contexto, ct);
        }
    }

    private static Task<bool> HaceFaltaAsync(Almacen almacen, bool yaEsHora, CancellationToken ct) => almacen.Base.LeerAsync(
        async tx => (yaEsHora || await tx.EscalarAsync<long>("SELECT COUNT(*) FROM version") > 0)
            && await tx.EscalarAsync<long>("SELECT COUNT(*) FROM acta WHERE cola IS NOT NULL") < EnEspera,
        ct);

    // The answers are kept before anybody can work on the acta: an exercise is scored with them.
    private static async Task<byte[]?> ImagenAsync(TallerDeImagenes taller, ContextoDeCuentas respuestas, ActaDeNoche acta, CancellationToken ct)
    {
        var proceso = respuestas.Proceso!;
        var imagen = await TandaDeImagenes.HacerAsync(taller, proceso, proceso.Eleccion(acta.Acta.Id.Eleccion)!, new(acta.Acta, acta.Datos!), "practica", ct);
        if (imagen.IsOk)
        {
            await GuardarRespuestas.EjecutarAsync(new(acta.Acta.Id, TiposDeDocumento.ActaPrep, acta.Datos!.Campos, [(CodigoDeIntegridad.De(imagen.Value), Sirve: true)]), respuestas, ct);
            return imagen.Value;
        }

        await Console.Error.WriteLineAsync($"La práctica sigue sin más imágenes: {imagen.Rechazo.Mensaje}");
        return null;
    }
}
