using System.Globalization;
using System.Text.Json;
using Prep.Dominio.Calendario;
using Prep.Dominio.Catalogo;

namespace Prep.Datos.Catalogo;

internal static class EscritorDeCatalogo
{
    public static void Escribir(Utf8JsonWriter json, Proceso p)
    {
        json.WriteStartObject();
        json.WriteNumber("formato", 1);
        json.WriteString("id", p.Id);
        json.WriteString("nombre", p.Nombre);
        json.WriteString("clase", p.Clase.ToString());
        json.WriteNumber("anio", p.Anio);
        json.WriteString("disposicion", p.Formato);
        if (!p.SegundoFactor)
        {
            json.WriteBoolean("segundoFactor", false);
        }

        json.WriteStartObject("entidad");
        json.WriteNumber("id", p.Entidad.Id);
        json.WriteString("nombre", p.Entidad.Nombre);
        json.WriteString("abreviatura", p.Entidad.Abreviatura);
        json.WriteEndObject();
        json.WriteStartObject("calendario");
        json.WriteString("ceros", Iso(p.Calendario.PuestaEnCerosEn));
        json.WriteString("apertura", Iso(p.Calendario.AperturaEn));
        json.WriteString("inicio", Iso(p.Calendario.InicioEn));
        json.WriteString("ultima", Iso(p.Calendario.UltimaActualizacionEn));
        json.WriteNumber("intervaloSegundos", (long)p.Calendario.Intervalo.TotalSeconds);
        json.WriteString("zona", p.Calendario.Zona.Id);
        Acuerdo(json, "deDatos", p.Calendario.DeDatos);
        Acuerdo(json, "deBases", p.Calendario.DeBases);
        json.WriteEndObject();
        if (p.SistemasNormativos.Count > 0)
        {
            Lista(json, "sistemasNormativos", p.SistemasNormativos, (j, m) =>
            {
                j.WriteString("clave", m.Clave);
                j.WriteString("nombre", m.Nombre);
            });
        }

        Lista(json, "elecciones", p.Elecciones, Eleccion);
        json.WriteEndObject();
    }

    private static void Acuerdo(Utf8JsonWriter json, string nombre, AcuerdoDeIntervalo? acuerdo)
    {
        if (acuerdo is not null)
        {
            json.WriteStartObject(nombre);
            json.WriteNumber("segundos", (long)acuerdo.Intervalo.TotalSeconds);
            json.WriteString("numero", acuerdo.Numero);
            json.WriteEndObject();
        }
    }

    private static string Iso(DateTimeOffset instante) => instante.ToUniversalTime().ToString("O", CultureInfo.InvariantCulture);

    private static void Eleccion(Utf8JsonWriter json, Eleccion e)
    {
        json.WriteString("id", e.Id.Valor);
        json.WriteString("tipo", e.Tipo.ToString());
        json.WriteString("titulo", e.Titulo);
        json.WriteString("codigo", e.CodigoDeArchivo);
        json.WriteStartObject("ajustes");
        json.WriteString("especial", e.Ajustes.Especial.ToString());
        json.WriteString("ordinaria", e.Ajustes.Ordinaria.ToString());
        json.WriteNumber("boletasDeEspecial", e.Ajustes.BoletasDeEspecial);
        json.WriteEndObject();
        Lista(json, "contendientes", e.Contendientes, Contendiente);
        Lista(json, "areas", e.Areas, Area);
        Lista(json, "actas", e.Actas, Acta);
        if (e.Plantillas.Count > 0)
        {
            Lista(json, "plantillas", e.Plantillas, Plantilla);
        }

        if (e.Mapa is { } mapa)
        {
            json.WriteStartObject("mapa");
            json.WriteNumber("ancho", mapa.Ancho);
            json.WriteNumber("alto", mapa.Alto);
            json.WriteString("resto", mapa.Resto);
            Lista(json, "contornos", mapa.Contornos, (j, c) =>
            {
                j.WriteString("area", c.Area.Clave);
                j.WriteString("trazo", c.Trazo);
            });
            json.WriteEndObject();
        }
    }

