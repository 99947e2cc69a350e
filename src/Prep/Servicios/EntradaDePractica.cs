using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using Prep.Datos;
using Prep.Dominio.Catalogo;
using Prep.Operacion.Http;

namespace Prep.Servicios;

/// <summary>The key of a practice, made anew at each start and shown on its console.</summary>
public sealed record ClaveDePractica(string Valor)
{
    public static ClaveDePractica Nueva() => new(RandomNumberGenerator.GetHexString(12, lowercase: true));
}

/// <summary>Sign-in of a practice process: who says who he is, with the key of the console. Any other kind of process refuses it.</summary>
/// <remarks>Headers <c>X-Clave</c>, <c>X-Persona</c>, <c>X-Puesto</c> (a post of <see cref="Puesto"/>). For programs; persons enter with an account (<see cref="Operacion.Cuentas.EntradaPorCookie"/>).</remarks>
public sealed class EntradaDePractica(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, Almacen almacen, ClaveDePractica clave)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string Esquema = "practica";
    public const string Encabezado = "X-Clave";

    protected override Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        // A header holds only ASCII: a browser sends José as Jos%C3%A9.
        var (persona, puesto, suya) = (Uri.UnescapeDataString(Request.Headers["X-Persona"].ToString()), Request.Headers["X-Puesto"].ToString(), Request.Headers[Encabezado].ToString());
        if (almacen.Catalogo?.Proceso.Clase != ClaseDeProceso.Practica || persona.Length is 0 or > 40
            || !CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(suya), Encoding.UTF8.GetBytes(clave.Valor))
            || !Puesto.Permisos.TryGetValue(puesto, out var permisos))
        {
            return Task.FromResult(AuthenticateResult.NoResult());
        }

        var identidad = new ClaimsIdentity(
            [new(Reclamo.Persona, persona), new(Reclamo.Nombre, persona), new(Reclamo.Puesto, puesto), .. permisos.Select(p => new Claim(Reclamo.Permiso, p))], Esquema);
        return Task.FromResult(AuthenticateResult.Success(new(new(identidad), Esquema)));
    }
}
