using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Prep.Dominio;
using Prep.Operacion.Http;
using Prep.Seguimiento.Libro;
using Prep.Seguimiento.Marco;
using Prep.Seguimiento.Plan;

namespace Prep.Seguimiento.Instalacion;

/// <summary>The Secretaría Técnica plans a place, plans it otherwise, or takes it away.</summary>
public static class PreverSitio
{
    private const int LargoDeClave = 40;
    private const int LargoDeTexto = 300;
    private const int Muchos = 10_000;

    public sealed record Request(SitioPrevisto Sitio);

    public sealed record Retiro(string Clave, string Motivo);

    internal static void Map(RouteGroupBuilder instalacion)
    {
        instalacion.MapPost("", async (string programa, IFormCollection campos, HttpContext http, ContextoDeSeguimiento c, LectorDeInstalacion lector, CancellationToken ct) =>
        {
            var leido = Leer(campos);
            var hecho = leido.IsOk ? await EjecutarAsync(programa, leido.Value, c, ct) : leido.Rechazo;
            return hecho.IsOk
                ? Vuelta.Hecho(http, VerSitio.Ruta(programa, leido.Value.Sitio.Clave), $"Quedó en el plan: {leido.Value.Sitio.Clave}.")
                : await VerInstalacion.PintarAsync(programa, Devuelto.De("sitio", hecho.Rechazo.Mensaje, campos), hecho.Rechazo, c, lector, ct);
        }).RequireAuthorization(Permiso.LlevarSeguimiento);
        instalacion.MapPost("/{sitio}/retiro", async (string programa, string sitio, IFormCollection campos, HttpContext http, ContextoDeSeguimiento c, LectorDeInstalacion lector, CancellationToken ct) =>
        {
            var hecho = await RetirarAsync(programa, new(sitio, campos["motivo"].ToString().Trim()), c, ct);
            return hecho.IsOk
                ? Vuelta.Hecho(http, VerInstalacion.Ruta(programa), $"{sitio} salió del plan.")
                : await VerSitio.PintarAsync(programa, sitio, Devuelto.De("retiro", hecho.Rechazo.Mensaje, campos), hecho.Rechazo, c, lector, ct);
        }).RequireAuthorization(Permiso.LlevarSeguimiento);
    }

    /// <returns><c>programa_desconocido</c>, or those of <see cref="Decidir(Programa, Request)"/>.</returns>
    public static Task<Result<Programa>> EjecutarAsync(string programa, Request r, ContextoDeSeguimiento c, CancellationToken ct) => c.AnotarAsync(programa, (p, _) => Decidir(p, r), ct);

    /// <returns><c>programa_desconocido</c>, or those of <see cref="Decidir(Programa, Retiro)"/>.</returns>
    public static Task<Result<Programa>> RetirarAsync(string programa, Retiro r, ContextoDeSeguimiento c, CancellationToken ct) => c.AnotarAsync(programa, (p, _) => Decidir(p, r), ct);

    /// <returns><c>clave_de_sitio_invalida</c>, <c>cantidad_invalida</c>, <c>texto_largo</c>, <c>fecha_fuera_de_calendario</c>, <c>sin_cambio</c>.</returns>
    public static Result<Suceso> Decidir(Programa programa, Request r)
    {
        var (definicion, sitio) = (programa.Plan.Definicion, r.Sitio);
        return sitio.Clave.Length is 0 or > LargoDeClave || !sitio.Clave.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '.' or '_')
            ? new Rechazo("clave_de_sitio_invalida", $"La clave «{sitio.Clave}» no sirve: use letras sin acento, cifras, punto y guiones, hasta {LargoDeClave}, como CATD-01. Es la misma del catálogo y del padrón.", ClaseDeRechazo.Entrada)
            : sitio.Equipos is < 0 or > Muchos || sitio.Personas is < 0 or > Muchos ? new Rechazo("cantidad_invalida", $"Los equipos y las personas se escriben con un número, de 0 a {Muchos}.", ClaseDeRechazo.Entrada)
            : new[] { sitio.Domicilio, sitio.Enlaces, sitio.Energia }.Any(t => t.Length > LargoDeTexto) ? new Rechazo("texto_largo", $"El domicilio, los enlaces y la energía van en {LargoDeTexto} caracteres o menos cada uno. Resúmalos.", ClaseDeRechazo.Entrada)
            : sitio.ListoEl is { } dia && !definicion.EnCalendario(dia) ? ReglaDeEstado.FueraDeFecha(definicion, dia, dia)!
            : programa.Instalacion.Sitios.GetValueOrDefault(sitio.Clave) == sitio ? new Rechazo("sin_cambio", $"{sitio.Clave} ya está así en el plan.")
            : sitio;
    }

    /// <returns><c>sitio_desconocido</c>, <c>falta_motivo</c>.</returns>
    public static Result<Suceso> Decidir(Programa programa, Retiro r) =>
        !programa.Instalacion.Sitios.ContainsKey(r.Clave) ? VerSitio.Desconocido
        : r.Motivo.Length == 0 ? new Rechazo("falta_motivo", "Escriba por qué sale del plan: sus visitas y documentos quedan.", ClaseDeRechazo.Entrada)
        : new SitioRetirado(r.Clave, r.Motivo);

    private static Result<Request> Leer(IFormCollection campos)
    {
        string De(string campo) => campos[campo].ToString().Trim();
        return DeForma.Opcion<TipoDeSitio>(campos["tipo"]) is not { } tipo ? new Rechazo("falta_tipo", "Elija si es CATD o CCV.", ClaseDeRechazo.Entrada)
            : !Numero(De("equipos"), out var equipos) || !Numero(De("personas"), out var personas) ? new Rechazo("cantidad_invalida", $"Los equipos y las personas se escriben con un número, de 0 a {Muchos}.", ClaseDeRechazo.Entrada)
            : De("listo") is { Length: > 0 } listo && DeForma.Dia(listo) is null ? new Rechazo("fecha_invalida", "La fecha no se entiende: elíjala en el calendario.", ClaseDeRechazo.Entrada)
            : new Request(new(De("clave").ToUpperInvariant(), tipo, De("domicilio"), equipos, personas, De("enlaces"), De("energia"),
                DeForma.Dia(De("listo"))));
    }

    // Nothing written is none.
    private static bool Numero(string texto, out int numero)
    {
        numero = 0;
        return texto.Length == 0 || int.TryParse(texto, NumberStyles.None, CultureInfo.InvariantCulture, out numero);
    }
}
