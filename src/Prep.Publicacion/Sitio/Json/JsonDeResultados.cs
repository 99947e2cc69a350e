using System.Text.Json;
using Prep.Dominio.Catalogo;
using Prep.Dominio.Computo;
using Prep.Dominio.Cortes;
using Prep.Publicacion.Sitio.Estadistica;
using Prep.Publicacion.Sitio.Textos;
using Prep.Publicacion.Sitio.Vistas;

namespace Prep.Publicacion.Sitio.Json;

/// <summary>Results of one election at each level, from the same tables that the pages show.</summary>
/// <remarks>Described by <c>docs/esquemas/resultados.schema.json</c> and <c>avance.schema.json</c>.</remarks>
internal sealed class JsonDeResultados(Corte corte, CorteDeEleccion deEleccion, Resultados resultados)
{
    private readonly Eleccion _eleccion = deEleccion.Eleccion;

    /// <summary>A few hundred bytes: what the module of sections and actas shows.</summary>
    public byte[] Avance() => Documento("avance.json", "avance", json =>
    {
        Encabezado(json);
        Escritor.Texto(json, "hora", Escrito.FechaMinuto(deEleccion.InstanteEn, corte.Proceso.Calendario.Zona));
        Escritor.Cifras(json, resultados.Estado.Cifras);
    });

    public byte[] Estado() => Documento("resultados.json", "resultados", json =>
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

    public byte[] Area(Area area) => Documento(Rutas.Carpeta(area) + "resultados.json", "resultados", json =>
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

    public byte[] Municipio(MunicipioDelSitio municipio) => Documento(Rutas.CarpetaDeMunicipio(municipio.Municipio.Clave) + "resultados.json", "resultados", json =>
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

    /// <summary>What the index of municipalities shows of each.</summary>
    public byte[] Municipios() => Documento("municipios.json", "municipios", json =>
    {
        Encabezado(json);
        json.WriteStartArray("municipios");
        foreach (var municipio in IndiceDeEleccion.De(_eleccion).Municipios)
        {
            var cifras = resultados.PorMunicipio[municipio.Municipio.Clave].Cifras;
            json.WriteStartObject();
            json.WriteString("clave", municipio.Municipio.Clave);
            json.WriteString("nombre", municipio.Municipio.Nombre);
            json.WriteString("ruta", Rutas.CarpetaDeMunicipio(municipio.Municipio.Clave) + "resultados.json");
            json.WriteNumber("esperadas", cifras.Esperadas);
            json.WriteNumber("contabilizadas", cifras.Contabilizadas);
            json.WriteNumber("votos", cifras.VotosConEspeciales);
            json.WriteString("participacion", cifras.Participacion.ToString());
            json.WriteEndObject();
        }

        json.WriteEndArray();
    });

    /// <summary>The actas that views of their own list: with inconsistencies, sin acta, fuera de catálogo, of each kind of mesa.</summary>
    public byte[] ActasDeVistas() => Documento("actas.json", "actas", json =>
    {
        Encabezado(json);
        Actas(json, ListasDeActas.ConInconsistencias(deEleccion), "inconsistencias");
        Actas(json, ListasDeActas.SinActa(deEleccion), "sinActa");
        json.WriteStartArray("fueraDeCatalogo");
        foreach (var registro in deEleccion.FueraDeCatalogo)
        {
            json.WriteStartObject();
            json.WriteString("clave", registro.Id.Nombre);
            json.WriteNumber("version", registro.Version);
            Escritor.Instante(json, "acopio", registro.AcopioEn);
            Escritor.Texto(json, "sha256", registro.Imagen?.Codigo.Hex);
            json.WriteString("ruta", Rutas.DeActa(registro.Id, registro.Version, "json"));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("mesas");
        foreach (var vista in VistaDeMesas.De(_eleccion))
        {
            var totales = vista.Totales(deEleccion);
            json.WriteStartObject();
            json.WriteString("tipo", vista.Tipo.Letra());
            Escritor.Cifras(json, totales.Cifras);
            Tabla(json, "votos", Tablas.PorFila(Idioma.Espanol, _eleccion, totales.Votos));
            Actas(json, vista.Lugares(_eleccion));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    });

    /// <summary>Where the actas come from and why some do not count.</summary>
    public byte[] Estadistica() => Documento("estadistica.json", "estadistica", json =>
    {
        var estadistica = EstadisticaDeEleccion.De(Idioma.Espanol, deEleccion);
        Encabezado(json);
        json.WriteStartArray("tablas");
        foreach (var tabla in estadistica.Tablas)
        {
            json.WriteStartObject();
            json.WriteString("titulo", tabla.Titulo);
            json.WriteStartArray("filas");
            foreach (var fila in tabla.Filas)
            {
                json.WriteStartObject();
                json.WriteString("nombre", fila.Nombre);
                json.WriteNumber("esperadas", fila.Esperadas);
                json.WriteNumber("capturadas", fila.Capturadas);
                json.WriteNumber("contabilizadas", fila.Contabilizadas);
                json.WriteNumber("votos", fila.Votos);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("razones");
        foreach (var (razon, actas) in estadistica.Razones)
        {
            json.WriteStartObject();
            json.WriteString("razon", razon);
            json.WriteNumber("actas", actas);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    });

    private byte[] Documento(string archivo, string esquema, Action<Utf8JsonWriter> escribir) =>
        Escritor.Documento(Rutas.DeEleccion(corte.Id, _eleccion.Id, archivo), esquema, escribir);

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

    private void Actas(Utf8JsonWriter json, IEnumerable<int> lugares, string nombre = "actas")
    {
        json.WriteStartArray(nombre);
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
