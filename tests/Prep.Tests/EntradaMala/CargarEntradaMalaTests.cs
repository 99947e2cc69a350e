using Prep.Operacion.Tests.Preparacion;
using Prep.Tests.Casa;

namespace Prep.Tests.EntradaMala;

/// <summary><c>cargar</c>: a bad folder says where, exits 2 and leaves the store as it was, byte by byte.</summary>
public sealed class CargarEntradaMalaTests : IDisposable
{
    private const string PrimeraActa = "001,200001B0100,0001,B,01,00,1,3,,001,500,22,D,CATD-1\n";

    private static readonly Dictionary<string, Action<CarpetaDePrueba>> _danos = new()
    {
        ["falta un archivo"] = c => c.Quitar("dip_loc/actas.csv"),
        ["vacío"] = c => c.Poner("dip_loc/actas.csv", ""),
        ["encabezado mal escrito"] = c => c.Cambiar("dip_loc/actas.csv", "lista_nominal", "lista_nomina"),
        ["distrito que no existe"] = c => c.Cambiar("dip_loc/actas.csv", PrimeraActa, PrimeraActa.Replace("001,2000", "099,2000", StringComparison.Ordinal)),
        ["lista nominal negativa"] = c => c.Cambiar("dip_loc/actas.csv", PrimeraActa, PrimeraActa.Replace(",500,", ",-3,", StringComparison.Ordinal)),
        ["lista nominal con exponente"] = c => c.Cambiar("dip_loc/actas.csv", PrimeraActa, PrimeraActa.Replace(",500,", ",1e9,", StringComparison.Ordinal)),
        ["casilla repetida"] = c => c.Cambiar("dip_loc/actas.csv", PrimeraActa, PrimeraActa + PrimeraActa),
        ["partido que no es contendiente"] = c => c.Cambiar("dip_loc/boletas.csv", "con,PAN|PRI|NA|C_PAN_PRI", "con,PAN|PRI|NA|XYZ"),
        ["byte nulo"] = c => c.Cambiar("dip_loc/actas.csv", PrimeraActa, PrimeraActa.Replace(",500,", ",5\0,", StringComparison.Ordinal)),
        ["línea de más de 1 MiB"] = c => c.Cambiar("dip_loc/actas.csv", PrimeraActa, new string('A', 1 << 20) + PrimeraActa),
        ["renglón cortado"] = c => c.Poner("dip_loc/actas.csv", c.Texto("dip_loc/actas.csv")[..^20]),
        ["json cortado"] = c => c.Poner("proceso.json", c.Texto("proceso.json")[..200]),
    };

    private readonly CarpetaPasajera _carpeta = new();

    [Theory]
    [InlineData("falta un archivo", "dip_loc/actas.csv:1:1")]
    [InlineData("vacío", "dip_loc/actas.csv:1:1")]
    [InlineData("encabezado mal escrito", "dip_loc/actas.csv:1:")]
    [InlineData("distrito que no existe", "dip_loc/actas.csv:2:1")]
    [InlineData("lista nominal negativa", "dip_loc/actas.csv:2:")]
    [InlineData("lista nominal con exponente", "dip_loc/actas.csv:2:")]
    [InlineData("casilla repetida", "dip_loc/actas.csv:3:")]
    [InlineData("partido que no es contendiente", "dip_loc/boletas.csv:2:")]
    [InlineData("byte nulo", "dip_loc/actas.csv:2:")]
    [InlineData("línea de más de 1 MiB", "dip_loc/actas.csv:2:")]
    [InlineData("renglón cortado", "dip_loc/actas.csv:5:")]
    [InlineData("json cortado", "proceso.json:")]
    public async Task Una_carpeta_mala_se_dice_con_su_lugar_y_el_almacen_no_se_crea(string dano, string lugar)
    {
        var eleccion = new CarpetaDePrueba();
        _danos[dano](eleccion);
        eleccion.Guardar(_carpeta.En("eleccion"));
        await SeNiegaAsync(lugar, _carpeta.En("eleccion"));
        Assert.False(Directory.Exists(_carpeta.En("almacen")));
    }

    [Fact]
    public async Task Un_almacen_que_ya_tenia_un_proceso_queda_igual_byte_por_byte()
    {
        new CarpetaDePrueba().Guardar(_carpeta.En("buena"));
        new CarpetaDePrueba().Poner("dip_loc/actas.csv", "").Guardar(_carpeta.En("mala"));
        new CarpetaDePrueba().Cambiar("proceso.json", "\"id\": \"prueba-2024\"", "\"id\": \"otra-2024\"").Guardar(_carpeta.En("otra"));
        var cargada = await Programa.CorrerAsync("cargar", _carpeta.En("buena"), "--almacen", _carpeta.En("almacen"));
        Assert.Equal(0, cargada.Codigo);

        await SeNiegaAsync("dip_loc/actas.csv:1:1", _carpeta.En("mala"));
        var otra = await Programa.CorrerAsync("cargar", _carpeta.En("otra"), "--almacen", _carpeta.En("almacen"));
        Assert.NotEqual(0, otra.Codigo);
        Assert.NotEqual("", otra.Error);
        var otraVez = await Programa.CorrerAsync("cargar", _carpeta.En("buena"), "--almacen", _carpeta.En("almacen"));
        Assert.Contains("no cambió nada", otraVez.UltimaLinea);
    }

    [Theory]
    [InlineData("no-existe", "No existe la carpeta")]
    [InlineData("bomba.zip", "No existe la carpeta")]
    public async Task Lo_que_no_es_una_carpeta(string nombre, string dice)
    {
        _carpeta.Escribir("bomba.zip", Zips.Bomba());
        await SeNiegaAsync(dice, _carpeta.En(nombre));
    }

    public void Dispose() => _carpeta.Dispose();

    private async Task SeNiegaAsync(string dice, string carpeta)
    {
        var antes = _carpeta.Huella();
        var final = await Programa.CorrerAsync("cargar", carpeta, "--almacen", _carpeta.En("almacen"));

        Assert.Equal((2, ""), (final.Codigo, final.Salida));
        Assert.Contains(dice, final.Error);
        Assert.DoesNotContain("   at ", final.Error);
        Assert.Equal(antes, _carpeta.Huella());
    }
}
