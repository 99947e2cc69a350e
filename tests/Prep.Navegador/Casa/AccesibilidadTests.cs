namespace Prep.Navegador.Casa;

public sealed class AccesibilidadTests(Navegador navegador)
{
    [Theory]
    [InlineData("<img src='data:,'>", "image-alt")]
    [InlineData("<p style='color:#ccc;background:#fff'>gris sobre blanco</p>", "(Light): color-contrast")]
    [InlineData("<style>p { color: #000; background: #fff } @media (prefers-color-scheme: dark) { p { color: #333; background: #222 } }</style><p>sólo mal de noche</p>", "(Dark): color-contrast")]
    public async Task Una_falta_se_ve(string cuerpo, string falta)
    {
        var pagina = await navegador.PaginaAsync("http://localhost");
        await pagina.SetContentAsync($"<!doctype html><html lang='es'><title>Prueba</title><body>{cuerpo}</body></html>");
        var dicha = await Assert.ThrowsAnyAsync<Exception>(() => pagina.SinFaltasAsync());
        Assert.Contains(falta, dicha.Message, StringComparison.Ordinal);
        await pagina.Context.CloseAsync();
    }
}
