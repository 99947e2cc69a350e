using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;
using Prep.Datos.Cuentas;
using Prep.Dominio;

namespace Prep.Operacion.Cuentas;

/// <summary>Passkeys: registering one and entering with it, with Identity's own ceremony.</summary>
/// <remarks>The state of a ceremony travels sealed with the page and ends with it; nothing waits at the server.</remarks>
public sealed class LlavesDeAcceso(IDataProtectionProvider proteccion)
{
    private static readonly IOptions<IdentityPasskeyOptions> _opciones = Options.Create(new IdentityPasskeyOptions { UserVerificationRequirement = "required" });
    private readonly IDataProtector _sello = proteccion.CreateProtector("prep.llave");

    /// <param name="Opciones">JSON for <c>navigator.credentials</c>.</param>
    public sealed record Ceremonia(string Opciones, string Estado);

    /// <param name="Credencial">JSON that the browser gave back.</param>
    public sealed record Request(string Credencial, string Estado);

    public Task<Result<Ceremonia>> PrepararRegistroAsync(SesionViva sesion, HttpContext http, ContextoDeCuentas c, CancellationToken ct) => c.EnTransaccionAsync<Ceremonia>(
        async obra =>
        {
            if (await RegistrarTotp.PuedeAsync(obra, sesion, ct) is { } rechazo)
            {
                return rechazo;
            }

            var opciones = await new PasskeyHandler<Cuenta>(obra.Usuarios, _opciones)
                .MakeCreationOptionsAsync(new() { Id = sesion.Persona, Name = sesion.Persona, DisplayName = sesion.Nombre }, http);
            return new Ceremonia(opciones.CreationOptionsJson, Cerrar($"{sesion.Id}\n{opciones.AttestationState}"));
        },
        ct);

    public Task<Result<string>> RegistrarAsync(SesionViva sesion, Request r, HttpContext http, ContextoDeCuentas c, CancellationToken ct) => c.EnTransaccionAsync<string>(
        async obra =>
        {
            if (await RegistrarTotp.PuedeAsync(obra, sesion, ct) is { } rechazo)
            {
                return rechazo;
            }

            if (Abrir(r.Estado) is not [var de, var estado] || de != sesion.Id)
            {
                return RechazosDeCuenta.LlaveNoValida;
            }

            var hecho = await new PasskeyHandler<Cuenta>(obra.Usuarios, _opciones).PerformAttestationAsync(new() { HttpContext = http, CredentialJson = r.Credencial, AttestationState = estado });
            if (!hecho.Succeeded || hecho.UserEntity.Id != sesion.Persona)
            {
                return RechazosDeCuenta.LlaveNoValida;
            }

            var cuenta = (await obra.CuentaAsync(sesion.Persona))!;
            hecho.Passkey.Name = $"Llave de {obra.Ahora:yyyy-MM-dd}";
            await obra.Usuarios.AddOrUpdatePasskeyAsync(cuenta, hecho.Passkey);
            await RegistrarTotp.SubirSesionAsync(obra, sesion, cuenta.ListaDePuestos[0]);
            await obra.AnotarAsync(cuenta.Id, "llave_registrada", Huella(hecho.Passkey.CredentialId));
            return hecho.Passkey.Name;
        },
        ct);

    /// <summary>What the browser needs to give the second proof of a sign-in.</summary>
    public Task<Result<Ceremonia>> PrepararEntradaAsync(PasoPendiente paso, HttpContext http, ContextoDeCuentas c, CancellationToken ct) => c.EnTransaccionAsync<Ceremonia>(
        async obra =>
        {
            if (await obra.CuentaAsync(paso.Persona) is not { } cuenta)
            {
                return RechazosDeCuenta.PasoVencido;
            }

            var opciones = await new PasskeyHandler<Cuenta>(obra.Usuarios, _opciones).MakeRequestOptionsAsync(cuenta, http);
            return new Ceremonia(opciones.RequestOptionsJson, Cerrar($"{paso.Persona}\n{opciones.AssertionState}"));
        },
        ct);

    /// <returns><c>paso_vencido</c>, <c>espere</c> or <c>llave_no_valida</c>.</returns>
    public Task<Result<Entrada>> EntrarAsync(PasoPendiente paso, Request r, HttpContext http, ContextoDeCuentas c, CancellationToken ct)
    {
        c = c with { Quien = new(paso.Persona), Equipo = paso.Equipo };
        return c.AnotandoAsync<Entrada>(
            async obra =>
            {
                if (paso.VenceEn <= obra.Ahora || await obra.CuentaAsync(paso.Persona) is not { } cuenta || cuenta.SecurityStamp != paso.Sello)
                {
                    return RechazosDeCuenta.PasoVencido;
                }

                if (await Intentos.ContarAsync(obra, cuenta.Id, paso.Equipo) is { } espera)
                {
                    return espera;
                }

                if (Abrir(r.Estado) is not [var de, var estado] || de != paso.Persona
                    || await new PasskeyHandler<Cuenta>(obra.Usuarios, _opciones).PerformAssertionAsync(new() { HttpContext = http, CredentialJson = r.Credencial, AssertionState = estado })
                        is not { Succeeded: true } hecho
                    || hecho.User.Id != paso.Persona)
                {
                    await obra.AnotarAsync(cuenta.Id, "entrada_rechazada", RechazosDeCuenta.LlaveNoValida.Codigo);
                    return RechazosDeCuenta.LlaveNoValida;
                }

                await obra.Usuarios.AddOrUpdatePasskeyAsync(hecho.User, hecho.Passkey);
                await Intentos.PerdonarAsync(obra, cuenta.Id, paso.Equipo);
                return await Sesiones.AbrirAsync(obra, cuenta.Id, conSegundo: true);
            },
            ct);
    }

    private static string Huella(byte[] llave) => Convert.ToHexStringLower(SHA256.HashData(llave))[..16];

    private string Cerrar(string texto) => WebEncoders.Base64UrlEncode(_sello.Protect(Encoding.UTF8.GetBytes(texto)));

    private string[]? Abrir(string estado)
    {
        try
        {
            return Encoding.UTF8.GetString(_sello.Unprotect(WebEncoders.Base64UrlDecode(estado))).Split('\n', 2);
        }
        catch (Exception e) when (e is CryptographicException or FormatException)
        {
            return null;
        }
    }
}
