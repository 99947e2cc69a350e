using System.Text;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Prep.Dominio.Cortes;
using Prep.Publicacion.Sitio;
using Prep.Publicacion.Sitio.Cambios;
using Prep.Publicacion.Sitio.Historia;
using Prep.Publicacion.Sitio.Json;

namespace Prep.Publicacion.Tests.Sitio;

/// <summary>All the files of one or more cortes, in memory, as a publication would hold them.</summary>
internal sealed class SitioDePrueba
{
    private readonly Dictionary<string, byte[]> _archivos = [];
    private readonly List<VersionPublicada> _versiones = [];

    public IReadOnlyDictionary<string, byte[]> Archivos => _archivos;

    public IEnumerable<string> Paginas => _archivos.Keys.Where(r => r.EndsWith(".html", StringComparison.Ordinal)).Order(StringComparer.Ordinal);

    public static async Task<SitioDePrueba> De(params Corte[] cortes)
    {
        var sitio = new SitioDePrueba();
        Corte? previo = null;
        foreach (var corte in cortes)
        {
            await sitio.Agregar(corte, previo);
            previo = corte;
        }

        return sitio;
    }

    public string Texto(string ruta) => Encoding.UTF8.GetString(_archivos[ruta]);

    public IHtmlDocument Pagina(string ruta) => new HtmlParser().ParseDocument(Texto(ruta));

    /// <summary>What a person reads, spaces folded.</summary>
    public string Leido(string ruta) => string.Join(' ', Pagina(ruta).Body!.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private async Task Agregar(Corte corte, Corte? previo)
    {
        var contexto = ContextoDeSitio.De(corte) with
        {
            Bases = [new($"cortes/{corte.Id}/base-de-datos/{corte.Id}_PREP_OAX.zip", "Todas las elecciones (ZIP)", 12_345, new string('a', 64))],
            Instituto = "Instituto de Ejemplo",
            BasesAnteriores = previo is null ? [] : JsonDeBases.Leer(_archivos[Rutas.DelCorte(previo.Id, JsonDeBases.Archivo)]),
            Anteriores = (previo?.Elecciones ?? []).Select(e => e.Eleccion.Id).ToDictionary(
                e => e, e => PublicadoAntes.Leer(_archivos[Rutas.DeEleccion(previo!.Id, e, "historial.json")], _archivos[Rutas.DeEleccion(previo.Id, e, "resultados.json")])),
        };
        await foreach (var archivo in SitioEstatico.DelCorteAsync(contexto))
        {
            _archivos[archivo.Ruta] = archivo.Bytes;
        }

        foreach (var eleccion in corte.Elecciones)
        {
            foreach (var seccion in SitioEstatico.SeccionesDe(eleccion))
            {
                var pagina = await SitioEstatico.PaginaDeSeccionAsync(contexto, eleccion, seccion);
                _archivos.Add(pagina.Ruta, pagina.Bytes);
            }

            foreach (var registro in eleccion.Agregadas)
            {
                foreach (var archivo in await SitioEstatico.DeActaAsync(contexto, eleccion, registro, [.. _versiones.Where(v => v.Registro.Id == registro.Id)]))
                {
                    _archivos.Add(archivo.Ruta, archivo.Bytes);
                }

                _versiones.Add(new(registro, corte.Id));
                if (registro.Imagen is { Ajena: false } imagen)
                {
                    _archivos[Rutas.DeImagen(imagen.Codigo)] = [];
                }
            }
        }

        // What the package adds around the site.
        foreach (var ruta in contexto.Bases.Select(b => b.Ruta).Append("clave-publica.pem").Append(Rutas.Actual)
            .Append(Rutas.DelCorte(corte.Id, "manifiesto.json")).Append(Rutas.DelCorte(corte.Id, "manifiesto.firma")))
        {
            _archivos[ruta] = [];
        }
    }
}
