using Prep.Datos;
using Prep.Datos.Cuentas;
using Prep.Datos.Seguimiento;
using Prep.Dominio.Calendario;
using Prep.Dominio.Catalogo;
using Prep.Operacion;
using Prep.Operacion.Cuentas;
using Prep.Operacion.Preparacion;
using Prep.Operacion.Publicacion;
using Prep.Operacion.Preparacion.Carpeta;
using Prep.Publicacion.Paquete;
using Prep.Seguimiento.Tablero;
using Prep.Servicios;

namespace Prep.Verbos;

/// <summary>What follows the night: its site, and a practice election whose window is now, with a corte every minute and a Commission whose plan is of these months.</summary>
internal static class DemoEnVivo
{
    public const int PrimerPuerto = 5080;

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
        var publicador = new Publicador(sitio, firma, reloj, Bases.Opciones(eleccion, Bases.PorOmision));
        await using var cuentas = await AlmacenDeCuentas.AbrirAsync(new(carpeta), reloj, ct);
        var seguimiento = await AlmacenDeSeguimiento.AbrirAsync(new(carpeta), reloj, ct);
        await CargarPlan.AlEstrenarAsync(seguimiento, reloj, ct);
        var padron = PadronDeEjemplo.Leer(proceso);
        var practica = await PlanDePractica.AbrirAsync(carpeta, padron, new("demo", "", new(seguimiento), reloj), ct);
        if (!practica.IsOk)
        {
            await Console.Error.WriteLineAsync(practica.Rechazo.Mensaje);
            return Salida.NoSePudo;
        }

        var credenciales = await CuentasAsync(cuentas, padron, proceso, reloj, ct);
        Console.WriteLine($"""

            Abra en su navegador:
              la noche de 2022, publicada    {sitioDeLaNoche}
              práctica: trabajar             {operacion}
              práctica: lo publicado         {sitioDeLaPractica}   (un corte cada minuto)
              práctica: la Comisión          {operacion}{VerTableroDelPrograma.Ruta(practica.Value.Id)}   (un plan con fechas de hoy)

            Cuentas de la práctica (cambian en cada arranque; docs/operacion/practica.md dice qué hacer con ellas):
            """);
        foreach (var c in credenciales)
        {
            Console.WriteLine($"  {c.Persona,-22} credencial {c.Codigo}   PIN {c.Pin}");
        }

        var llegadas = ActasDePractica.HacerAsync(almacen, cuentas, Path.Combine(carpeta, "por-digitalizar"), reloj, ct);
        using SenalDeReintento senal = new();
        await Corrida.HastaQueTermineAsync(
            [
                Servidores.Sitio(publicacion, sitioDeLaNoche),
                Servidores.Operacion(almacen, cuentas, seguimiento, reloj, operacion, senal),
                Servidores.Cortes(almacen, publicador, sitio, reloj, senal),
                Servidores.Seguimiento(PublicarPlan.En(carpeta, new(seguimiento), firma, reloj), reloj),
                Servidores.Sitio(sitio, sitioDeLaPractica),
            ],
            ct);
        await llegadas;
        return Salida.Hecho;
    }

    // The same election with a window that is now: practice processes have ids of their own. Its first corte is in the minute that follows, when
    // the servers are up: a corte that nobody was there to make would be told as an alarm.
    private static Proceso Ahora(Proceso proceso, DateTimeOffset ahora)
    {
        var apertura = ahora.AddTicks(-(ahora.Ticks % TimeSpan.TicksPerMinute));
        var inicio = apertura.AddMinutes(1);
        var calendario = CalendarioDelPrep.Crear(apertura, apertura, inicio, apertura.AddHours(12), CalendarioDelPrep.IntervaloMinimo, proceso.Calendario.Zona).Value;
        return proceso with { Id = $"{proceso.Id}-practica", Nombre = $"{proceso.Nombre} (práctica)", Clase = ClaseDeProceso.Practica, Calendario = calendario, SegundoFactor = false };
    }

    private static async Task<IReadOnlyList<Credencial>> CuentasAsync(AlmacenDeCuentas almacen, LecturaDePadron padron, Proceso proceso, TimeProvider reloj, CancellationToken ct)
    {
        ContextoDeCuentas c = new(new("demo"), almacen, proceso, reloj);
        await CargarPadron.EjecutarAsync(padron, c, ct);
        return (await EmitirCredenciales.EjecutarAsync(new(), c, ct)) is { IsOk: true } hechas ? hechas.Value : [];
    }
}
