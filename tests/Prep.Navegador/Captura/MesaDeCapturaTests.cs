using Microsoft.Playwright;
using Prep.Dominio.Actas;
using Prep.Dominio.Catalogo;
using Prep.Navegador.Casa;
using Prep.Publicacion.Formatos;

namespace Prep.Navegador.Captura;

/// <summary>What a captor does with the desk: the keyboard alone, on actas drawn from real rows.</summary>
public sealed class MesaDeCapturaTests(Casa.Navegador navegador, ActasDibujadas dibujos)
{
    private Hecho Ordinaria => dibujos.Hechos.First(h => dibujos.Casilla(h).Tipo == TipoDeCasilla.Basica);

    [Fact]
    public async Task Diez_renglones_reales_cuestan_sus_cifras_una_tecla_por_campo_y_la_clave()
    {
        // Every kind of casilla and of word that the file has among its captured rows.
        Hecho[] diez =
        [
            .. dibujos.Hechos.Where(h => h.Datos!.Campos.Any(c => !c.EsNumero)).Take(3),
            .. dibujos.Hechos.Where(h => dibujos.Casilla(h).ExtContigua.Trim('0').Length > 0).Take(2),
            .. dibujos.Hechos.GroupBy(h => dibujos.Casilla(h).Tipo).Select(g => g.Last()),
            .. dibujos.Hechos.Skip(700),
        ];
        diez = [.. diez.DistinctBy(h => h.Id).Take(10)];
        await using var mesa = await Mesa.PonerAsync(navegador, dibujos, diez);
        var pagina = await mesa.AbrirAsync("ana");
        var presupuesto = 0;
        for (var i = 0; i < diez.Length; i++)
        {
            await Mesa.ListaAsync(pagina);
            var hecho = await mesa.EnManoAsync("ana");
            var casilla = dibujos.Casilla(hecho);
            var cifras = hecho.Datos!.Campos.Sum(c => c.EsNumero ? $"{c}".Length : 0);
            var clave = casilla.Seccion.Length + 1 + 2 + (casilla.Tipo == TipoDeCasilla.Basica ? 1 : casilla.Numero.Length + 1)
                + (casilla.Tipo == TipoDeCasilla.Extraordinaria ? casilla.ExtContigua.TrimStart('0').Length + 1 : 0);
            presupuesto += cifras + hecho.Datos.Campos.Count + clave;
            await mesa.CapturarAsync(pagina, hecho);
            await Mesa.EntregadasAsync(pagina, i + 1);
            Assert.Equal(hecho.Datos.Campos, (await mesa.CapturasAsync())[^1].Campos);
        }

        TestContext.Current.SendDiagnosticMessage($"Diez actas: {mesa.Teclas} teclas; cifras + campos + claves = {presupuesto}.");
        Assert.InRange(mesa.Teclas, 1, presupuesto);
        Assert.All(diez, h => Assert.Equal("UnaCaptura", mesa.EstadoAsync(h).Result));
    }

    [Fact]
    public async Task En_blanco_no_es_cero_y_lo_que_no_cabe_se_dice_antes_de_entregar()
    {
        await using var mesa = await Mesa.PonerAsync(navegador, dibujos, Ordinaria);
        var pagina = await mesa.AbrirAsync("ana");
        await Mesa.ListaAsync(pagina);
        await mesa.TeclearAsync(pagina, "Enter");
        await Mesa.DiceAsync(pagina, "Escriba la sección");
        await mesa.ClaveAsync(pagina, dibujos.Casilla(Ordinaria));
        var primero = await Mesa.EnfocadaAsync(pagina);
        await mesa.TeclearAsync(pagina, "Enter");
        await Mesa.DiceAsync(pagina, "En blanco no es cero: escriba 0, o marque Sin dato / Ilegible.");
        await mesa.TeclearAsync(pagina, "1", "0", "0", "0", "0", "Enter");
        await Mesa.DiceAsync(pagina, "va de 0 a 9999");
        await pagina.RetratarAsync("captura-no-cabe");
        await pagina.SinFaltasAsync();
        Assert.Equal(primero, await Mesa.EnfocadaAsync(pagina));
        await mesa.TeclearAsync(pagina, "Backspace", "0", "Enter");
        Assert.NotEqual(primero, await Mesa.EnfocadaAsync(pagina));
        await mesa.TeclearAsync(pagina, "ArrowUp", "7");
        Assert.Equal("7", await pagina.InputValueAsync($"#{primero}"));
    }

    [Fact]
    public async Task Ilegible_y_Sin_dato_son_una_tecla_tambien_en_el_teclado_de_numeros()
    {
        await using var mesa = await Mesa.PonerAsync(navegador, dibujos, Ordinaria);
        var pagina = await mesa.AbrirAsync("ana");
        await Mesa.ListaAsync(pagina);
        await mesa.ClaveAsync(pagina, dibujos.Casilla(Ordinaria));
        await mesa.TeclearAsync(pagina, "NumpadMultiply", "NumpadDivide", "i", "S", "7", "NumpadEnter", "n");
        await Mesa.DiceAsync(pagina, "No aplica sólo es de las mesas A, P y M");
        Assert.Equal(["Ilegible", "Sin dato", "Ilegible", "Sin dato", "7", ""], (await Mesa.EscritoAsync(pagina))[2..8]);
        await mesa.TeclearAsync(pagina, "ArrowUp", "ArrowUp", "5");
        Assert.Equal("5", (await Mesa.EscritoAsync(pagina))[5]);
    }

