using Prep.Navegador.Casa;

namespace Prep.Navegador.Puestos;

public sealed class InicioTests(Casa.Navegador navegador)
{
    [Fact]
    public async Task Quien_entra_ve_su_nombre_su_puesto_y_nada_ajeno()
    {
        await using var servidor = await ServidorDePantallas.CrearAsync();
        var pagina = await navegador.PaginaAsync(servidor.Raiz, ServidorDePantallas.Como("ana", "DIFUSOR", "CATD-01"));
        var faltas = new List<string>();
        pagina.Console += (_, mensaje) => faltas.Add(mensaje.Text);

        await pagina.GotoAsync("/puestos");

        Assert.Equal("Su puesto · PREP", await pagina.TitleAsync());
        Assert.Contains("ana", await pagina.InnerTextAsync("header"));
        Assert.Contains("Difusión · CATD-01", await pagina.InnerTextAsync("header"));
        Assert.Equal([], faltas);
        await pagina.SinFaltasAsync();
    }
}
