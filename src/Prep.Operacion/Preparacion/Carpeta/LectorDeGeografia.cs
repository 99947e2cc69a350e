using System.Globalization;
using System.Text.Json;
using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Utilities;
using NetTopologySuite.Operation.Valid;
using Prep.Dominio.Catalogo;
using Prep.Operacion.Preparacion.Mapas;

namespace Prep.Operacion.Preparacion.Carpeta;

/// <summary><c>geo/municipios.geojson</c>, which a folder may lack: the outline of each municipality, from which every map of the process is drawn.</summary>
internal static class LectorDeGeografia
{
    public const string Archivo = "geo/municipios.geojson";

    /// <summary>A map for a telephone needs a hundredth of it: a larger file was not simplified.</summary>
    public const int ArchivoMaximo = 8 << 20;

    /// <returns>Null when the folder brings no geography.</returns>
    public static Geografia? Leer(ArchivosDeCarpeta archivos, IReadOnlyDictionary<string, Municipio> municipios)
    {
        var registro = archivos.Registro;
        if (archivos.AbrirOpcional(Archivo) is not { } bytes)
        {
            return null;
        }

        if (bytes.Length > ArchivoMaximo)
        {
            registro.Falta("archivo_demasiado_grande", Archivo, 1, 1, $"La geografía pasa de {ArchivoMaximo >> 20} MiB.", "Simplifique sus contornos: bastan unos cientos de puntos por municipio.");
            return null;
        }

        if (NodoJson.Leer(Archivo, bytes, registro) is not { } raiz)
        {
            return null;
        }

        if (raiz.Miembros.GetValueOrDefault("features") is not { Tipo: JsonTokenType.StartArray } figuras)
        {
            Falta(registro, raiz, "geografia_invalida", "No es un GeoJSON de figuras.", "Exporte una «FeatureCollection».");
            return null;
        }

        var formas = new Dictionary<string, FormaDeMunicipio>();
        foreach (var figura in figuras.Elementos)
        {
            if (Clave(figura, municipios, registro) is { } clave && Contorno(clave, figura, registro) is { } contorno && !formas.TryAdd(clave, new(clave, contorno)))
            {
                Falta(registro, figura, "municipio_repetido", $"El municipio {clave} tiene dos figuras.", "Deje una sola, como MultiPolygon si está en partes.");
            }
        }

        return new([.. formas.Values.OrderBy(f => f.Municipio, StringComparer.Ordinal)]);
    }

    /// <summary>The election with its map, if there is geography; the areas that it does not reach are an aviso.</summary>
    public static Eleccion ConMapa(Eleccion eleccion, Geografia? geografia, RegistroDeFaltas registro)
    {
        if (geografia is null || TrazoDeMapa.De(eleccion, geografia) is not { } mapa)
        {
            return eleccion;
        }

        var faltan = eleccion.Areas.Where(a => a.Tipo != TipoDeArea.SinArea).Select(a => a.Id).Except(mapa.Contornos.Select(c => c.Area)).ToList();
        if (faltan.Count > 0)
        {
            registro.Aviso("area_sin_contorno", Archivo, 1, 1, $"En el mapa de {eleccion.Id} no salen: {string.Join(", ", faltan)}. Se enumeran junto a él.");
        }

        return eleccion with { Mapa = mapa };
    }

    private static string? Clave(NodoJson figura, IReadOnlyDictionary<string, Municipio> municipios, RegistroDeFaltas registro)
    {
        var lugar = figura.Miembros.GetValueOrDefault("properties")?.Miembros.GetValueOrDefault("municipio");
        if (lugar is not { Tipo: JsonTokenType.String, Texto.Length: > 0 })
        {
            Falta(registro, lugar ?? figura, "dato_ausente", "Esta figura no dice de qué municipio es.", "Ponga en «properties» su clave: \"municipio\": \"067\".");
            return null;
        }

        if (!municipios.ContainsKey(lugar.Texto))
        {
            registro.Aviso("contorno_sin_casillas", Archivo, lugar.Linea, lugar.Columna, $"El municipio «{FilaCsv.Corta(lugar.Texto)}» no está en {LectorDeMunicipios.Archivo}: se dibuja como territorio sin casillas.");
        }

        return lugar.Texto;
    }

