using System.Globalization;
using System.Text.Json;
using Prep.Dominio.Calendario;
using Prep.Dominio.Catalogo;

namespace Prep.Datos.Catalogo;

internal static class LectorDeCatalogo
{
    public static Proceso Leer(JsonElement p)
    {
        var entidad = p.GetProperty("entidad");
        return new(
            Texto(p, "id"), Texto(p, "nombre"), Enumerado<ClaseDeProceso>(p, "clase"),
            new(entidad.GetProperty("id").GetInt32(), Texto(entidad, "nombre"), Texto(entidad, "abreviatura")),
            p.GetProperty("anio").GetInt32(), Calendario(p.GetProperty("calendario")), Lista(p, "elecciones", Eleccion))
        {
            Formato = Texto(p, "disposicion"),
            SistemasNormativos = p.TryGetProperty("sistemasNormativos", out _) ? Lista(p, "sistemasNormativos", m => new Municipio(Texto(m, "clave"), Texto(m, "nombre"))) : [],
            SegundoFactor = !p.TryGetProperty("segundoFactor", out var segundo) || segundo.GetBoolean(),
        };
    }

    private static CalendarioDelPrep Calendario(JsonElement c)
    {
        DateTimeOffset Instante(string nombre) => DateTimeOffset.ParseExact(Texto(c, nombre), "O", CultureInfo.InvariantCulture);
        var zona = TimeZoneInfo.FindSystemTimeZoneById(Texto(c, "zona"));
        var creado = Acuerdo(c, "deDatos") is { } datos && Acuerdo(c, "deBases") is { } bases
            ? CalendarioDelPrep.Crear(Instante("ceros"), Instante("apertura"), Instante("inicio"), Instante("ultima"), datos, bases, zona)
            : CalendarioDelPrep.Crear(Instante("ceros"), Instante("apertura"), Instante("inicio"), Instante("ultima"),
                TimeSpan.FromSeconds(c.GetProperty("intervaloSegundos").GetInt64()), zona);

        // A repetición may last more than the law allows: its cortes are named one by one.
        return creado.IsOk ? creado.Value : CalendarioDelPrep.DeRepeticion(Instante("apertura"), Instante("ultima"), zona);
    }

    private static AcuerdoDeIntervalo? Acuerdo(JsonElement calendario, string nombre) => calendario.TryGetProperty(nombre, out var acuerdo)
        ? new(TimeSpan.FromSeconds(acuerdo.GetProperty("segundos").GetInt64()), Texto(acuerdo, "numero"))
        : null;

    private static Eleccion Eleccion(JsonElement e)
    {
        var ajustes = e.GetProperty("ajustes");
        EleccionId id = new(Texto(e, "id"));
        Dictionary<string, Municipio> municipios = [];
        return new(
            id, Enumerado<TipoDeEleccion>(e, "tipo"), Texto(e, "titulo"), Texto(e, "codigo"),
            new(Enumerado<LimiteDeEspecial>(ajustes, "especial"), Enumerado<LimiteDeOrdinaria>(ajustes, "ordinaria"), ajustes.GetProperty("boletasDeEspecial").GetInt32()),
            Lista(e, "contendientes", Contendiente), Lista(e, "areas", Area), Lista(e, "actas", a => Acta(a, id, municipios)))
        {
            Plantillas = e.TryGetProperty("plantillas", out _) ? Lista(e, "plantillas", Plantilla) : [],
            Mapa = e.TryGetProperty("mapa", out var mapa) ? Mapa(mapa) : null,
        };
    }

