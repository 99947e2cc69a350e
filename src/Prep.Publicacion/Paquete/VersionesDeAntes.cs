using System.Collections.Concurrent;
using System.Text.Json;
using Prep.Dominio.Actas;
using Prep.Dominio.Catalogo;
using Prep.Dominio.Cortes;
using Prep.Publicacion.Sitio.Historia;
using Prep.Publicacion.Sitio.Textos;

namespace Prep.Publicacion.Paquete;

/// <summary>Earlier versions of the actas that a corte publishes again, from the log; their motive, from the JSON that the log answers for.</summary>
internal sealed class VersionesDeAntes
{
    private readonly Dictionary<(string Eleccion, string Nombre), List<VersionPublicada>> _versiones = [];

    /// <summary>JSON of earlier versions that are not what the log says, by election: nothing is written on top of them.</summary>
    public ILookup<string, string> Alteradas { get; private set; } = Array.Empty<string>().ToLookup(a => a);

    /// <param name="hasta">Last corte published; null when there is none.</param>
    /// <param name="nuevas">Versions that this corte adds, in the order of their number within each acta.</param>
    public static VersionesDeAntes Leer(string publicacion, string? hasta, CorteId corte, IReadOnlyList<(Eleccion Eleccion, RegistroDeActa Registro)> nuevas)
    {
        var antes = new VersionesDeAntes();
        var corregidas = nuevas.Where(n => n.Registro.Version > 1).ToList();
        if (corregidas.Count == 0)
        {
            return antes;
        }

        var porLeer = corregidas.Select(n => n.Eleccion).Distinct().ToDictionary(e => e.Id.Valor);
        foreach (var (_, registro) in corregidas)
        {
            antes._versiones.TryAdd(Clave(registro.Id), []);
        }

        if (hasta is not null)
        {
            antes.LeerRegistro(publicacion, hasta, porLeer);
        }

        // Two versions may be new in the same corte.
        foreach (var (_, registro) in nuevas)
        {
            if (antes._versiones.TryGetValue(Clave(registro.Id), out var suyas))
            {
                suyas.Add(new(registro, corte));
            }
        }

        return antes;
    }

    /// <summary>The versions before one, oldest first.</summary>
    public IReadOnlyList<VersionPublicada> De(ActaId id, int version) =>
        version == 1 ? [] : [.. _versiones.GetValueOrDefault(Clave(id), []).Where(v => v.Registro.Version < version).DistinctBy(v => v.Registro.Version).OrderBy(v => v.Registro.Version)];

    private void LeerRegistro(string publicacion, string hasta, Dictionary<string, Eleccion> elecciones)
    {
        // A night that is corrected whole has thousands of them to read and to check: all processors do.
        var alteradas = new ConcurrentBag<(string Eleccion, string Falta)>();
        EnParalelo.Correr(() =>
        {
            var leidas = Segmentos.Hasta(publicacion, hasta).AsParallel().AsOrdered()
                .SelectMany(
                    ruta => Segmentos.Lineas(File.ReadAllBytes(ruta)),
                    (ruta, linea) => Identidad(linea.Span) is { } id && _versiones.ContainsKey(id)
                        && LineaDeRegistro.Leer(linea, elecciones[id.Eleccion]) is { Json: { } sha256 } leida    // a withdrawal or a new identity of a published version is no version
                        ? (id, Version: new VersionPublicada(leida.Registro, new(Path.GetFileNameWithoutExtension(ruta))), Json: sha256)
                        : default)
                .Where(l => l.Version is not null)
                .ToLookup(l => l.id, l => (l.Version, l.Json));
            leidas.AsParallel().ForAll(suyas =>
            {
                var (ultima, json) = suyas.MaxBy(s => s.Version.Registro.Version);
                var motivos = Motivos(publicacion, ultima.Registro, json, alteradas);
                _versiones[suyas.Key].AddRange(suyas.Select(s => s.Version with { Registro = s.Version.Registro with { Motivo = motivos.GetValueOrDefault(s.Version.Registro.Version) } }));
            });
        });

        Alteradas = alteradas.OrderBy(a => a.Falta, StringComparer.Ordinal).ToLookup(a => a.Eleccion, a => a.Falta);
    }

    // The JSON of the last version tells the motive of each: it alone is read, and checked. The first version has none.
    private static Dictionary<int, MotivoDeVersion?> Motivos(string publicacion, RegistroDeActa ultima, string sha256, ConcurrentBag<(string, string)> alteradas)
    {
        if (ultima.Version == 1)
        {
            return [];
        }

        var ruta = $"{RutasDePaquete.Acta(ultima.Id, ultima.Version)}.json";
        var entera = Path.Combine(publicacion, ruta);
        var bytes = File.Exists(entera) ? File.ReadAllBytes(entera) : [];
        if (CodigoDeIntegridad.De(bytes).Hex != sha256)
        {
            alteradas.Add((ultima.Id.Eleccion.Valor, $"{ruta}: no tiene el código que dice el registro."));
            return [];
        }

        using var documento = JsonDocument.Parse(bytes);
        // Published before there were motives, it has none.
        return documento.RootElement.TryGetProperty("versiones", out var versiones)
            ? versiones.EnumerateArray().Append(documento.RootElement).ToDictionary(v => v.GetProperty("version").GetInt32(), v => v.TryGetProperty("motivo", out var motivo) ? Motivado.Leer(motivo.GetString()) : null)
            : [];
    }

    private static (string Eleccion, string Nombre) Clave(ActaId id) => (id.Eleccion.Valor, id.Nombre);

    // The first properties of every line, in their order: eleccion, area, clave, ordinal.
    private static (string Eleccion, string Nombre)? Identidad(ReadOnlySpan<byte> linea)
    {
        var lector = new Utf8JsonReader(linea);
        lector.Read();
        var (eleccion, area, clave) = (Siguiente(ref lector), Siguiente(ref lector), Siguiente(ref lector));
        return lector.Read() && lector.Read() && lector.TryGetInt32(out var ordinal) ? Clave(new ActaId(new(eleccion), new(area), clave, ordinal)) : null;

        static string Siguiente(ref Utf8JsonReader lector) => lector.Read() && lector.Read() ? lector.GetString() ?? "" : "";
    }
}
