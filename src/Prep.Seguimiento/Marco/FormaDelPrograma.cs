using System.Globalization;
using Microsoft.AspNetCore.Http;
using Prep.Dominio;
using Prep.Operacion.Http;
using Prep.Seguimiento.Libro;
using Prep.Seguimiento.Plan;

namespace Prep.Seguimiento.Marco;

/// <summary>A form of a screen of a programme: what was typed in it, and what it is answered.</summary>
/// <param name="Nombre">Which of the forms of its screen.</param>
internal sealed record FormaDelPrograma(string Nombre, string Programa, IFormCollection Campos, HttpContext Http, ContextoDeSeguimiento C)
{
    /// <summary>A field without the blanks around it.</summary>
    public string this[string campo] => Campos[campo].ToString().Trim();

    public DateOnly? Dia(string campo) => DeForma.Dia(this[campo]);

    public int? Numero(string campo) => int.TryParse(this[campo], NumberStyles.None, CultureInfo.InvariantCulture, out var numero) ? numero : null;

    /// <returns>Null when nothing of the list was chosen.</returns>
    public T? Opcion<T>(string campo)
        where T : struct, Enum => DeForma.Opcion<T>(this[campo]);

    /// <returns>Null when the body or the date is missing.</returns>
    public Aprobacion? Aprobacion() => EstadoPedido.AprobacionDe(Campos);

    /// <summary>Writes what is decided over the programme, and goes to the screen that shows it; refused, that screen comes back with what was typed.</summary>
    /// <param name="pintar">The screen, with the refused form.</param>
    public async Task<IResult> ResponderAsync(Func<Programa, DateTimeOffset, Result<Suceso>> decidir, string ruta, string frase, Func<Devuelto, Rechazo, Task<IResult>> pintar, CancellationToken ct)
    {
        var hecho = await C.AnotarAsync(Programa, decidir, ct);
        return hecho.IsOk ? Vuelta.Hecho(Http, ruta, frase) : await pintar(Devuelto.De(Nombre, hecho.Rechazo.Mensaje, Campos), hecho.Rechazo);
    }
}
