using Prep.Operacion.Digitalizacion.Imagenes;

namespace Prep.Simulador.Tests.Imagenes;

/// <summary>Drawn actas made worse on purpose, cleaned and judged: what docs/operacion/digitalizacion.md tells.</summary>
public sealed class CalidadTests : IDisposable
{
    private readonly TallerDeImagenes _taller = new(new(Obreros: 1, Comando: ObreroDePrueba.Sano));

    public static TheoryData<string, string> Casos => new()
    {
        { "buena", "" },
        { "en la mesa", "" },
        { "borrosa 1", "" },
        { "borrosa 1.5", "nitidez:Atento" },
        { "borrosa 3", "nitidez:Mal" },
        { "inclinada 1", "" },
        { "inclinada -4", "inclinacion:Atento" },
        { "inclinada 3", "inclinacion:Atento" },
        { "inclinada 7", "inclinacion:Mal borde:Atento borde:Atento" },
        { "oscura 0.7", "" },
        { "oscura 0.5", "luz:Atento" },
        { "oscura 0.3", "luz:Mal contraste:Atento" },
        { "deslavada 0.5", "" },
        { "deslavada 0.7", "contraste:Atento" },
        { "deslavada 0.85", "contraste:Mal" },
        { "cortada 40", "borde:Atento" },
        { "cortada 300", "borde:Atento" },
        { "chica", "tamano:Mal" },
        { "gato", "hoja:Mal nitidez:Mal" },
    };

    [Theory, MemberData(nameof(Casos))]
    public async Task Cada_falta_se_dice_y_lo_bueno_no_se_reprocha(string caso, string esperado)
    {
        foreach (var e in new[] { EjemplosDeActa.Gubernatura(), EjemplosDeActa.Ayuntamientos() })
        {
            var limpia = await LimpiaAsync(Dibujo(e.Svg(0, EjemplosDeActa.Datos(e, 0)), caso));

            var reparos = Calidad.Juzgar(limpia.Medidas, AjustesDeCalidad.PorOmision);

            Assert.Equal(esperado, string.Join(' ', reparos.Select(r => $"{r.Que}:{r.Gravedad}")));
            Assert.All(reparos, r => Assert.EndsWith(".", r.Consejo));
        }
    }

    [Fact]
    public async Task El_corte_se_marca_en_su_lado()
    {
        var e = EjemplosDeActa.Gubernatura();
        var limpia = await LimpiaAsync(ActaEstropeada.Cortada(e.Svg(0, EjemplosDeActa.Datos(e, 0)), 80));

        Assert.Equal("izquierda", Assert.Single(Calidad.Juzgar(limpia.Medidas, AjustesDeCalidad.PorOmision)).Lado);
    }

    [Fact]
    public async Task Los_ajustes_mandan()
    {
        var e = EjemplosDeActa.Gubernatura();
        var limpia = await LimpiaAsync(e.Svg(0, EjemplosDeActa.Datos(e, 0)));

        var exigente = AjustesDeCalidad.PorOmision with { LadoMayor = (3000, 2000) };

        Assert.Equal("tamano", Assert.Single(Calidad.Juzgar(limpia.Medidas, exigente)).Que);
    }

    public void Dispose() => _taller.Dispose();

    private async Task<ImagenLimpia> LimpiaAsync(string svg) => (await _taller.LimpiarAsync((await _taller.HacerJpegAsync(svg, default)).Value, 0, default)).Value;

    private static string Dibujo(string acta, string caso)
    {
        var partes = caso.Split(' ');
        var cuanto = double.TryParse(partes[^1], System.Globalization.CultureInfo.InvariantCulture, out var n) ? n : 0;
        return partes[0] switch
        {
            "borrosa" => ActaEstropeada.Borrosa(acta, cuanto),
            "inclinada" => ActaEstropeada.Inclinada(acta, cuanto),
            "oscura" => ActaEstropeada.Oscura(acta, cuanto),
            "deslavada" => ActaEstropeada.Deslavada(acta, cuanto),
            "cortada" => ActaEstropeada.Cortada(acta, (int)cuanto),
            "en" => ActaEstropeada.EnLaMesa(acta),
            "chica" => ActaEstropeada.Chica(acta),
            "gato" => ActaEstropeada.Gato,
            _ => acta,
        };
    }
}
