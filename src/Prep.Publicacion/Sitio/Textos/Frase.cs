using System.Text;
using System.Text.Encodings.Web;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Components;
using Prep.Dominio;

namespace Prep.Publicacion.Sitio.Textos;

/// <summary>Where a link inside a sentence goes.</summary>
/// <param name="Ir">Path inside a corte that the module follows to the current one; empty in any other link.</param>
public sealed record Destino(string Ruta, string Ir = "");

/// <summary>One sentence, cut once: <c>{votos}</c> is a value, <c>**so**</c> bold, <c>`so`</c> code, <c>[so]({destino})</c> a link.</summary>
internal sealed partial class Frase
{
    private readonly Trozo[] _trozos;

    private readonly int _valores;
    private readonly bool _esFija;

    private Frase(string texto, List<Trozo> trozos)
    {
        (Texto, _trozos) = (texto, [.. trozos]);
        _valores = Valores.Concat(Enlaces).Distinct().Count();
        _esFija = trozos.TrueForAll(t => t.Clase == Clase.Literal);
    }

    private enum Clase
    {
        Literal,
        Valor,
        Marca,
        Enlace,
    }

    public string Texto { get; }

    public IEnumerable<string> Valores => _trozos.Where(t => t.Clase == Clase.Valor).Select(t => t.Texto);

    public IEnumerable<string> Enlaces => _trozos.Where(t => t.Clase == Clase.Enlace).Select(t => t.Texto);

    public bool ConMarcas => _trozos.Any(t => t.Clase is Clase.Marca or Clase.Enlace);

    /// <returns>Refused when it says nothing, or a mark or a value is not whole.</returns>
    public static Result<Frase> Leer(string texto, HtmlEncoder html)
    {
        List<Trozo> trozos = [];
        Trocear(texto, trozos, html);
        return string.IsNullOrWhiteSpace(texto) ? new Rechazo("frase_invalida", "no puede quedar vacía")
            : trozos.Count(t => t.Html is "<b>" or "</b>") % 2 != 0 ? new Rechazo("frase_invalida", "abre ** y no lo cierra")
            : trozos.Count(t => t.Html is "<code>" or "</code>") % 2 != 0 ? new Rechazo("frase_invalida", "abre ` y no lo cierra")
            : trozos.Any(t => t.Clase == Clase.Literal && t.Texto.AsSpan().ContainsAny('{', '}'))
                ? new Rechazo("frase_invalida", "tiene una llave suelta: un valor se escribe {asi}, sólo con letras")
            : new Frase(texto, trozos);
    }

    /// <summary>Without marks, for an attribute or to be encoded by the page.</summary>
    public string Llena(ReadOnlySpan<(string Nombre, string Valor)> valores)
    {
        // Most sentences, tens of times a page.
        if (_esFija && valores.IsEmpty)
        {
            return Texto;
        }

        var salida = new StringBuilder(Texto.Length + 32);
        foreach (var (clase, texto, _) in _trozos)
        {
            salida.Append(clase switch
            {
                Clase.Literal => texto,
                Clase.Valor => Valor(valores, texto),
                _ => throw new InvalidOperationException($"«{Texto}» lleva marcas: pídala con Html."),
            });
        }

        return valores.Length == _valores ? salida.ToString() : throw Distintos();
    }

    /// <summary>With its marks; every literal and every string encoded.</summary>
    public MarkupString Marcada(ReadOnlySpan<(string Nombre, object Valor)> valores, HtmlEncoder html)
    {
        var salida = new StringBuilder(Texto.Length + 64);
        foreach (var (clase, texto, marcado) in _trozos)
        {
            if (clase == Clase.Valor)
            {
                salida.Append(Valor(valores, texto) switch { MarkupString hecho => hecho.Value, var otro => html.Encode((string)otro) });
            }
            else if (clase == Clase.Enlace)
            {
                var destino = (Destino)Valor(valores, texto);
                salida.Append("<a href=\"").Append(html.Encode(destino.Ruta)).Append('"');
                if (destino.Ir.Length > 0)
                {
                    salida.Append(" data-ir=\"").Append(html.Encode(destino.Ir)).Append('"');
                }

                salida.Append('>');
            }
            else
            {
                salida.Append(marcado);
            }
        }

        return valores.Length == _valores ? new(salida.ToString()) : throw Distintos();
    }

    private TValor Valor<TValor>(ReadOnlySpan<(string Nombre, TValor Valor)> valores, string nombre)
    {
        foreach (var (suyo, valor) in valores)
        {
            if (suyo == nombre)
            {
                return valor;
            }
        }

        throw Distintos();
    }

    private InvalidOperationException Distintos() => new($"«{Texto}» no recibió justo los valores que nombra.");

    private static void Trocear(string texto, List<Trozo> trozos, HtmlEncoder html)
    {
        var desde = 0;
        foreach (Match m in Marca().Matches(texto))
        {
            Literal(texto[desde..m.Index]);
            desde = m.Index + m.Length;
            if (m.Groups["valor"] is { Success: true } valor)
            {
                trozos.Add(new(Clase.Valor, valor.Value, ""));
            }
            else if (m.Groups["enlace"] is { Success: true } enlace)
            {
                trozos.Add(new(Clase.Enlace, enlace.Value, ""));
                Trocear(m.Groups["dicho"].Value, trozos, html);
                trozos.Add(new(Clase.Marca, "", "</a>"));
            }
            else
            {
                var (abre, cierra) = m.Value == "`" ? ("<code>", "</code>") : ("<b>", "</b>");
                trozos.Add(new(Clase.Marca, "", trozos.Count(t => t.Html == abre) > trozos.Count(t => t.Html == cierra) ? cierra : abre));
            }
        }

        Literal(texto[desde..]);

        void Literal(string literal)
        {
            if (literal.Length > 0)
            {
                trozos.Add(new(Clase.Literal, literal, html.Encode(literal)));
            }
        }
    }

    private readonly record struct Trozo(Clase Clase, string Texto, string Html);

    [GeneratedRegex(@"\[(?<dicho>[^\]]+)\]\(\{(?<enlace>[a-zA-Z]+)\}\)|\{(?<valor>[a-zA-Z]+)\}|\*\*|`")]
    private static partial Regex Marca();
}
