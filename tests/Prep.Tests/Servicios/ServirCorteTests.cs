using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Prep.Operacion.Tests.Preparacion;
using Prep.Tests.Casa;

namespace Prep.Tests.Servicios;

/// <summary><c>servir --funciones corte</c> as a process: cortes by the wall clock, killed, started again, and told to stop.</summary>
public sealed class ServirCorteTests : IDisposable
{
    private static readonly TimeZoneInfo _zona = TimeZoneInfo.FindSystemTimeZoneById("America/Mexico_City");

    private readonly CarpetaPasajera _carpeta = new();
    private readonly List<Process> _procesos = [];

    private string Publicacion => _carpeta.En("almacen", "publicacion");

    [Fact]
    public async Task Hace_los_cortes_solo_se_repara_si_lo_matan_y_termina_limpio()
    {
        CarpetaDeHoy().Guardar(_carpeta.En("eleccion"));
        var cargada = await Programa.CorrerAsync("cargar", _carpeta.En("eleccion"), "--almacen", _carpeta.En("almacen"));
        Assert.Equal((0, ""), (cargada.Codigo, cargada.Error));

        var primero = Servir();
        var inicial = await SiguienteAsync("");
        primero.Kill();
        await primero.WaitForExitAsync(TestContext.Current.CancellationToken);

        // What a death in the middle of the next corte leaves.
        _carpeta.Escribir("almacen/publicacion/cortes/.29991231_2359/a-medias.html", "…");
        var segundo = Servir();
        var segundoCorte = await SiguienteAsync(inicial);
        Assert.True(string.CompareOrdinal(segundoCorte, inicial) > 0);
        Assert.True(Hora(segundoCorte) <= TimeProvider.System.GetUtcNow(), "antes de su minuto");
        Assert.False(Directory.Exists(Path.Combine(Publicacion, "cortes", ".29991231_2359")));

        await Programa.AjenoAsync(_carpeta.Ruta, "kill", "-TERM", $"{segundo.Id}");
        var final = await Programa.TerminarAsync(segundo);
        Assert.Equal(0, final.Codigo);
        Assert.Contains("Deteniendo", final.Salida);
        Assert.DoesNotContain("ALARMA", final.Salida + final.Error);

        var comprobacion = await Programa.CorrerAsync("comprobar", Publicacion, "--todos");
        Assert.Equal((0, "PASA"), (comprobacion.Codigo, comprobacion.UltimaLinea));
    }

    [Fact]
    public async Task Sin_proceso_cargado_dice_que_hacer()
    {
        var final = await Programa.CorrerAsync("servir", "--funciones", "corte", "--almacen", _carpeta.En("vacio"));

        Assert.Equal(2, final.Codigo);
        Assert.Contains("./prep cargar", final.Error);
    }

    [Theory]
    [InlineData("--funciones", "cortes")]
    [InlineData("--urls", "5080")]
    public async Task Una_opcion_mala(string opcion, string valor) =>
        Assert.Equal(2, (await Programa.CorrerAsync("servir", "--almacen", _carpeta.En("vacio"), opcion, valor)).Codigo);

    public void Dispose()
    {
        foreach (var proceso in _procesos)
        {
            try
            {
                proceso.Kill();
            }
            catch (InvalidOperationException)
            {
                // ended by itself
            }

            proceso.Dispose();
        }

        _carpeta.Dispose();
    }

    // Its window is now, a corte every minute; a practice, so that nothing in it can be taken for real.
    private static CarpetaDePrueba CarpetaDeHoy()
    {
        var inicio = TimeZoneInfo.ConvertTime(TimeProvider.System.GetUtcNow(), _zona);
        string Local(int horas) => inicio.AddHours(horas).ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture);
        return new CarpetaDePrueba()
            .Cambiar("proceso.json", "\"simulacro\"", "\"practica\"")
            .Cambiar("proceso.json", "\"puesta_en_ceros\": \"2024-06-02T18:00\"", $"\"puesta_en_ceros\": \"{Local(0)}\"")
            .Cambiar("proceso.json", "\"apertura\": \"2024-06-02T18:00\"", $"\"apertura\": \"{Local(0)}\"")
            .Cambiar("proceso.json", "2024-06-02T20:00", Local(0))
            .Cambiar("proceso.json", "2024-06-03T20:00", Local(2))
            .Cambiar("proceso.json", "\"minutos\": 15", "\"minutos\": 1")
            .Cambiar("proceso.json", "\"minutos\": 20", "\"minutos\": 1");
    }

    private static DateTimeOffset Hora(string corte)
    {
        var local = DateTime.ParseExact(corte, "yyyyMMdd_HHmm", CultureInfo.InvariantCulture);
        return new(local, _zona.GetUtcOffset(local));
    }

    private Process Servir()
    {
        var proceso = Programa.Iniciar("servir", "--funciones", "corte", "--almacen", _carpeta.En("almacen"));
        _procesos.Add(proceso);
        return proceso;
    }

    // The public sees it when actual.json names it.
    private async Task<string> SiguienteAsync(string anterior)
    {
        for (var i = 0; i < 150; i++)
        {
            if (Actual() is { } corte && corte != anterior)
            {
                return corte;
            }

            await Task.Delay(1000, TestContext.Current.CancellationToken);
        }

        throw new InvalidOperationException($"No hubo corte después de «{anterior}»: {_procesos[^1].HasExited}");
    }

    private string? Actual()
    {
        var ruta = Path.Combine(Publicacion, "actual.json");
        if (!File.Exists(ruta))
        {
            return null;
        }

        using var actual = JsonDocument.Parse(File.ReadAllBytes(ruta));
        return actual.RootElement.GetProperty("corte").GetString();
    }
}
