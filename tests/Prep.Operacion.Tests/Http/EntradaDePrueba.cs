using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Prep.Operacion.Http;

namespace Prep.Operacion.Tests.Http;

/// <summary>A sign-in that believes the headers <c>X-Persona</c>, <c>X-Puesto</c>, <c>X-Sitio</c>.</summary>
public sealed class EntradaDePrueba(IOptionsMonitor<AuthenticationSchemeOptions> opciones, ILoggerFactory bitacora, UrlEncoder codificador)
    : AuthenticationHandler<AuthenticationSchemeOptions>(opciones, bitacora, codificador)
{
    protected override Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (Request.Headers["X-Persona"].ToString() is not { Length: > 0 } persona)
        {
            return Task.FromResult(AuthenticateResult.NoResult());
        }

        var permisos = Puesto.Permisos[Request.Headers["X-Puesto"].ToString()].Select(p => new Claim(Reclamo.Permiso, p));
        Claim[] sitio = Request.Headers["X-Sitio"].ToString() is { Length: > 0 } s ? [new(Reclamo.Sitio, s)] : [];
        ClaimsIdentity identidad = new(
            [new(Reclamo.Persona, persona), new(Reclamo.Nombre, persona), new(Reclamo.Puesto, Request.Headers["X-Puesto"].ToString()), .. sitio, .. permisos], "prueba");
        return Task.FromResult(AuthenticateResult.Success(new(new(identidad), "prueba")));
    }
}
