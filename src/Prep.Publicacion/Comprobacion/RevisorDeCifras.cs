using System.Text.Json;
using Prep.Dominio.Computo;
using Prep.Publicacion.Formatos;

namespace Prep.Publicacion.Comprobacion;

/// <summary>Recomputes the figures of one corte from the rows of its databases, and compares everything that repeats them.</summary>
internal sealed class RevisorDeCifras(Reporte reporte, Eslabon eslabon, OpcionesDeComprobacion opciones)
{
    // Facts of the catalogue, or what the checker itself deduced: true things to know, in anybody's publication.
    private static readonly HashSet<string> SiempreAvisos = new(StringComparer.Ordinal) { "clave_repetida", "limite_deducido", "representantes_es_el_limite" };

    // A repetición plays what another institute declared, with its own disorder.
    private static readonly HashSet<string> AvisosDelOriginal = new(StringComparer.Ordinal)
    {
        "orden_de_tiempo", "posterior_al_corte", "palabra_desconocida", "columna_desconocida",
    };

    public void Revisar(RevisorDeRegistro registro, RevisorDeArchivos archivos)
    {
        foreach (var eleccion in eslabon.Manifiesto.Elecciones)
        {
            if (RevisorDeCorte.Resolver(eslabon.Carpeta, eleccion.Base) is not { } ruta
                || eslabon.Manifiesto.Archivos.FirstOrDefault(a => a.Ruta == eleccion.Base) is not { } listado)
            {
                reporte.Falta("base_sin_listar", $"{eslabon.Carpeta}/{Paquete.RutasDePaquete.Manifiesto}", $"La base de datos de {eleccion.Id} no está en la lista.", eleccion.Base);
            }
            else if (archivos.Leer(new(ruta, listado.Bytes, listado.Sha256)) is { } bytes)
            {
                RevisarBase(eleccion, ruta, bytes, registro, archivos);
            }
        }
    }

    private void RevisarBase(Paquete.EleccionListada eleccion, string ruta, byte[] bytes, RevisorDeRegistro registro, RevisorDeArchivos archivos)
    {
        var lectura = ArchivoOficial.Leer(ruta, bytes);
        if (!lectura.IsOk)
        {
            reporte.Falta(lectura.Rechazo.Codigo, ruta, lectura.Rechazo.Mensaje);
            return;
        }

        var informe = ComprobadorDeBase.Comprobar(lectura.Value, ruta, new(Ultimo: eslabon.Manifiesto.Ultimo && eleccion.Instante == eslabon.Manifiesto.Instante));
        reporte.Contar("renglones", informe.Revisado.GetValueOrDefault("renglones"));
        reporte.Agregar(informe.Faltas);
        var avisos = informe.Avisos.ToLookup(EsFalta);
        reporte.Agregar(avisos[true]);
        reporte.AgregarAvisos(avisos[false]);
        foreach (var (nombre, valor) in eleccion.Cifras)
        {
            Comparar($"{eslabon.Carpeta}/{Paquete.RutasDePaquete.Manifiesto}", $"{eleccion.Id} {nombre}", $"{valor}", lectura.Value.Encabezado.Cifras.GetValueOrDefault(nombre)?.Texto ?? "");
        }

        var renglones = new RecuentoDeAreas(lectura.Value, eleccion.Id, ruta, registro, reporte);
        renglones.Contar();
        var reparto = new RevisorDeReparto(lectura.Value);
        RevisarEstado(eleccion, renglones, reparto, archivos);
        RevisarAreas(eleccion, renglones, reparto, archivos);
    }

    private bool EsFalta(Hallazgo aviso) =>
        opciones.Estricto || !(SiempreAvisos.Contains(aviso.Codigo) || (eslabon.Manifiesto.Clase == "repeticion" && AvisosDelOriginal.Contains(aviso.Codigo)));

    private void RevisarEstado(Paquete.EleccionListada eleccion, RecuentoDeAreas renglones, RevisorDeReparto reparto, RevisorDeArchivos archivos)
    {
        var relativa = $"{eleccion.Id}/resultados.json";
        if (eslabon.Manifiesto.Archivos.FirstOrDefault(a => a.Ruta == relativa) is not { } listado || archivos.Leer(new($"{eslabon.Carpeta}/{relativa}", listado.Bytes, listado.Sha256)) is not { } bytes)
        {
            return;
        }

        ConJson($"{eslabon.Carpeta}/{relativa}", bytes, json =>
        {
            foreach (var (nombre, valor) in eleccion.Cifras)
            {
                Comparar($"{eslabon.Carpeta}/{relativa}", nombre, json.GetProperty("cifras").GetProperty(nombre).ToString(), $"{valor}");
            }

            foreach (var area in json.GetProperty("areas").EnumerateArray())
            {
                RevisarResumen($"{eslabon.Carpeta}/{relativa}", area, renglones.De(Clave(area)), archivos.LeerSinRevisar($"{eslabon.Carpeta}/{eleccion.Id}/{Ruta(area)}"));
            }

            reparto.Revisar(json, [.. json.GetProperty("areas").EnumerateArray().Select(a => renglones.De(Clave(a)))], (campo, publicado, calculado) => Comparar($"{eslabon.Carpeta}/{relativa}", campo, publicado, calculado));
        });

        static string Ruta(JsonElement area) => area.GetProperty("ruta").GetString() is { } ruta && Paquete.RutasDePaquete.EsInterna(ruta) ? ruta : "";
    }