    private static void Plantilla(Utf8JsonWriter json, Plantilla p)
    {
        json.WriteStartArray("tipos");
        foreach (var tipo in p.TiposDeActa)
        {
            json.WriteStringValue(tipo);
        }

        json.WriteEndArray();
        json.WriteNumber("renglones", p.Renglones);
        Lista(json, "cajas", p.Cajas, (j, c) =>
        {
            Opcional(j, "campo", c.Campo);
            Enteros(j, "lugar", [c.Lugar.X, c.Lugar.Y, c.Lugar.Ancho, c.Lugar.Alto]);
        });
    }

    private static void Contendiente(Utf8JsonWriter json, Contendiente c)
    {
        json.WriteString("es", c.GetType().Name);
        json.WriteString("nombre", c.Nombre);
        json.WriteString("clave", c.Clave);
        switch (c)
        {
            case Contendiente.Partido p:
                json.WriteString("nombreLargo", p.NombreLargo);
                Opcional(json, "color", p.Color);
                break;
            case Contendiente.Combinacion x:
                Enteros(json, "partidos", x.Partidos);
                break;
            case Contendiente.CandidaturaComun x:
                Enteros(json, "partidos", x.Partidos);
                json.WriteString("modo", x.Modo.ToString());
                json.WriteString("reparto", x.Reparto.ToString());
                Enteros(json, "porcentajes", x.Porcentajes);
                break;
            case Contendiente.Independiente i:
                json.WriteString("nombreLargo", i.NombreLargo);
                break;
        }
    }

    private static void Area(Utf8JsonWriter json, Area a)
    {
        json.WriteString("id", a.Id.Clave);
        json.WriteString("nombre", a.Nombre);
        json.WriteString("tipo", a.Tipo.ToString());
        json.WriteString("boleta", a.Boleta.Id);
        Enteros(json, "contendientes", a.Boleta.Contendientes);
        Lista(json, "candidaturas", a.Candidaturas, (j, c) =>
        {
            j.WriteString("nombre", c.Nombre);
            Enteros(j, "contendientes", c.Contendientes);
            j.WriteString("propietaria", c.Propietaria);
            j.WriteString("suplente", c.Suplente);
        });
    }

    private static void Acta(Utf8JsonWriter json, ActaEsperada a)
    {
        json.WriteString("area", a.Id.Area.Clave);
        json.WriteString("clave", a.Id.ClaveActa);
        if (a.Id.Ordinal != 1)
        {
            json.WriteNumber("ordinal", a.Id.Ordinal);
        }

        json.WriteString("tipoActa", a.TipoActa);
        json.WriteString("principio", a.Principio.ToString());
        json.WriteString("traslado", a.MecanismoDeTraslado);
        Opcional(json, "catd", a.Catd);
        var c = a.Casilla;
        json.WriteString("casilla", c.Clave);
        json.WriteString("seccion", c.Seccion);
        json.WriteString("tipo", c.Tipo.Letra());
        json.WriteString("numero", c.Numero);
        json.WriteString("ext", c.ExtContigua);
        json.WriteNumber("ubicacion", (int)c.Ubicacion);
        if (c.Municipio is { } m)
        {
            json.WriteString("municipio", m.Clave);
            json.WriteString("municipioNombre", m.Nombre);
        }

        Opcional(json, "ln", c.ListaNominal);
        Opcional(json, "representantes", c.Representantes);
        Opcional(json, "boletas", c.BoletasAprobadas);
    }

    private static void Lista<T>(Utf8JsonWriter json, string nombre, IReadOnlyList<T> lista, Action<Utf8JsonWriter, T> escribir)
    {
        json.WriteStartArray(nombre);
        foreach (var x in lista)
        {
            json.WriteStartObject();
            escribir(json, x);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Enteros(Utf8JsonWriter json, string nombre, IReadOnlyList<int> lista)
    {
        json.WriteStartArray(nombre);
        foreach (var x in lista)
        {
            json.WriteNumberValue(x);
        }

        json.WriteEndArray();
    }

    private static void Opcional(Utf8JsonWriter json, string nombre, string? valor)
    {
        if (valor is not null)
        {
            json.WriteString(nombre, valor);
        }
    }

    private static void Opcional(Utf8JsonWriter json, string nombre, int? valor)
    {
        if (valor is { } v)
        {
            json.WriteNumber(nombre, v);
        }
    }
}
