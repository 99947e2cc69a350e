using Prep.Dominio.Actas;
using Prep.Dominio.Catalogo;
using Prep.Navegador.Casa;
using Prep.Operacion;
using Prep.Operacion.Digitalizacion;
using Prep.Operacion.Tests;

namespace Prep.Navegador.Captura;

/// <summary>The desk with a real account: cookie, ficha and all.</summary>
public sealed class ConCuentaTests(Casa.Navegador navegador)
{
    [Fact]
    public async Task Si_la_sesion_termina_se_entra_en_otra_pestana_y_la_misma_captura_se_entrega()
    {
        await using var s = await ServidorConCuentas.CrearAsync(ClaseDeProceso.Practica, segundoFactor: false);
        var eleccion = s.Almacen.Catalogo!.Proceso.Elecciones[0];
        (await RecibirImagen.EjecutarAsync(
            new(JpegDePrueba.De("una"), Origen.Casilla, Medio.Movil, eleccion.Actas[0].Id, Documento: TiposDeDocumento.ActaPrep),
            new Contexto(new("cae"), s.Almacen, s.Cuentas.Reloj), default)).Debe();
        var pagina = await navegador.PaginaAsync(s.Raiz);
        await s.EntrarAsync(pagina, "ana");
        await pagina.WaitForURLAsync("**/puestos");
        await pagina.GotoAsync("/puestos/captura");
        await pagina.Locator("#trabajo").WaitForAsync();
        await Mesa.EscribirAsync(pagina, eleccion.Actas[0].Casilla);
        await pagina.Context.ClearCookiesAsync();
        await pagina.Keyboard.PressAsync("Enter");
        await Mesa.DiceAsync(pagina, "Su sesión terminó");
        var otra = await pagina.Context.NewPageAsync();
        await s.EntrarAsync(otra, "ana");
        await otra.WaitForURLAsync("**/puestos");
        await pagina.BringToFrontAsync();
        await pagina.Keyboard.PressAsync("Enter");
        await Mesa.EntregadasAsync(pagina, 1);
        await using var db = s.Almacen.Base.Contexto();
        Assert.Equal(Enumerable.Range(0, eleccion.Boleta(eleccion.Actas[0].Id).CamposDeVotos + 5), Assert.Single(db.Capturas).ACaptura().Campos.Select(c => c.Valor!.Value));
    }
}
