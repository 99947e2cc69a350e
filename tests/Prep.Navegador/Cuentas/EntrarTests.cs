using Microsoft.Playwright;
using Prep.Navegador.Casa;

namespace Prep.Navegador.Cuentas;

/// <summary>Enrolling, entering, the second factor and the rest, as a person does them: by keyboard, in a real browser.</summary>
public sealed class EntrarTests(Casa.Navegador navegador)
{
    [Fact]
    public async Task Un_equipo_se_inscribe_y_en_el_se_entra_y_se_descansa_sin_perder_lo_escrito()
    {
        await using var s = await ServidorAsync();
        var pagina = await navegador.PaginaAsync(s.Raiz);
        List<string> faltas = [];
        pagina.PageError += (_, falta) => faltas.Add(falta);

        await pagina.GotoAsync("/entrar");
        await pagina.GetByText("Este equipo no está inscrito").WaitForAsync();
        await pagina.SinFaltasAsync();
        await s.InscribirAsync(pagina);
        await pagina.SinFaltasAsync();
        await s.EntrarAsync(pagina, "ana");
        await pagina.WaitForURLAsync("**/puestos");
        Assert.Contains("Ana López", await pagina.InnerTextAsync("header"));

        await pagina.GotoAsync("/cuenta");
        await pagina.SinFaltasAsync();
        await pagina.RetratarAsync("cuenta");
        await pagina.GetByLabel("PIN actual").FillAsync("4182");
        await pagina.GetByRole(AriaRole.Button, new() { Name = "Cubrir la pantalla" }).ClickAsync();
        var dialogo = pagina.GetByRole(AriaRole.Dialog);
        await dialogo.WaitForAsync();
        await pagina.SinFaltasAsync();
        await pagina.Keyboard.PressAsync("Escape");
        await pagina.Keyboard.TypeAsync("000000");
        await pagina.Keyboard.PressAsync("Enter");
        await dialogo.GetByText("no coinciden").WaitForAsync();
        await pagina.Keyboard.TypeAsync(s.Cuentas.De("ana").Pin);
        await pagina.Keyboard.PressAsync("Enter");
        await dialogo.WaitForAsync(new() { State = WaitForSelectorState.Detached });
        Assert.Equal("4182", await pagina.GetByLabel("PIN actual").InputValueAsync());

        await pagina.GetByRole(AriaRole.Button, new() { Name = "Salir" }).ClickAsync();
        await pagina.WaitForURLAsync("**/entrar");
        Assert.Equal([], faltas);
    }

    [Fact]
    public async Task Quien_supervisa_registra_una_llave_de_acceso_y_despues_entra_con_ella()
    {
        await using var s = await ServidorAsync();
        var pagina = await navegador.PaginaAsync(s.Raiz);
        var cdp = await pagina.Context.NewCDPSessionAsync(pagina);
        await cdp.SendAsync("WebAuthn.enable");
        await cdp.SendAsync("WebAuthn.addVirtualAuthenticator", new()
        {
            ["options"] = new Dictionary<string, object> { ["protocol"] = "ctap2", ["transport"] = "internal", ["hasResidentKey"] = true, ["hasUserVerification"] = true, ["isUserVerified"] = true },
        });
        await s.InscribirAsync(pagina);
        await s.EntrarAsync(pagina, "sara");
        await pagina.WaitForURLAsync("**/cuenta");
        await pagina.GetByText("pide un segundo factor").WaitForAsync();
        await pagina.GetByRole(AriaRole.Button, new() { Name = "Registrar una llave de acceso" }).ClickAsync();
        await pagina.GetByText("Llaves de acceso: Llave de").WaitForAsync();
        Assert.Contains("Supervisión", await pagina.InnerTextAsync("header"));

        await s.TelefonoAsync(pagina, mirar: true);
        await pagina.SinFaltasAsync();

        await pagina.GetByRole(AriaRole.Button, new() { Name = "Salir" }).ClickAsync();
        await pagina.WaitForURLAsync("**/entrar");
        await s.EntrarAsync(pagina, "sara");
        await pagina.WaitForURLAsync("**/entrar/segundo**");
        await pagina.SinFaltasAsync();
        await pagina.GetByRole(AriaRole.Button, new() { Name = "Usar mi llave de acceso" }).ClickAsync();
        await pagina.WaitForURLAsync("**/puestos");
        Assert.Contains("Sara Díaz", await pagina.InnerTextAsync("header"));
    }

    [Fact]
    public async Task Quien_administra_ve_el_padron_y_la_hoja_de_credenciales()
    {
        await using var s = await ServidorConCuentas.CrearAsync(Dominio.Catalogo.ClaseDeProceso.Practica, segundoFactor: false);
        var pagina = await navegador.PaginaAsync(s.Raiz);
        await s.EntrarAsync(pagina, "admi");
        await pagina.WaitForURLAsync("**/puestos");
        await pagina.GotoAsync("/puestos/padron?sitio=CATD-01");
        await pagina.SinFaltasAsync();
        await pagina.RetratarAsync("padron");
        await pagina.GetByRole(AriaRole.Button, new() { Name = "Reponer credencial: Ana López" }).ClickAsync();
        await pagina.GetByText("los PIN no vuelven a mostrarse").WaitForAsync();
        await pagina.SinFaltasAsync();
        Assert.Equal(1, await pagina.Locator("svg.qr").CountAsync());
    }

    private static Task<ServidorConCuentas> ServidorAsync() => ServidorConCuentas.CrearAsync();
}
