using System.Globalization;
using System.Text.Json;
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
            if (Clave(figura, municipios, registro) is { } clave && Anillos(figura, registro) is { } anillos && !formas.TryAdd(clave, new(clave, anillos)))
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

    private static IReadOnlyList<IReadOnlyList<Coordenada>>? Anillos(NodoJson figura, RegistroDeFaltas registro)
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
            Falta(registro, geometria ?? figura, "geografia_invalida", "Esta figura no es un polígono.", "Use Polygon o MultiPolygon, con longitud y latitud.");
            return null;
        }

        var anillos = new List<IReadOnlyList<Coordenada>>();
        foreach (var poligono in poligonos)
        {
            for (var i = 0; i < poligono.Elementos.Count; i++)
            {
                if (Anillo(poligono.Elementos[i], esHueco: i > 0, registro) is not { } anillo)
                {
                    return null;
                }

                anillos.Add(anillo);
            }
        }

        return anillos;
    }

    // Outer rings one way, holes the other: a border shared by two municipalities is then walked once in each direction, however the file was written.
    private static IReadOnlyList<Coordenada>? Anillo(NodoJson nodo, bool esHueco, RegistroDeFaltas registro)
    {
        var puntos = new List<Coordenada>(nodo.Elementos.Count);
        foreach (var punto in nodo.Elementos)
        {
            if (punto.Elementos is not [var x, var y, ..] || Numero(x, 180) is not { } longitud || Numero(y, 90) is not { } latitud)
            {
                Falta(registro, punto, "coordenada_invalida", "Este punto no es una longitud y una latitud en grados.", "Exporte en WGS 84 (EPSG:4326): [-96.72, 17.06].");
                return null;
            }

            puntos.Add(new(longitud, latitud));
        }

        if (puntos.Count < 4 || puntos[0] != puntos[^1])
        {
            Falta(registro, nodo, "geografia_invalida", "Este contorno no cierra.", "Repita al final su primer punto.");
            return null;
        }

        var area = puntos.Zip(puntos.Skip(1)).Sum(p => (p.First.Longitud * p.Second.Latitud) - (p.Second.Longitud * p.First.Latitud));
        if (area > 0 == esHueco)
        {
            puntos.Reverse();
        }

        return puntos;
    }

    private static double? Numero(NodoJson nodo, double maximo) =>
        nodo.Tipo == JsonTokenType.Number && double.TryParse(nodo.Texto, NumberStyles.Float, CultureInfo.InvariantCulture, out var valor) && Math.Abs(valor) <= maximo ? valor : null;

    private static void Falta(RegistroDeFaltas registro, NodoJson lugar, string codigo, string mensaje, string remedio) =>
        registro.Falta(codigo, Archivo, lugar.Linea, lugar.Columna, mensaje, remedio);
}
