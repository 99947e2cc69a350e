using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Primitives;

namespace Prep.Operacion.Http;

/// <summary>What is written stays as it is read: marks that nobody sees and that turn around the rest of a line, which come along when one copies from another program, are left out, and so are control characters.</summary>
public static class TextoVisible
{
    public static string De(string texto) => texto.All(Queda) ? texto : new([.. texto.Where(Queda)]);

    public static StringValues De(StringValues valores) => new([.. valores.Select(v => v is null ? null : De(v))]);

    /// <summary>Whatever the forms of these routes bring.</summary>
    public static RouteGroupBuilder ConTextoVisible(this RouteGroupBuilder grupo) => grupo.AddEndpointFilter(async (contexto, siguiente) =>
    {
        for (var i = 0; i < contexto.Arguments.Count; i++)
        {
            if (contexto.Arguments[i] is IFormCollection campos)
            {
                contexto.Arguments[i] = new FormCollection(campos.ToDictionary(c => c.Key, c => De(c.Value)), campos.Files);
            }
        }

        return await siguiente(contexto);
    });

    private static bool Queda(char c) => c switch
    {
        '\r' or '\n' or '\t' => true,
        '\u061C' or '\u200E' or '\u200F' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') => false,
        _ => !char.IsControl(c),
    };
}