    private static Geometry? Contorno(string municipio, NodoJson figura, RegistroDeFaltas registro)
    {
        var geometria = figura.Miembros.GetValueOrDefault("geometry");
        var coordenadas = geometria?.Miembros.GetValueOrDefault("coordinates");
        var poligonos = geometria?.Miembros.GetValueOrDefault("type")?.Texto switch
        {
            "Polygon" when coordenadas is not null => [coordenadas],
            "MultiPolygon" when coordenadas is not null => coordenadas.Elementos,
            _ => null,
        };
        if (poligonos is null)
        {
            Falta(registro, geometria ?? figura, "geografia_invalida", $"La figura del municipio {municipio} no es un polígono.", "Use Polygon o MultiPolygon, con longitud y latitud.");
            return null;
        }

        var partes = new List<Polygon>();
        foreach (var poligono in poligonos)
        {
            var anillos = new List<LinearRing>();
            foreach (var elemento in poligono.Elementos)
            {
                if (Anillo(municipio, elemento, registro) is not { } anillo)
                {
                    return null;
                }

                anillos.Add(anillo);
            }

            partes.Add(anillos.Count == 0 ? Polygon.Empty : new(anillos[0], [.. anillos.Skip(1)]));
        }

        return Sano(municipio, new MultiPolygon([.. partes]), coordenadas!, registro);
    }

    // Public outlines often touch themselves in a point, which is mended unsaid; one that crosses itself may be another shape than was meant.
    private static Geometry? Sano(string municipio, MultiPolygon contorno, NodoJson lugar, RegistroDeFaltas registro)
    {
        var error = new IsValidOp(contorno).ValidationError;
        var sano = error is null ? contorno : GeometryFixer.Fix(contorno);
        if (sano.Area == 0)
        {
            Falta(registro, lugar, "geografia_invalida", $"El contorno del municipio {municipio} no encierra ninguna superficie.", "Revise su figura: quizá va y vuelve por los mismos puntos.");
            return null;
        }

        if (error is not null && error.ErrorType != TopologyValidationErrors.RingSelfIntersection)
        {
            registro.Aviso("contorno_cruzado", Archivo, lugar.Linea, lugar.Columna, $"El contorno del municipio {municipio} se cruza consigo mismo: se dibuja la superficie que encierra.");
        }

        return sano;
    }

    private static LinearRing? Anillo(string municipio, NodoJson nodo, RegistroDeFaltas registro)
    {
        var puntos = new List<Coordinate>(nodo.Elementos.Count);
        foreach (var punto in nodo.Elementos)
        {
            if (punto.Elementos is not [var x, var y, ..] || Numero(x, 180) is not { } longitud || Numero(y, 90) is not { } latitud)
            {
                Falta(registro, punto, "coordenada_invalida", "Este punto no es una longitud y una latitud en grados.", "Exporte en WGS 84 (EPSG:4326): [-96.72, 17.06].");
                return null;
            }

            puntos.Add(new(longitud, latitud));
        }

        if (puntos.Count < 4 || !puntos[0].Equals2D(puntos[^1]))
        {
            Falta(registro, nodo, "geografia_invalida", $"Un contorno del municipio {municipio} no cierra.", "Repita al final su primer punto.");
            return null;
        }

        return new([.. puntos]);
    }

    private static double? Numero(NodoJson nodo, double maximo) =>
        nodo.Tipo == JsonTokenType.Number && double.TryParse(nodo.Texto, NumberStyles.Float, CultureInfo.InvariantCulture, out var valor) && Math.Abs(valor) <= maximo ? valor : null;

    private static void Falta(RegistroDeFaltas registro, NodoJson lugar, string codigo, string mensaje, string remedio) =>
        registro.Falta(codigo, Archivo, lugar.Linea, lugar.Columna, mensaje, remedio);
}
