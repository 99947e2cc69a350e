using System.Text.Json;
using Prep.Dominio.Catalogo;
using Prep.Dominio.Computo;
using Prep.Dominio.Cortes;
using Prep.Publicacion.Sitio.Textos;
using Prep.Publicacion.Sitio.Vistas;

namespace Prep.Publicacion.Sitio.Json;

/// <summary>Results of one election at each level, from the same tables that the pages show.</summary>
/// <remarks>Described by <c>docs/esquemas/resultados.schema.json</c> and <c>avance.schema.json</c>.</remarks>
internal sealed class JsonDeResultados(Corte corte, CorteDeEleccion deEleccion, Resultados resultados)
{
    private readonly Eleccion _eleccion = deEleccion.Eleccion;

    /// <summary>A few hundred bytes: what the module of sections and actas shows.</summary>
    public byte[] Avance() => Escritor.Documento(json =>
    {
        Encabezado(json);
        Escritor.Texto(json, "hora", Escrito.FechaMinuto(deEleccion.InstanteEn, corte.Proceso.Calendario.Zona));
        Escritor.Cifras(json, resultados.Estado.Cifras);
    });

    public byte[] Estado() => Escritor.Documento(json =>
    {
        Encabezado(json, "estado");
        Escritor.Cifras(json, resultados.Estado.Cifras);
        Tabla(json, "candidaturas", Tablas.PorFuerza(Idioma.Espanol, _eleccion, resultados));
        Votos(json, resultados.Estado, null);
        Reparto(json, resultados.PorPartido, resultados.Estado.Votos, null);
        json.WriteStartArray("areas");
        foreach (var area in _eleccion.Areas)
        {
            ResumenDeArea(json, area);
        }

        json.WriteEndArray();
    });

    public byte[] Area(Area area) => Escritor.Documento(json =>
    {
        var totales = resultados.PorArea[area.Id];
        Encabezado(json, "area");
        Escritor.Area(json, area);
        Escritor.Cifras(json, totales.Cifras);
        Ventaja(json, area, totales.Votos);
        Tabla(json, "candidaturas", Tablas.PorCandidatura(Idioma.Espanol, _eleccion, area.Candidaturas, totales.Votos));
        Votos(json, totales, area.Boleta.Contendientes);
        Reparto(json, resultados.PorPartidoDeArea[area.Id], totales.Votos, area.Boleta.Contendientes);
        Actas(json, IndiceDeEleccion.De(_eleccion).ActasDeArea(area.Id));
    });

    public byte[] Municipio(MunicipioDelSitio municipio) => Escritor.Documento(json =>
    {
        var totales = resultados.PorMunicipio[municipio.Municipio.Clave];
        Encabezado(json, "municipio");
        json.WriteStartObject("municipio");
        json.WriteString("clave", municipio.Municipio.Clave);
        json.WriteString("nombre", municipio.Municipio.Nombre);
        json.WriteEndObject();
        Escritor.Cifras(json, totales.Cifras);
        Votos(json, totales, null);
        Actas(json, IndiceDeEleccion.De(_eleccion).ActasDeMunicipio(municipio.Municipio.Clave));
    });

    private void Encabezado(Utf8JsonWriter json, string? nivel = null)
    {
        Escritor.Encabezado(json, corte, _eleccion);
        Escritor.Instante(json, "instante", deEleccion.InstanteEn);
        Escritor.Instante(json, "siguiente", corte.SiguienteEn);
        json.WriteBoolean("ultimo", deEleccion.Ultimo);
        if (nivel is not null)
        {
            json.WriteString("nivel", nivel);
        }
    }

    private void Votos(Utf8JsonWriter json, Totales totales, IReadOnlyList<int>? boleta)
    {
        Tabla(json, "votos", Tablas.PorFila(Idioma.Espanol, _eleccion, totales.Votos, boleta));
        if (IndiceDeEleccion.De(_eleccion).TieneRp)
        {
            Tabla(json, "votosRp", Tablas.PorFila(Idioma.Espanol, _eleccion, totales.VotosRp, boleta));
        }
    }

