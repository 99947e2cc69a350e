using Microsoft.AspNetCore.Http;
using Prep.Dominio;
using Prep.Pantallas;

namespace Prep.Operacion.Http;

/// <summary>What a form answers when it was done: a 303 to a screen, which says the sentence once. A reload repeats nothing.</summary>
public static class Vuelta
{
    private const string Galleta = "prep.aviso";

    public static IResult Hecho(HttpContext http, string ruta, string frase)
    {
        Dejar(http, frase);
        return Formas.Ver(ruta);
    }

    /// <summary>Says what a result says: the sentence given, or that of the refusal.</summary>
    public static IResult De<T>(HttpContext http, string ruta, Result<T> resultado, string frase)
    {
        Dejar(http, resultado.IsOk ? frase : resultado.Rechazo.Mensaje, resultado.IsOk ? TonoDeAviso.Bien : TonoDeAviso.Mal);
        return Formas.Ver(ruta);
    }

    public static void Dejar(HttpContext http, string frase, TonoDeAviso tono = TonoDeAviso.Bien) => http.Response.Cookies.Append(
        Galleta, $"{(int)tono}{Uri.EscapeDataString(frase)}", new() { HttpOnly = true, SameSite = SameSiteMode.Strict, Secure = http.Request.IsHttps, Path = "/", MaxAge = TimeSpan.FromMinutes(1), IsEssential = true });

    /// <summary>The sentence left by the last form, once.</summary>
    public static Dicho? Recoger(HttpContext http)
    {
        if (http.Request.Cookies[Galleta] is not [>= '0' and <= '2', _, ..] frase)
        {
            return null;
        }

        http.Response.Cookies.Delete(Galleta, new() { Path = "/" });
        return new(Uri.UnescapeDataString(frase[1..]), (TonoDeAviso)(frase[0] - '0'));
    }

    public sealed record Dicho(string Frase, TonoDeAviso Tono);
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
