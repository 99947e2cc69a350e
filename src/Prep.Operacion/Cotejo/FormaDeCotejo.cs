using System.Globalization;
using Microsoft.AspNetCore.Http;
using Prep.Dominio;
using Prep.Operacion.Puestos;

namespace Prep.Operacion.Cotejo;

/// <summary>The checklist of a cotejador: every field said equal or different; what is sent follows from the marks.</summary>
public static class FormaDeCotejo
{
    public const string Igual = "igual";
    public const string Distinto = "distinto";

    public static string Caja(CampoDeActa campo) => $"campo{campo.Campo}";

    /// <returns>Refused when a field was not compared, or when the button contradicts the marks.</returns>
    public static Result<CotejarActa.Request> Leer(IFormCollection forma, IReadOnlyList<CampoDeActa> campos)
    {
        if (!int.TryParse(forma["version"], NumberStyles.None, CultureInfo.InvariantCulture, out var version))
        {
            return new Rechazo("falta_version", "Recargue la pantalla: no se sabe qué versión comparó.", ClaseDeRechazo.Entrada);
        }

        CampoDeActa[] faltan = [.. campos.Where(k => forma[Caja(k)] != Igual && forma[Caja(k)] != Distinto)];
        if (faltan.Length > 0)
        {
            return new Rechazo("falta_comparar", $"Falta comparar {(faltan.Length == 1 ? $"«{faltan[0].Nombre}»" : $"{faltan.Length} campos; el primero es «{faltan[0].Nombre}»")}.", ClaseDeRechazo.Entrada);
        }

        string[] distintos = [.. campos.Where(k => forma[Caja(k)] == Distinto).Select(k => k.Nombre)];
        return (forma["resultado"].ToString(), distintos.Length) switch
        {
            (nameof(ResultadoDeCotejo.Igual), 0) => new CotejarActa.Request(version, ResultadoDeCotejo.Igual),
            (nameof(ResultadoDeCotejo.Igual), _) => new Rechazo("hay_distintos", $"Usted marcó distinto «{distintos[0]}». Si lo es, pida la corrección; si no, márquelo igual.", ClaseDeRechazo.Entrada),
            (nameof(ResultadoDeCotejo.Redigitalizacion), _) => new CotejarActa.Request(version, ResultadoDeCotejo.Redigitalizacion, distintos.Length > 0 ? string.Join(", ", distintos) : "la imagen", forma["motivo"].ToString().Trim()),
            (nameof(ResultadoDeCotejo.Recaptura), > 0) => new CotejarActa.Request(version, ResultadoDeCotejo.Recaptura, string.Join(", ", distintos), forma["motivo"].ToString().Trim()),
            (nameof(ResultadoDeCotejo.Recaptura), _) => new Rechazo("ninguno_distinto", "Marque qué campo es distinto en el papel.", ClaseDeRechazo.Entrada),
            _ => new Rechazo("falta_elegir", "Diga si el papel y lo publicado son iguales, o pida la corrección.", ClaseDeRechazo.Entrada),
        };
    }
}
