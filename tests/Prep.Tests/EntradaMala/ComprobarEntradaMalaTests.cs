using Prep.Tests.Casa;

namespace Prep.Tests.EntradaMala;

/// <summary><c>comprobar</c>: what is no PREP object is bad input (2); a database that is damaged inside fails (1), and each damage has its place.</summary>
public sealed class ComprobarEntradaMalaTests : IDisposable
{
    private readonly CarpetaPasajera _carpeta = new();

    [Theory]
    [InlineData("vacio.csv", "vacio.csv, línea 1, columna 1")]
    [InlineData("computos.csv", "computos.csv, línea 1, columna 1")]
    [InlineData("bomba.zip", "crece demasiado al abrirse")]
    [InlineData("se-sale.zip", "sale de su carpeta")]
    [InlineData("cortado.zip", "cortado.zip")]
    [InlineData("no-existe.csv", "no hay tal carpeta ni archivo")]
    [InlineData(".", "no es una publicación")]
    public async Task Lo_que_no_se_puede_revisar_es_entrada_mala(string nombre, string dice)
    {
        _carpeta.Escribir("vacio.csv", "");
        _carpeta.Escribir("computos.csv", File.ReadAllBytes(Programa.Real("computos_oaxaca/ayuntamientos_oaxaca_2018_casilla_computo.csv")));
        _carpeta.Escribir("bomba.zip", Zips.Bomba());
        _carpeta.Escribir("se-sale.zip", Zips.QueSeSale());
        _carpeta.Escribir("cortado.zip", Zips.QueSeSale()[..40]);
        var antes = _carpeta.Huella();
        var final = await Programa.CorrerAsync("comprobar", _carpeta.En(nombre));

        Assert.Equal((2, ""), (final.Codigo, final.Salida));
        Assert.Contains(dice, final.Error);
        Assert.DoesNotContain("   at ", final.Error);
        Assert.Equal(antes, _carpeta.Huella());
        Assert.False(File.Exists(Path.GetFullPath(_carpeta.En("..", Zips.Fuera))));
    }

    [Theory]
    [InlineData("-3", "línea 10, columna 17")]
    [InlineData("1e9", "línea 10, columna 17")]
    [InlineData("12a", "línea 10, columna 17")]
    [InlineData("1\0", "línea 10, columna 17")]
    public async Task Un_voto_que_no_es_numero_falla_con_su_lugar(string voto, string lugar)
    {
        var final = await Programa.CorrerAsync("comprobar", _carpeta.Escribir("malo.csv", new BaseChica().Cambiar(10, "PAN", voto).Bytes()), "--todos");

        Assert.Equal(1, final.Codigo);
        Assert.Contains($"malo.csv, {lugar}: «", final.Salida);
    }

    [Fact]
    public async Task Un_archivo_cortado_falla_en_su_ultima_linea()
    {
        var final = await Programa.CorrerAsync("comprobar", _carpeta.Escribir("malo.csv", new BaseChica().Bytes()[..^150]), "--todos");

        Assert.Equal(1, final.Codigo);
        Assert.Contains($"malo.csv, línea {BaseChica.LineaDeNombres + BaseChica.Actas}", final.Salida);
        Assert.Contains("cortado", final.Salida);
    }

    public void Dispose() => _carpeta.Dispose();
}
