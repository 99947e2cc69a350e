using Microsoft.Playwright;
using Prep.Operacion.Cuentas;
using Prep.Operacion.Tests;

namespace Prep.Navegador.Casa;

/// <summary>How a person comes in: enrols the computer, shows the credential and the PIN, and ties a telephone when the puesto asks for it.</summary>
public static class Puerta
{
    public static async Task InscribirAsync(this ServidorConCuentas s, IPage pagina, string sitio = "CATD-01", string equipo = "captura 1")
    {
        var codigo = (await GenerarCodigoDeEquipo.EjecutarAsync(new(sitio, equipo), s.Cuentas.Consola, default)).Debe().Codigo;
        await pagina.GotoAsync("/equipo");
        await pagina.GetByLabel("Código").FillAsync(codigo);
        await pagina.Keyboard.PressAsync("Enter");
        await pagina.GetByText($"inscrito como «{equipo}», en {sitio}").WaitForAsync();
    }

    /// <summary>As a reader does: the code, Enter; then the PIN, Enter.</summary>
    public static async Task EntrarAsync(this ServidorConCuentas s, IPage pagina, string persona)
    {
        await pagina.GotoAsync("/entrar");
        await pagina.GetByLabel("Credencial").FocusAsync();
        await pagina.Keyboard.TypeAsync(s.Cuentas.De(persona).Codigo);
        await pagina.Keyboard.PressAsync("Enter");
        await pagina.Keyboard.TypeAsync(s.Cuentas.De(persona).Pin);
        await pagina.Keyboard.PressAsync("Enter");
    }

    /// <param name="mirar">With a look at the page that shows the QR.</param>
    /// <returns>The secret of the telephone.</returns>
    public static async Task<string> TelefonoAsync(this ServidorConCuentas s, IPage pagina, bool mirar = false)
    {
        await pagina.GetByRole(AriaRole.Button, new() { Name = "Registrar mi teléfono" }).ClickAsync();
        if (mirar)
        {
            await pagina.SinFaltasAsync();
        }

        var clave = (await pagina.InnerTextAsync("code")).Replace(" ", "", StringComparison.Ordinal);
        await pagina.GetByLabel("Código de seis dígitos").FillAsync(Totp.Codigo(clave, Totp.Paso(s.Cuentas.Reloj.Ahora)));
        await pagina.Keyboard.PressAsync("Enter");
        await pagina.GetByText("No vuelven a mostrarse").WaitForAsync();
        return clave;
    }
}
