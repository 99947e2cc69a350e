using Microsoft.AspNetCore.Http;

namespace Prep.Operacion.Http;

/// <summary>What a form answers when it was done: a 303 to a screen, which says the sentence once. A reload repeats nothing.</summary>
public static class Vuelta
{
    private const string Galleta = "prep.aviso";

    public static IResult Hecho(HttpContext http, string ruta, string frase)
    {
        http.Response.Cookies.Append(Galleta, Uri.EscapeDataString(frase), new() { HttpOnly = true, SameSite = SameSiteMode.Strict, Path = "/", MaxAge = TimeSpan.FromMinutes(1), IsEssential = true });
        return Formas.Ver(ruta);
    }

    /// <summary>The sentence left by the last form, once.</summary>
    public static string? Recoger(HttpContext http)
    {
        if (http.Request.Cookies[Galleta] is not { Length: > 0 } frase)
        {
            return null;
        }

        http.Response.Cookies.Delete(Galleta, new() { Path = "/" });
        return Uri.UnescapeDataString(frase);
    }
}

/// <summary>A form that was refused: its screen comes back with the sentence and with what the person had written.</summary>
/// <param name="Formulario">Which of the forms of the screen.</param>
public sealed record Devuelto(string Formulario, string Mensaje, IReadOnlyDictionary<string, string> Escrito)
{
    public static Devuelto De(string formulario, string mensaje, IFormCollection campos) =>
        new(formulario, mensaje, campos.Where(c => c.Key != "ficha").ToDictionary(c => c.Key, c => c.Value.ToString()));

    /// <summary>What the person wrote in a field of a form, empty when that form was not the refused one.</summary>
    public string Texto(string formulario, string campo) => formulario == Formulario ? Escrito.GetValueOrDefault(campo, "") : "";
}
