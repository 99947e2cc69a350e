using System.Text.RegularExpressions;
using Prep.Operacion.Tests.Preparacion;
using Prep.Tests.Casa;

namespace Prep.Tests.Servicios;

/// <summary><c>cuentas</c>: how the first person who administers gets in, by the console.</summary>
public sealed class CuentasTests : IDisposable
{
    private readonly CarpetaPasajera _carpeta = new();

    [Fact]
    public async Task Por_la_consola_se_carga_el_padron_se_emiten_credenciales_y_se_da_un_codigo_de_equipo()
    {
        var almacen = await ConProcesoAsync();
        _carpeta.Escribir("bueno.csv", "persona,nombre,puestos,sitio\nadmi,Admi Nava,ADMIN_TI,CENTRAL\nana,Ana,CAPTURA,CENTRAL\n");
        _carpeta.Escribir("malo.csv", "persona,nombre,puestos,sitio\nadmi,Admi Nava,JEFA,CENTRAL\n");

        var malo = await Programa.CorrerAsync("cuentas", "cargar", _carpeta.En("malo.csv"), "--almacen", almacen);
        Assert.Equal(2, malo.Codigo);
        Assert.Contains("malo.csv:2:16: «JEFA» no es un puesto.", malo.Error);

        var bueno = await Programa.CorrerAsync("cuentas", "cargar", _carpeta.En("bueno.csv"), "--almacen", almacen);
        Assert.Equal((0, "Padrón cargado: 2 nuevas, 0 cambiadas, 0 bajas, 0 sin cambio."), (bueno.Codigo, bueno.UltimaLinea));

        var hoja = _carpeta.En("hoja.html");
        Assert.Equal(0, (await Programa.CorrerAsync("cuentas", "credenciales", "--salida", hoja, "--almacen", almacen)).Codigo);
        Assert.All([hoja, Path.Combine(almacen, "cuentas.db")], a => Assert.True(OperatingSystem.IsWindows() || File.GetUnixFileMode(a) == (UnixFileMode.UserRead | UnixFileMode.UserWrite), a));
        Assert.Equal(2, Regex.Count(await File.ReadAllTextAsync(hoja), @"PIN <strong>\d{6}</strong>"));
        Assert.Equal(2, (await Programa.CorrerAsync("cuentas", "credenciales", "--salida", hoja, "--persona", "ana", "--almacen", almacen)).Codigo);

        var nadie = await Programa.CorrerAsync("cuentas", "credenciales", "--salida", _carpeta.En("otra.html"), "--almacen", almacen);
        Assert.Equal((1, false), (nadie.Codigo, File.Exists(_carpeta.En("otra.html"))));

        var equipo = await Programa.CorrerAsync("cuentas", "equipo", "--sitio", "CENTRAL", "--nombre", "administración 1", "--almacen", almacen);
        Assert.Equal(0, equipo.Codigo);
        Assert.Matches("Código para «administración 1», en CENTRAL: [0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}", equipo.Salida);
        Assert.Equal(2, (await Programa.CorrerAsync("cuentas", "equipo", "--sitio", "de la esquina", "--almacen", almacen)).Codigo);
    }

    [Fact]
    public async Task Antes_de_haber_proceso_la_comision_ya_tiene_cuentas_y_el_programa_le_sirve()
    {
        var almacen = _carpeta.En("vacio");
        _carpeta.Escribir("padron.csv", "persona,nombre,puestos,sitio\nirving,Irving,SECRETARIA_TECNICA,CENTRAL\n");
        var cargado = await Programa.CorrerAsync("cuentas", "cargar", _carpeta.En("padron.csv"), "--almacen", almacen);
        Assert.Equal(0, cargado.Codigo);
        Assert.Contains($"{almacen} todavía no tiene un proceso", cargado.Error);

        var (operacion, sitio) = (PuertoLibre(), PuertoLibre());
        using var servir = Programa.Iniciar("servir", "--almacen", almacen, "--urls", $"{operacion};{sitio}");
        try
        {
            List<string> dicho = [];
            while (dicho.LastOrDefault() != "Ctrl C para detener.")
            {
                dicho.Add(await servir.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) ?? throw new InvalidOperationException(string.Join('\n', dicho) + await servir.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken)));
            }

            Assert.StartsWith("Todavía no hay un proceso electoral", dicho[0], StringComparison.Ordinal);
            Assert.DoesNotContain(dicho, l => l.StartsWith("Cortes", StringComparison.Ordinal));
            using HttpClient cliente = new();
            Assert.Contains("Entrar", await cliente.GetStringAsync($"{operacion}/entrar", TestContext.Current.CancellationToken));
            Assert.Equal(System.Net.HttpStatusCode.ServiceUnavailable, (await cliente.GetAsync(sitio, TestContext.Current.CancellationToken)).StatusCode);
        }
        finally
        {
            servir.Kill();
        }
    }

    private static string PuertoLibre()
    {
        using System.Net.Sockets.TcpListener puerta = new(System.Net.IPAddress.Loopback, 0);
        puerta.Start();
        return $"http://127.0.0.1:{((System.Net.IPEndPoint)puerta.LocalEndpoint).Port}";
    }

    public void Dispose() => _carpeta.Dispose();

    private async Task<string> ConProcesoAsync()
    {
        var eleccion = _carpeta.En("eleccion");
        new CarpetaDePrueba().Guardar(eleccion);
        Assert.Equal(0, (await Programa.CorrerAsync("cargar", eleccion, "--almacen", _carpeta.En("almacen"))).Codigo);
        return _carpeta.En("almacen");
    }
}
