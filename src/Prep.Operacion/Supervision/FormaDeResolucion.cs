using System.Globalization;
using Microsoft.AspNetCore.Http;
using Prep.Dominio;
using Prep.Dominio.Actas;

namespace Prep.Operacion.Supervision;

/// <summary>The form where a supervisor decides each field: one of the values that were typed, or another one with its reason.</summary>
public static class FormaDeResolucion
{
    public const string Otro = "otro";

    public static string Caja(string que, CampoEnDisputa campo) => $"{que}{campo.Campo}";

    /// <returns>One decision a field; refused with <c>falta_decidir</c> or <c>valor_ilegible</c>, which name the field.</returns>
    public static Result<IReadOnlyList<ResolverEnSupervision.Decision>> Leer(IFormCollection forma, IReadOnlyList<CampoEnDisputa> disputa)
    {
        List<ResolverEnSupervision.Decision> decisiones = [];
        foreach (var campo in disputa)
        {
            var elegido = forma[Caja("valor", campo)].ToString();
            if (elegido.Length == 0)
            {
                return new Rechazo("falta_decidir", $"Decida «{campo.Nombre}»: elija uno de los valores, o escriba otro con su razón.", ClaseDeRechazo.Entrada);
            }

            var razon = forma[Caja("razon", campo)].ToString().Trim();
            if ((elegido == Otro ? Escrita(forma[Caja("otro", campo)].ToString()) : campo.Tecleados.Cast<Cantidad?>().FirstOrDefault(t => t!.Value.Codigo.ToString(CultureInfo.InvariantCulture) == elegido)) is not { } valor)
            {
                return new Rechazo("valor_ilegible", $"«{campo.Nombre}»: escriba un número de 0 a {Cantidad.Maximo}, Ilegible o Sin dato.", ClaseDeRechazo.Entrada);
            }

            if (elegido == Otro && razon.Length == 0 && !campo.Tecleados.Contains(valor))
            {
                return new Rechazo("valor_de_nadie", $"«{campo.Nombre}»: nadie capturó ese valor. Si es lo que dice la imagen, escriba por qué se lee así.", ClaseDeRechazo.Entrada);
            }

            decisiones.Add(new(campo.Campo, valor, razon));
        }

        return decisiones;
    }

    private static Cantidad? Escrita(string texto) => texto.Trim().ToLowerInvariant() switch
    {
        "*" or "i" or "ilegible" => Cantidad.Ilegible,
        "/" or "s" or "sin dato" => Cantidad.SinDato,
        "n" or "n/a" or "no aplica" => Cantidad.NoAplica,
        var digitos when int.TryParse(digitos, NumberStyles.None, CultureInfo.InvariantCulture, out var numero) && numero <= Cantidad.Maximo => Cantidad.Numero(numero),
        _ => null,
    };
}
