using System.Globalization;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Prep.Servicios;

/// <summary>What a request says of how it wants its answer: the form, only if it changed, only a piece.</summary>
public static class CondicionesDePeticion
{
    /// <summary>Brotli to who understands it, else gzip; a header that cannot be read asks for nothing.</summary>
    public static Forma FormaAceptada(StringValues acepta)
    {
        var texto = acepta.Count == 1 ? acepta[0]! : acepta.ToString();
        switch (texto)    // what browsers send, without taking it apart
        {
            case "":
                return Forma.Plana;
            case "gzip, deflate, br, zstd" or "gzip, deflate, br" or "br":
                return Forma.Brotli;
            case "gzip, deflate" or "gzip":
                return Forma.Gzip;
        }

        if (!StringWithQualityHeaderValue.TryParseList(texto.Split(','), out var formas))
        {
            return Forma.Plana;
        }

        return Acepta("br") ? Forma.Brotli : Acepta("gzip") ? Forma.Gzip : Forma.Plana;

        bool Acepta(string nombre) => formas.Any(f => f.Value.Equals(nombre, StringComparison.OrdinalIgnoreCase) && f.Quality is not 0);
    }

    /// <summary>Whether the reader already has these bytes.</summary>
    public static bool YaLoTiene(IHeaderDictionary peticion, Descripcion descripcion)
    {
        var etiquetas = peticion.IfNoneMatch;
        if (etiquetas.Count > 0)
        {
            return EntityTagHeaderValue.TryParseList(etiquetas, out var leidas)
                && leidas.Any(e => e.Tag == "*" || e.Tag == descripcion.Etiqueta);
        }

        return peticion.IfModifiedSince is { Count: 1 } desde
            && DateTimeOffset.TryParseExact(desde[0], "r", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var visto)
            && descripcion.Modificado.ToUnixTimeSeconds() <= visto.ToUnixTimeSeconds();
    }

    /// <summary>The piece asked for; <c>null</c> for the whole: no range, several of them, one of another version or one that cannot be read.</summary>
    /// <returns>A piece of no bytes when it begins past the end.</returns>
    public static (long Desde, long Cuantos)? Tramo(IHeaderDictionary peticion, Descripcion descripcion, long largo)
    {
        if (peticion.Range is not { Count: 1 } rango
            || !RangeHeaderValue.TryParse(rango[0], out var leido) || leido.Unit != "bytes" || leido.Ranges.Count != 1
            || (peticion.IfRange is { Count: > 0 } si && si[0] != descripcion.Etiqueta && si[0] != descripcion.ModificadoEnTexto))
        {
            return null;
        }

        var tramo = leido.Ranges.Single();
        if (tramo.From is not { } desde)
        {
            var ultimos = Math.Min(tramo.To ?? 0, largo);
            return (largo - ultimos, ultimos);
        }

        return desde >= largo ? (0, 0) : (desde, Math.Min(tramo.To ?? long.MaxValue, largo - 1) - desde + 1);
    }
}
