using Prep.Dominio.Actas;
using Prep.Navegador.Casa;

namespace Prep.Navegador.Captura;

public sealed class MesaDeCapturaTests(Casa.Navegador navegador, ActasDibujadas dibujos)
{
    [Fact]
    public async Task Un_acta_entera_se_captura_con_el_teclado_solo()
    {
        var hecho = dibujos.Hechos[0];
        await using var mesa = await Mesa.PonerAsync(navegador, dibujos, hecho);
        var pagina = await mesa.AbrirAsync("ana");
        var consola = new List<string>();
        pagina.Console += (_, mensaje) => consola.Add(mensaje.Text);
        await Mesa.ListaAsync(pagina);
        await pagina.RetratarAsync("captura-1");
        await mesa.ClaveAsync(pagina, dibujos.Casilla(hecho));
        await mesa.TeclearAsync(pagina, "3");
        await pagina.RetratarAsync("captura-2");
        await mesa.TeclearAsync(pagina, "Backspace");
        foreach (var campo in await Mesa.CamposAsync(pagina))
        {
            await mesa.CantidadAsync(pagina, hecho.Datos!.Campos[campo]);
        }

        await pagina.RetratarAsync("captura-3");
        await mesa.TeclearAsync(pagina, "Enter");
        await pagina.WaitForFunctionAsync("() => document.getElementById('hechas').textContent === '1'");
        await pagina.RetratarAsync("captura-4");

        Assert.Equal([], consola.Where(t => !t.Contains("404")));
        await using var db = mesa.Servidor.Datos.Almacen.Base.Contexto();
        var captura = Assert.Single(db.Capturas);
        Assert.Equal(hecho.Datos!.Campos, captura.ACaptura().Campos);
    }
}
