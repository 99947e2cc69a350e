using Prep.Datos;
using Prep.Datos.Cuentas;
using Prep.Dominio;
using Prep.Dominio.Actas;
using Prep.Dominio.Calendario;
using Prep.Dominio.Catalogo;
using Prep.Operacion;
using Prep.Operacion.Cuentas;
using Prep.Operacion.Digitalizacion;
using Prep.Operacion.Preparacion;
using Prep.Operacion.Publicacion;
using Prep.Operacion.Preparacion.Carpeta;
using Prep.Publicacion.Paquete;
using Prep.Servicios;
using Prep.Servicios.Practica;
using Prep.Simulador.Imagenes;
using Prep.Simulador.Imagenes.Taller;
using Prep.Simulador.Noches;

namespace Prep.Verbos;

/// <summary>What follows the night: its site, and a practice election whose window is now, with a corte every minute.</summary>
internal static class DemoEnVivo
{
    public const int PrimerPuerto = 5080;
    private const int ActasEnCola = 40;

    /// <summary>Operation of the practice, site of the night, site of the practice.</summary>
    public static IReadOnlyList<string> Direcciones(int puerto) => [.. Enumerable.Range(puerto, 3).Select(p => $"http://localhost:{p}")];

    /// <param name="publicacion">Of the night.</param>
    /// <param name="carpeta">Store of the practice.</param>
    /// <param name="direcciones">Those of <see cref="Direcciones"/>.</param>
    public static async Task<int> ServirAsync(string publicacion, string carpeta, string eleccion, IReadOnlyList<string> direcciones, CancellationToken ct)
    {
        var (operacion, sitioDeLaNoche, sitioDeLaPractica) = (direcciones[0], direcciones[1], direcciones[2]);
        var reloj = TimeProvider.System;
        await using var almacen = await Almacen.AbrirAsync(new(carpeta), reloj, ct);
        using var firma = ClaveDeFirma.AbrirOCrear(Path.Combine(carpeta, "claves"));
        var proceso = Ahora(LectorDeCarpeta.Leer(eleccion).Resultado.Value, reloj.GetUtcNow());
        var cargado = await CargarProceso.EjecutarAsync(proceso, new(new("demo"), almacen, reloj), ct);
        if (!cargado.IsOk)
        {
            await Console.Error.WriteLineAsync(cargado.Rechazo.Mensaje);
            return Salida.NoSePudo;
        }

        var sitio = Path.Combine(carpeta, "publicacion");
        Directory.CreateDirectory(sitio);
        var publicador = new Publicador(sitio, firma, reloj, new() { Bases = Bases.De(Bases.PorOmision) });
        var clave = ClaveDePractica.Nueva();
        await using var cuentas = await AlmacenDeCuentas.AbrirAsync(new(carpeta), reloj, ct);
        var credenciales = await CuentasAsync(cuentas, proceso, reloj, ct);
        Console.WriteLine($"""

            Abra en su navegador:
              la noche de 2022, publicada    {sitioDeLaNoche}
              práctica: capturar actas       {PaginaDePractica.Enlace(operacion, clave)}
              práctica: lo publicado         {sitioDeLaPractica}   (un corte cada minuto)
            Clave de la práctica: {clave.Valor}   (cambia en cada arranque; docs/operacion/practica.md dice qué hacer)

            Cuentas de la práctica, para entrar en {operacion}/entrar:
            """);
        foreach (var c in credenciales)
        {
            Console.WriteLine($"  {c.Persona,-22} credencial {c.Codigo}   PIN {c.Pin}");
        }

        var enCola = EncolarAsync(almacen, proceso, reloj, ct);
        using SenalDeReintento senal = new();
        await Corrida.HastaQueTermineAsync(
            [
                Servidores.Sitio(publicacion, sitioDeLaNoche),
                Servidores.Operacion(almacen, cuentas, reloj, operacion, clave, senal, sitioDeLaPractica),
                Servidores.Cortes(almacen, publicador, sitio, reloj, senal),
                Servidores.Sitio(sitio, sitioDeLaPractica),
            ],
            ct);
        await enCola;
        return Salida.Hecho;
    }

    // The same election with a window that is now: practice processes have ids of their own.
    private static Proceso Ahora(Proceso proceso, DateTimeOffset ahora)
    {
        var inicio = ahora.AddTicks(-(ahora.Ticks % TimeSpan.TicksPerMinute));
        var calendario = CalendarioDelPrep.Crear(inicio, inicio, inicio, inicio.AddHours(12), CalendarioDelPrep.IntervaloMinimo, proceso.Calendario.Zona).Value;
        return proceso with { Id = $"{proceso.Id}-practica", Nombre = $"{proceso.Nombre} (práctica)", Clase = ClaseDeProceso.Practica, Calendario = calendario, SegundoFactor = false };
    }

    private static async Task<IReadOnlyList<Credencial>> CuentasAsync(AlmacenDeCuentas almacen, Proceso proceso, TimeProvider reloj, CancellationToken ct)
    {
        ContextoDeCuentas c = new(new("demo"), almacen, proceso, reloj);
        await CargarPadron.EjecutarAsync(PadronDeEjemplo.Leer(proceso), c, ct);
        return (await EmitirCredenciales.EjecutarAsync(new(), c, ct)) is { IsOk: true } hechas ? hechas.Value : [];
    }

    // Drawn actas of a made-up night arrive by phone and wait to be captured.
    private static async Task EncolarAsync(Almacen almacen, Proceso proceso, TimeProvider reloj, CancellationToken ct)
    {
        try
        {
            using var taller = new TallerDeImagenes();
            var contexto = new Contexto(new("cae-de-practica"), almacen, reloj);
            foreach (var acta in Noche.De(proceso, semilla: 2024).Actas.Where(a => a.Datos is not null).Take(ActasEnCola))
            {
                var eleccion = proceso.Eleccion(acta.Acta.Id.Eleccion)!;
                var imagen = await TandaDeImagenes.HacerAsync(taller, proceso, eleccion, new(acta.Acta, acta.Datos!), "practica", ct);
                if (!imagen.IsOk)
                {
                    await Console.Error.WriteLineAsync($"La práctica sigue sin más imágenes: {imagen.Rechazo.Mensaje}");
                    return;
                }

                await RecibirImagen.EjecutarAsync(
                    new(imagen.Value, Origen.Casilla, Medio.Movil, acta.Acta.Id, Documento: TiposDeDocumento.ActaPrep), contexto, ct);
            }
        }
        catch (OperationCanceledException)
        {
            // stopped with the rest
        }
    }
}
