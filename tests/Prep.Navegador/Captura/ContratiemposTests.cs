using Microsoft.Playwright;
using Prep.Navegador.Casa;
using Prep.Publicacion.Formatos;

namespace Prep.Navegador.Captura;

/// <summary>What goes wrong in a long night: nothing typed is lost, nothing is delivered twice, and the screen says what happened.</summary>
public sealed class ContratiemposTests(Casa.Navegador navegador, ActasDibujadas dibujos)
{
    private Hecho Una => dibujos.Hechos[11];

    private Hecho Otra => dibujos.Hechos[12];

    [Fact]
    public async Task Al_recargar_vuelve_lo_escrito_y_la_misma_acta()
    {
        await using var mesa = await Mesa.PonerAsync(navegador, dibujos, Una, Otra);
        var pagina = await mesa.AbrirAsync("ana");
        await Mesa.ListaAsync(pagina);
        var hecho = await mesa.EnManoAsync("ana");
        await mesa.ClaveAsync(pagina, dibujos.Casilla(hecho));
        await mesa.TeclearAsync(pagina, "1", "2", "Enter", "*", "3");
        var antes = await Mesa.EscritoAsync(pagina);
        await pagina.ReloadAsync();
        await Mesa.ListaAsync(pagina);
        await Mesa.DiceAsync(pagina, "Se recuperó lo que ya había escrito de esta acta");
        Assert.Equal(antes, await Mesa.EscritoAsync(pagina));
        Assert.Equal(hecho.Id, (await mesa.EnManoAsync("ana")).Id);

        // The back button, too.
        await pagina.GotoAsync("/puestos");
        await pagina.GoBackAsync();
        await Mesa.ListaAsync(pagina);
        Assert.Equal(antes, await Mesa.EscritoAsync(pagina));

        // Another person in the same browser finds nothing of it.
        await pagina.Context.SetExtraHTTPHeadersAsync(ServidorDePantallas.Como("beto", "CAPTURA").ToDictionary());
        await pagina.ReloadAsync();
        await Mesa.ListaAsync(pagina);
        Assert.All(await Mesa.EscritoAsync(pagina), t => Assert.Equal("", t));
        Assert.Equal(0, await pagina.EvaluateAsync<int>("() => Object.keys(localStorage).length"));
    }

    [Fact]
    public async Task Sin_red_se_guarda_y_se_entrega_sola_una_sola_vez()
    {
        await using var mesa = await Mesa.PonerAsync(navegador, dibujos, Una);
        var pagina = await mesa.AbrirAsync("ana");
        await mesa.CapturarAsync(pagina, Una, entregar: false);
        await pagina.Context.SetOfflineAsync(true);
        await mesa.TeclearAsync(pagina, "Enter");
        await Mesa.DiceAsync(pagina, "Lo que escribió está guardado");
        await pagina.RetratarAsync("captura-sin-red");
        await pagina.SinFaltasAsync();
        await mesa.TeclearAsync(pagina, "Enter", "9");
        Assert.Empty(await mesa.CapturasAsync());
        await pagina.Context.SetOfflineAsync(false);
        await Mesa.EntregadasAsync(pagina, 1);
        Assert.Equal(Una.Datos!.Campos, Assert.Single(await mesa.CapturasAsync()).Campos);
    }

    [Fact]
    public async Task Si_la_respuesta_se_pierde_la_misma_entrega_se_repite_sin_dano()
    {
        await using var mesa = await Mesa.PonerAsync(navegador, dibujos, Una);
        var pagina = await mesa.AbrirAsync("ana");
        var intentos = 0;
        await pagina.RouteAsync("**/operacion/captura/capturas", async ruta =>
        {
            // The centre hears; the answer does not come back.
            if (intentos++ == 0)
            {
                await ruta.FetchAsync();
                await ruta.AbortAsync();
            }
            else
            {
                await ruta.ContinueAsync();
            }
        });
        await mesa.CapturarAsync(pagina, Una);
        await Mesa.EntregadasAsync(pagina, 1);
        Assert.Equal(2, intentos);
        Assert.Single(await mesa.CapturasAsync());
    }

    [Fact]
    public async Task Enter_dos_veces_entrega_una()
    {
        await using var mesa = await Mesa.PonerAsync(navegador, dibujos, Una, Otra);
        var pagina = await mesa.AbrirAsync("ana");
        await Mesa.ListaAsync(pagina);
        var hecho = await mesa.EnManoAsync("ana");
        await mesa.CapturarAsync(pagina, hecho, entregar: false);
        await pagina.EvaluateAsync("() => { const b = document.getElementById('entregar'); b.click(); b.click(); b.click(); }");
        await Mesa.EntregadasAsync(pagina, 1);
        await mesa.TeclearAsync(pagina, "Enter", "Enter");
        Assert.Single(await mesa.CapturasAsync());
        Assert.NotEqual(hecho.Id, (await mesa.EnManoAsync("ana")).Id);
    }

    [Fact]
    public async Task La_siguiente_y_su_imagen_llegan_antes_de_entregar()
    {
        await using var mesa = await Mesa.PonerAsync(navegador, dibujos, Una, Otra);
        var pagina = await mesa.AbrirAsync("ana");
        await Mesa.ListaAsync(pagina);
        var imagenes = 0;
        pagina.RequestFinished += (_, pedido) => imagenes += pedido.Url.EndsWith("/imagen", StringComparison.Ordinal) ? 1 : 0;
        var llega = pagina.WaitForRequestFinishedAsync(new() { Predicate = p => p.Url.EndsWith("/imagen", StringComparison.Ordinal) });
        await mesa.CapturarAsync(pagina, await mesa.EnManoAsync("ana"), entregar: false);
        await llega;
        await mesa.TeclearAsync(pagina, "Enter");
        await Mesa.EntregadasAsync(pagina, 1);
        await Mesa.ListaAsync(pagina);
        await mesa.CapturarAsync(pagina, await mesa.EnManoAsync("ana"));
        await Mesa.EntregadasAsync(pagina, 2);
        Assert.Equal(1, imagenes);
        Assert.Equal(2, (await mesa.CapturasAsync()).Count);
    }

