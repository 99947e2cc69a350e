using System.Globalization;
using System.Text.Json;
using Prep.Publicacion.Paquete;
using Prep.Publicacion.Sitio.Historia;
using Prep.Publicacion.Sitio.Textos;
using Observacion = Prep.Dominio.Contabilizacion.Observacion;

namespace Prep.Publicacion.Comprobacion;

/// <summary>Checks the history that the JSON of a corrected acta tells: which versions came before, in which corte, and what each changed, all against the log.</summary>
internal sealed class RevisorDeVersiones(IFuenteDePublicacion fuente, Reporte reporte)
{
    private static readonly Dictionary<string, string> Lugares = new(StringComparer.Ordinal)
    {
        ["TOTAL_BOLETAS_SOBRANTES"] = "datos.boletasSobrantes", ["TOTAL_PERSONAS_VOTARON"] = "datos.personasVotaron",
        ["TOTAL_REP_PARTIDO_CI_VOTARON"] = "datos.representantesVotaron", ["TOTAL_VOTOS_SACADOS"] = "datos.votosSacados",
        ["NO_REGISTRADAS"] = "datos.noRegistradas", ["NULOS"] = "datos.nulos", ["TOTAL_VOTOS_ASENTADO"] = "",
    };

    private readonly record struct Version(int Numero, string Corte, string Ruta, Dictionary<string, string?> Hechos);

    /// <param name="cadena">Oldest first.</param>
    /// <param name="corregidas">Actas of which the log has a version after the first; without any nothing is read.</param>
    public void Revisar(IEnumerable<Eslabon> cadena, IReadOnlySet<(string Eleccion, string Clave, int Ordinal)> corregidas, RevisorDeArchivos archivos)
    {
        if (corregidas.Count == 0)
        {
            return;
        }

        var versiones = Leer(cadena, corregidas);
        reporte.Contar("actas con más de una versión", versiones.Count);
        foreach (var suyas in versiones.Values)
        {
            for (var i = 1; i < suyas.Count; i++)
            {
                Revisar(suyas, i, archivos);
            }
        }
    }

    private Dictionary<(string, string, int), List<Version>> Leer(IEnumerable<Eslabon> cadena, IReadOnlySet<(string Eleccion, string Clave, int Ordinal)> corregidas)
    {
        var versiones = new Dictionary<(string, string, int), List<Version>>();
        var bufer = new byte[1 << 20];
        foreach (var eslabon in cadena)
        {
            var leidos = fuente.Leer(eslabon.Manifiesto.Registro.Segmento, ref bufer);
            foreach (var linea in Paquete.Segmentos.Lineas(bufer.AsMemory(0, Math.Max(0, leidos))))
            {
                try
                {
                    using var documento = JsonDocument.Parse(linea);
                    var raiz = documento.RootElement;
                    var id = (raiz.GetProperty("eleccion").GetString()!, raiz.GetProperty("clave").GetString()!, raiz.GetProperty("ordinal").GetInt32());
                    if (corregidas.Contains(id) && raiz.GetProperty("json").GetString() is not null)
                    {
                        (versiones.TryGetValue(id, out var suyas) ? suyas : versiones[id] = []).Add(
                            new(raiz.GetProperty("version").GetInt32(), eslabon.Corte, raiz.GetProperty("ruta").GetString()!, Hechos(raiz)));
                    }
                }
                catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
                {
                    // The reviewer of the log already said which line it is.
                }
            }
        }

        return versiones;
    }

    private void Revisar(List<Version> suyas, int cual, RevisorDeArchivos archivos)
    {
        var ruta = suyas[cual].Ruta + ".json";
        if (archivos.LeerSinRevisar(ruta) is not { } bytes)
        {
            return;
        }

        try
        {
            using var documento = JsonDocument.Parse(bytes);
            // Published before there was a history, it has none.
            if (documento.RootElement.TryGetProperty("versiones", out var versiones))
            {
                Revisar(ruta, documento.RootElement, versiones, suyas, cual);
            }
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            reporte.Falta("json_ilegible", ruta, $"No tiene la forma de un acta: {e.Message}");
        }
    }