    // What the state repeats of an area: its figures and its candidatures. Each row of the boleta is of one candidature and only one, so those of an
    // area add up to its rows; one by one they are those of the area's own document.
    private void RevisarResumen(string ruta, JsonElement area, SumaDeRenglones suma, byte[]? propio)
    {
        var clave = Clave(area);
        foreach (var (nombre, calculada) in suma.Cifras)
        {
            Comparar(ruta, $"{clave} {nombre}", area.GetProperty("cifras").GetProperty(nombre).ToString(), $"{calculada}");
        }

        var candidaturas = Candidaturas(area.GetProperty("candidaturas"));
        Comparar(ruta, $"{clave} candidaturas", $"{candidaturas.Sum(c => c.Votos)}", $"{suma.Votos.Where(v => v.Key is not ("NO_REGISTRADAS" or "NULOS")).Sum(v => v.Value)}");
        if (propio is not null)
        {
            using var documento = JsonDocument.Parse(propio);
            var suyas = Candidaturas(documento.RootElement.GetProperty("candidaturas").GetProperty("filas"));
            Comparar(ruta, $"{clave} candidaturas, una por una", EnOrden(candidaturas), EnOrden(suyas));
        }
    }

    private static string Clave(JsonElement deArea) => deArea.GetProperty("area").GetProperty("clave").GetString()!;

    private static List<(string Clave, long Votos)> Candidaturas(JsonElement filas) =>
        [.. filas.EnumerateArray().Select(c => (c.GetProperty("clave").GetString()!, c.GetProperty("votos").GetInt64()))];

    private static string EnOrden(IEnumerable<(string Clave, long Votos)> candidaturas) =>
        string.Join(", ", candidaturas.Select(c => $"{c.Clave} {c.Votos}").Order(StringComparer.Ordinal));

    private void RevisarAreas(Paquete.EleccionListada eleccion, RecuentoDeAreas renglones, RevisorDeReparto reparto, RevisorDeArchivos archivos)
    {
        var prefijo = $"{eleccion.Id}/{renglones.Carpeta}/";
        foreach (var area in eslabon.Manifiesto.Areas.Where(a => a.Ruta.StartsWith(prefijo, StringComparison.Ordinal) || a.Ruta.StartsWith($"{eleccion.Id}/sin-area/", StringComparison.Ordinal)))
        {
            var carpeta = $"{eslabon.Carpeta}/{area.Ruta[..area.Ruta.LastIndexOf('/')]}";
            if (RevisorDeCorte.Resolver(carpeta, "resultados.json") is not { } ruta || archivos.LeerSinRevisar(ruta) is not { } bytes)
            {
                continue;
            }

            reporte.Contar("áreas");
            ConJson(ruta, bytes, json =>
            {
                var suma = renglones.De(Clave(json));
                RevisarArea(ruta, json, suma);
                reparto.Revisar(json, [suma], (campo, publicado, calculado) => Comparar(ruta, campo, publicado, calculado));
            });
        }
    }

    private void RevisarArea(string ruta, JsonElement json, SumaDeRenglones suma)
    {
        var cifras = json.GetProperty("cifras");
        foreach (var (nombre, calculada) in suma.Cifras)
        {
            Comparar(ruta, nombre, cifras.GetProperty(nombre).ToString(), $"{calculada}");
        }

        Comparar(ruta, "PORCENTAJE_ACTAS_CAPTURADAS", cifras.GetProperty("PORCENTAJE_ACTAS_CAPTURADAS").ToString(), Porcentaje.De(suma.Capturadas, suma.Esperadas).ToString());
        Comparar(ruta, "PORCENTAJE_ACTAS_CONTABILIZADAS", cifras.GetProperty("PORCENTAJE_ACTAS_CONTABILIZADAS").ToString(), Porcentaje.De(suma.Contabilizadas, suma.Esperadas).ToString());
        RevisarVotos(ruta, json, "votos", suma.Votos);
        if (json.TryGetProperty("votosRp", out _))
        {
            RevisarVotos(ruta, json, "votosRp", suma.VotosRp);
        }
    }

    private void RevisarVotos(string ruta, JsonElement json, string tabla, IReadOnlyDictionary<string, long> votos)
    {
        foreach (var fila in json.GetProperty(tabla).GetProperty("filas").EnumerateArray())
        {
            var clave = fila.GetProperty("clave").GetString()!;
            Comparar(ruta, $"{tabla} {clave}", fila.GetProperty("votos").ToString(), $"{votos.GetValueOrDefault(clave)}");
        }

        Comparar(ruta, $"{tabla} total", json.GetProperty(tabla).GetProperty("total").ToString(), $"{votos.Values.Sum()}");
    }

    private void Comparar(string archivo, string campo, string publicado, string calculado)
    {
        if (publicado != calculado)
        {
            reporte.Falta("cifra_distinta", archivo, $"{campo} dice {publicado} y los renglones de la base dan {calculado}.", publicado, calculado, campo: campo);
        }
    }

    private void ConJson(string ruta, byte[] bytes, Action<JsonElement> revisar)
    {
        try
        {
            using var documento = JsonDocument.Parse(bytes);
            revisar(documento.RootElement);
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            reporte.Falta("json_ilegible", ruta, $"No tiene la forma de un documento de resultados: {e.Message}");
        }
    }
}