    [Fact]
    public async Task Una_segunda_pestana_lo_dice_y_no_toma_otra_acta()
    {
        await using var mesa = await Mesa.PonerAsync(navegador, dibujos, Una, Otra);
        var primera = await mesa.AbrirAsync("ana");
        await Mesa.ListaAsync(primera);
        await mesa.TeclearAsync(primera, "4");
        var segunda = await primera.Context.NewPageAsync();
        await segunda.GotoAsync("/puestos/captura");
        await Mesa.DiceAsync(segunda, "La captura está abierta en otra pestaña");
        await segunda.SinFaltasAsync();
        await segunda.Keyboard.PressAsync("Enter");
        await Mesa.ListaAsync(segunda);
        Assert.Equal("4", (await Mesa.EscritoAsync(segunda))[0]);
        await Mesa.DiceAsync(primera, "La captura está abierta en otra pestaña");
        await using var db = mesa.Servidor.Datos.Almacen.Base.Contexto();
        Assert.Single(db.Turnos);
    }

    [Fact]
    public async Task Al_vencer_el_turno_se_dice_y_lo_escrito_vuelve_si_toca_la_misma()
    {
        await using var mesa = await Mesa.PonerAsync(navegador, dibujos, Una);
        var pagina = await mesa.AbrirAsync("ana");
        await mesa.CapturarAsync(pagina, Una, entregar: false);
        var escrito = await Mesa.EscritoAsync(pagina);

        // The centre's clock says so before the laptop's does.
        mesa.Servidor.Datos.Reloj.Avanzar(TimeSpan.FromMinutes(11));
        await mesa.TeclearAsync(pagina, "Enter");
        await Mesa.DiceAsync(pagina, "El turno venció y el acta volvió a la cola");
        await pagina.SinFaltasAsync();
        await mesa.TeclearAsync(pagina, "Enter");
        await Mesa.ListaAsync(pagina);
        await Mesa.DiceAsync(pagina, "Se recuperó lo que ya había escrito");
        Assert.Equal(escrito, await Mesa.EscritoAsync(pagina));
        await mesa.TeclearAsync(pagina, "Enter");
        await Mesa.EntregadasAsync(pagina, 1);
        Assert.Equal(Una.Datos!.Campos, Assert.Single(await mesa.CapturasAsync()).Campos);
    }

    [Fact]
    public async Task El_reloj_avisa_antes_y_suelta_el_acta_a_su_hora()
    {
        await using var mesa = await Mesa.PonerAsync(navegador, dibujos, Una);
        var pagina = await navegador.PaginaAsync(mesa.Servidor.Raiz, ServidorDePantallas.Como("ana", "CAPTURA"));
        await pagina.Clock.InstallAsync();
        await pagina.GotoAsync("/puestos/captura");
        await Mesa.ListaAsync(pagina);
        await mesa.TeclearAsync(pagina, "4");
        await pagina.Clock.FastForwardAsync("08:01");
        await Mesa.DiceAsync(pagina, "Quedan dos minutos");
        await pagina.Clock.FastForwardAsync("02:00");
        await Mesa.DiceAsync(pagina, "Se acabó el tiempo de esta acta");
        Assert.False(await pagina.IsVisibleAsync("#trabajo"));
    }

    [Fact]
    public async Task Si_la_sesion_termina_a_media_captura_se_entra_de_nuevo_y_se_sigue()
    {
        await using var mesa = await Mesa.PonerAsync(navegador, dibujos, Una);
        var pagina = await mesa.AbrirAsync("ana");
        await mesa.CapturarAsync(pagina, Una, entregar: false);
        await pagina.Context.SetExtraHTTPHeadersAsync([]);
        await mesa.TeclearAsync(pagina, "Enter");
        await Mesa.DiceAsync(pagina, "Su sesión terminó");
        Assert.True(await pagina.IsVisibleAsync("#trabajo"));
        await pagina.Context.SetExtraHTTPHeadersAsync(ServidorDePantallas.Como("ana", "CAPTURA").ToDictionary());
        await mesa.TeclearAsync(pagina, "Enter");
        await Mesa.EntregadasAsync(pagina, 1);
        Assert.Single(await mesa.CapturasAsync());
    }

    [Fact]
    public async Task Con_la_cola_vacia_la_siguiente_aparece_sola_y_se_puede_descansar()
    {
        await using var mesa = await Mesa.PonerAsync(navegador, dibujos);
        var pagina = await mesa.AbrirAsync("ana");
        await Mesa.DiceAsync(pagina, "No hay actas por capturar. La siguiente aparecerá sola.");
        await mesa.LlegarAsync(Una.Id, Una.Datos!);
        await mesa.LlegarAsync(Otra.Id, Otra.Datos!);
        await Mesa.ListaAsync(pagina);
        await mesa.TeclearAsync(pagina, "d");
        await Mesa.DiceAsync(pagina, "Al entregar esta acta no se le dará otra.");
        await mesa.CapturarAsync(pagina, await mesa.EnManoAsync("ana"));
        await Mesa.DiceAsync(pagina, "En descanso");
        await using var db = mesa.Servidor.Datos.Almacen.Base.Contexto();
        Assert.Single(db.Turnos);
        await mesa.TeclearAsync(pagina, "Enter");
        await Mesa.ListaAsync(pagina);
    }
}