    private void Revisar(string ruta, JsonElement acta, JsonElement versiones, List<Version> suyas, int cual)
    {
        var dichas = versiones.EnumerateArray().Select(v => $"{v.GetProperty("version")} {v.GetProperty("corte")} {v.GetProperty("ruta")}").ToList();
        var enRegistro = suyas.Take(cual).Select(v => $"{v.Numero} {v.Corte} {v.Ruta}.json").ToList();
        if (!dichas.SequenceEqual(enRegistro))
        {
            reporte.Falta("historia_distinta", ruta, "Sus versiones anteriores no son las del registro.", string.Join(", ", dichas), string.Join(", ", enRegistro), campo: "versiones");
            return;
        }

        var pasos = versiones.EnumerateArray().Append(acta).ToList();
        for (var i = 0; i < pasos.Count; i++)
        {
            var cambios = pasos[i].GetProperty("cambios").EnumerateArray().Select(c => $"{c.GetProperty("campo")}: {c.GetProperty("antes")} → {c.GetProperty("ahora")}").Order(StringComparer.Ordinal);
            var calculados = (i == 0 ? [] : Cambios(suyas[i - 1].Hechos, suyas[i].Hechos)).Order(StringComparer.Ordinal);
            var (dicho, calculado) = (string.Join(", ", cambios), string.Join(", ", calculados));
            if (dicho != calculado)
            {
                reporte.Falta("historia_distinta", ruta, $"Lo que dice que cambió en la versión {suyas[i].Numero} no es lo que cambió en el registro.", dicho, calculado, campo: "cambios");
            }

            if (pasos[i].GetProperty("motivo").GetString() is { } motivo && Motivado.Leer(motivo) is null)
            {
                reporte.Falta("historia_distinta", ruta, $"«{motivo}» no es un motivo de la lista.", motivo, campo: "motivo");
            }
        }
    }

    private static IEnumerable<string> Cambios(Dictionary<string, string?> antes, Dictionary<string, string?> ahora) =>
        ahora.Keys.Union(antes.Keys)
            .Select(campo => (Campo: campo, Antes: antes.GetValueOrDefault(campo), Ahora: ahora.GetValueOrDefault(campo)))
            .Where(c => c.Antes != c.Ahora).Select(c => $"{c.Campo}: {c.Antes} → {c.Ahora}");

    private static Dictionary<string, string?> Hechos(JsonElement linea)
    {
        var observacion = linea.GetProperty("observaciones").EnumerateArray().Aggregate(Observacion.Ninguna, (suma, palabra) => suma | Palabras.Observacion(palabra.GetString()!));
        Dictionary<string, string?> hechos = new(StringComparer.Ordinal)
        {
            [CambioDeActa.Estado] = linea.GetProperty("contenido").GetString() is Palabras.Capturada ? linea.GetProperty("contabilizada").GetInt32() == 1 ? "contabilizada" : "no_contabilizada" : linea.GetProperty("contenido").GetString(),
            [CambioDeActa.Observaciones] = Vacio(string.Join(' ', Observado.De(observacion).Select(o => o.Codigo))),
            [CambioDeActa.Documento] = Vacio(linea.GetProperty("documento").GetString()!),
            [CambioDeActa.Imagen] = linea.GetProperty("codigoIntegridad").GetString(),
        };
        if (linea.GetProperty("campos") is { ValueKind: JsonValueKind.Object } campos)
        {
            foreach (var campo in campos.EnumerateObject())
            {
                hechos[Lugares.GetValueOrDefault(campo.Name, $"datos.votos.{campo.Name}")] =
                    campo.Value.ValueKind == JsonValueKind.Number ? campo.Value.GetInt64().ToString(CultureInfo.InvariantCulture) : CambioDeActa.Texto(Palabras.Cantidad(campo.Value.GetString()!));
            }

            // Of the databases only.
            hechos.Remove("");
            hechos[CambioDeActa.Total] = RevisorDeRegistro.Suma(campos)!.Value.ToString(CultureInfo.InvariantCulture);
        }

        return hechos;
    }

    private static string? Vacio(string texto) => texto.Length == 0 ? null : texto;
}