    private void Reparto(Utf8JsonWriter json, IReadOnlyList<long> reparto, Votacion votos, IReadOnlyList<int>? boleta) =>
        Tabla(json, "repartoInformativo", Tablas.PorPartido(Idioma.Espanol, _eleccion, reparto, votos, boleta));

    private static void Tabla(Utf8JsonWriter json, string nombre, TablaDeVotos tabla)
    {
        json.WriteStartObject(nombre);
        json.WriteStartArray("filas");
        foreach (var fila in tabla.Filas.Where(f => f.Clave.Length > 0))
        {
            json.WriteStartObject();
            json.WriteString("clave", fila.Clave);
            json.WriteString("nombre", fila.Nombre);
            json.WriteNumber("votos", fila.Votos);
            json.WriteString("porcentaje", fila.Porcentaje.ToString());
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteNumber("noRegistradas", tabla.Filas[^2].Votos);
        json.WriteNumber("nulos", tabla.Filas[^1].Votos);
        json.WriteNumber("total", tabla.Total);
        json.WriteEndObject();
    }

    private void ResumenDeArea(Utf8JsonWriter json, Area area)
    {
        var totales = resultados.PorArea[area.Id];
        json.WriteStartObject();
        Escritor.Area(json, area);
        json.WriteString("ruta", Rutas.Carpeta(area) + "resultados.json");
        Escritor.Cifras(json, totales.Cifras);
        Ventaja(json, area, totales.Votos);
        json.WriteStartArray("candidaturas");
        foreach (var candidatura in area.Candidaturas)
        {
            json.WriteStartObject();
            json.WriteString("clave", Rotulo.ClaveDeFuerza(_eleccion, candidatura));
            json.WriteNumber("votos", VotosDeCandidatura.De(candidatura, totales.Votos));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private void Ventaja(Utf8JsonWriter json, Area area, Votacion votos)
    {
        var ventaja = Vistas.Ventaja.De(area, votos);
        json.WriteStartObject("ventaja");
        json.WriteStartArray("candidaturas");
        foreach (var candidatura in ventaja.Candidaturas)
        {
            json.WriteStringValue(Rotulo.ClaveDeFuerza(_eleccion, candidatura));
        }

        json.WriteEndArray();
        json.WriteNumber("votos", ventaja.Votos);
        json.WriteNumber("diferencia", ventaja.Diferencia);
        json.WriteString("porcentaje", ventaja.Porcentaje.ToString());
        json.WriteEndObject();
    }

    private void Actas(Utf8JsonWriter json, IEnumerable<int> lugares)
    {
        json.WriteStartArray("actas");
        foreach (var i in lugares)
        {
            var (acta, registro) = (_eleccion.Actas[i], deEleccion.Registros[i]);
            json.WriteStartObject();
            json.WriteString("clave", acta.Id.ClaveActa);
            json.WriteNumber("ordinal", acta.Id.Ordinal);
            Escritor.Texto(json, "seccion", acta.Casilla.Seccion);
            json.WriteString("casilla", acta.Casilla.Etiqueta);
            json.WriteString("tipoActa", acta.TipoActa);
            json.WriteString("estado", EstadoDeActa.De(registro).Codigo);
            Escritor.Numero(json, "listaNominal", acta.Casilla.ListaNominal);
            if (registro is not null)
            {
                json.WriteNumber("version", registro.Version);
                json.WriteNumber("contabilizada", (int)registro.Conteo.Contabilizada);
                Escritor.Observaciones(json, registro);
                Escritor.Numero(json, "totalCalculado", registro.Datos?.TotalCalculado);
                json.WriteString("ruta", Rutas.DeActa(registro.Id, registro.Version, "json"));
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