    [Fact]
    public async Task No_se_pega_ni_se_deja_caer_nada()
    {
        await using var mesa = await Mesa.PonerAsync(navegador, dibujos, Ordinaria);
        var pagina = await mesa.AbrirAsync("ana");
        await pagina.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        await Mesa.ListaAsync(pagina);
        await pagina.EvaluateAsync("() => navigator.clipboard.writeText('123')");
        await pagina.Keyboard.PressAsync("Control+V");
        await Mesa.DiceAsync(pagina, "Aquí no se pega ni se arrastra");
        Assert.All(await Mesa.EscritoAsync(pagina), t => Assert.Equal("", t));
        Assert.All(await pagina.EvaluateAsync<string[]>("() => [...document.querySelectorAll('#hoja input')].map((c) => c.autocomplete)"), a => Assert.Equal("off", a));
    }

    [Fact]
    public async Task La_imagen_sigue_al_campo_y_se_acerca_gira_y_aclara_con_el_teclado()
    {
        await using var mesa = await Mesa.PonerAsync(navegador, dibujos, Ordinaria);
        var pagina = await mesa.AbrirAsync("ana");
        await Mesa.ListaAsync(pagina);
        await mesa.ClaveAsync(pagina, dibujos.Casilla(Ordinaria));
        var vistas = new List<string> { await VistaAsync() };
        foreach (var tecla in new[] { "4", "Enter", "+", "-", "Control+ArrowDown", "g", "g", "g", "g", "t", "h" })
        {
            await mesa.TeclearAsync(pagina, tecla);
            vistas.Add(await VistaAsync());
        }

        Assert.Equal(vistas[0], vistas[1]);
        Assert.All(vistas.Skip(1).Zip(vistas.Skip(2)), par => Assert.NotEqual(par.First, par.Second));
        Assert.Equal("4", (await Mesa.EscritoAsync(pagina))[2]);
        await pagina.RetratarAsync("captura-hoja-completa");
        await mesa.TeclearAsync(pagina, "h", "t", "t", "t");
        foreach (var campo in (await Mesa.CamposAsync(pagina)).Skip(1).Take(12))
        {
            await mesa.CantidadAsync(pagina, Ordinaria.Datos!.Campos[campo]);
        }

        await pagina.WaitForTimeoutAsync(300);
        await pagina.RetratarAsync("captura-renglon");

        Task<string> VistaAsync() => pagina.EvaluateAsync<string>("() => { const i = document.getElementById('acta'); return i.style.transform + i.className; }");
    }

    [Fact]
    public async Task La_imagen_mala_se_reporta_con_una_tecla_y_su_motivo()
    {
        await using var mesa = await Mesa.PonerAsync(navegador, dibujos, Ordinaria);
        var pagina = await mesa.AbrirAsync("ana");
        await Mesa.ListaAsync(pagina);
        await mesa.TeclearAsync(pagina, "x", "Enter");
        await Mesa.DiceAsync(pagina, "Elija con 1, 2, 3 o 4");
        await pagina.SinFaltasAsync();
        await mesa.TeclearAsync(pagina, "Escape", "1", "x");
        Assert.Equal("1", (await Mesa.EscritoAsync(pagina))[0]);
        await mesa.TeclearAsync(pagina, "2");
        await pagina.RetratarAsync("captura-reporte");
        await mesa.TeclearAsync(pagina, "Enter");
        await Mesa.EntregadasAsync(pagina, 1);
        Assert.Equal("Redigitalizar", await mesa.EstadoAsync(Ordinaria));
        Assert.Empty(await mesa.CapturasAsync());
    }

    [Fact]
    public async Task La_regla_de_letra_y_numero_esta_a_la_mano_y_las_pantallas_son_accesibles()
    {
        await using var mesa = await Mesa.PonerAsync(navegador, dibujos, Ordinaria);
        var pagina = await mesa.AbrirAsync("ana");
        await Mesa.ListaAsync(pagina);
        await pagina.SinFaltasAsync();
        await mesa.TeclearAsync(pagina, "l");
        Assert.Contains("La letra", await pagina.InnerTextAsync("#regla"));
        await pagina.SinFaltasAsync();
        await pagina.RetratarAsync("captura-regla");
        await mesa.TeclearAsync(pagina, "Enter");
        Assert.Equal("seccion", await Mesa.EnfocadaAsync(pagina));
        await mesa.CapturarAsync(pagina, Ordinaria, entregar: false);
        await pagina.SinFaltasAsync();
        await pagina.RetratarAsync("captura-entregar");
        await mesa.TeclearAsync(pagina, "Enter");
        await Mesa.DiceAsync(pagina, "No hay actas por capturar");
        await pagina.SinFaltasAsync();
        var oscura = await mesa.AbrirAsync("beto", oscuro: true);
        await Mesa.ListaAsync(oscura);
        if (Environment.GetEnvironmentVariable("PREP_IMAGENES") is { Length: > 0 } carpeta)
        {
            await oscura.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(carpeta, "captura-oscura.png") });
        }
    }
}