    private static Contendiente Contendiente(JsonElement c)
    {
        var (nombre, clave) = (Texto(c, "nombre"), Texto(c, "clave"));
        return Texto(c, "es") switch
        {
            nameof(Dominio.Catalogo.Contendiente.Partido) => new Contendiente.Partido(nombre, clave, Texto(c, "nombreLargo"), Opcional(c, "color")),
            nameof(Dominio.Catalogo.Contendiente.Combinacion) => new Contendiente.Combinacion(nombre, clave, Enteros(c, "partidos")),
            nameof(Dominio.Catalogo.Contendiente.CandidaturaComun) => new Contendiente.CandidaturaComun(
                nombre, clave, Enteros(c, "partidos"), Enumerado<ModoDeCandidaturaComun>(c, "modo"), Enumerado<RepartoDeCandidaturaComun>(c, "reparto"), Enteros(c, "porcentajes")),
            nameof(Dominio.Catalogo.Contendiente.Independiente) => new Contendiente.Independiente(nombre, clave, Texto(c, "nombreLargo")),
            var otro => throw new JsonException($"Contendiente desconocido: {otro}."),
        };
    }

    private static Area Area(JsonElement a) => new(
        new(Texto(a, "id")), Texto(a, "nombre"), Enumerado<TipoDeArea>(a, "tipo"), new(Texto(a, "boleta"), Enteros(a, "contendientes")),
        Lista(a, "candidaturas", c => new Candidatura(Texto(c, "nombre"), Enteros(c, "contendientes"), Texto(c, "propietaria"), Texto(c, "suplente"))));

    private static ActaEsperada Acta(JsonElement a, EleccionId eleccion, Dictionary<string, Municipio> municipios)
    {
        _ = TiposDeCasilla.TryParse(Texto(a, "tipo"), out var tipo);
        Municipio? municipio = null;
        if (Opcional(a, "municipio") is { } clave)
        {
            var nombre = Texto(a, "municipioNombre");
            if (!municipios.TryGetValue(clave, out municipio) || municipio.Nombre != nombre)
            {
                municipios[clave] = municipio = new(clave, nombre);
            }
        }

        Casilla casilla = new(Texto(a, "casilla"), Texto(a, "seccion"), tipo, Texto(a, "numero"), Texto(a, "ext"),
            (Ubicacion)a.GetProperty("ubicacion").GetInt32(), municipio, Entero(a, "ln"), Entero(a, "representantes"), Entero(a, "boletas"));
        return new(new(eleccion, new(Texto(a, "area")), Texto(a, "clave"), Entero(a, "ordinal") ?? 1), casilla, Texto(a, "tipoActa"),
            Enumerado<Principio>(a, "principio"), Texto(a, "traslado"), Opcional(a, "catd"));
    }

    private static Plantilla Plantilla(JsonElement p) => new(
        [.. p.GetProperty("tipos").EnumerateArray().Select(t => t.GetString()!)], p.GetProperty("renglones").GetInt32(),
        Lista(p, "cajas", c => Enteros(c, "lugar") is [var x, var y, var ancho, var alto]
            ? new CajaDePlantilla(Entero(c, "campo"), new(x, y, ancho, alto))
            : throw new JsonException("Un lugar son cuatro números.")));

    private static Mapa Mapa(JsonElement m) => new(
        m.GetProperty("ancho").GetInt32(), m.GetProperty("alto").GetInt32(),
        Lista(m, "contornos", c => new Contorno(new(Texto(c, "area")), Texto(c, "trazo"))), Texto(m, "resto"));

    private static string Texto(JsonElement e, string nombre) => e.GetProperty(nombre).GetString()!;

    private static string? Opcional(JsonElement e, string nombre) => e.TryGetProperty(nombre, out var v) ? v.GetString() : null;

    private static int? Entero(JsonElement e, string nombre) => e.TryGetProperty(nombre, out var v) ? v.GetInt32() : null;

    private static T Enumerado<T>(JsonElement e, string nombre)
        where T : struct, Enum => Enum.Parse<T>(Texto(e, nombre));

    private static IReadOnlyList<int> Enteros(JsonElement e, string nombre) => [.. e.GetProperty(nombre).EnumerateArray().Select(v => v.GetInt32())];

    private static IReadOnlyList<T> Lista<T>(JsonElement e, string nombre, Func<JsonElement, T> leer) => [.. e.GetProperty(nombre).EnumerateArray().Select(leer)];
}
