using Microsoft.AspNetCore.Components;
using Prep.Dominio.Actas;
using Prep.Dominio.Contabilizacion;
using Prep.Dominio.Cortes;
using Prep.Publicacion.Sitio.Curva;
using Prep.Publicacion.Sitio.Json;
using Prep.Publicacion.Sitio.Paginas;
using Prep.Publicacion.Sitio.Textos;
using Prep.Publicacion.Sitio.Vistas;

namespace Prep.Publicacion.Sitio;

/// <summary>Pages and JSON of one election that depend on the corte.</summary>
internal static class PaginasDeEleccion
{
    public static IEnumerable<Trabajo> De(ContextoDeSitio contexto, CorteDeEleccion corte)
    {
        var eleccion = corte.Eleccion;
        var indice = IndiceDeEleccion.De(eleccion);
        var id = contexto.Corte.Id;
        var json = new JsonDeResultados(contexto.Corte, corte, contexto.Resultados[eleccion.Id]);
        var inicio = new Miga(Escrito.Titulo(eleccion), Rutas.DeEleccion(id, eleccion.Id));

        yield return Pagina<EstadoPagina>(Con("index.html", Escrito.Titulo(eleccion)));
        yield return Pagina<SeccionesPagina>(Con("secciones.html", contexto.Idioma["secciones.titulo"]));
        yield return Pagina<ParticipacionPagina>(Con("participacion.html", contexto.Idioma["participacion.titulo"]));
        yield return Pagina<EstadisticaPagina>(Con("estadistica.html", contexto.Idioma["estadistica.titulo"], "estadistica.json"));
        yield return Pagina<CambiosPagina>(Con("cambios.html", contexto.Idioma["cambios.titulo"]));
        yield return Pagina<FueraDeCatalogoPagina>(Con("fuera-de-catalogo.html", contexto.Idioma["fueraDeCatalogo.titulo"], "actas.json"));
        yield return Lista("inconsistencias.html", contexto.Idioma["inconsistencias.titulo"], contexto.Idioma["inconsistencias.entrada"],
            () => ListasDeActas.ConInconsistencias(corte));
        yield return Lista("sin-acta.html", contexto.Idioma["sinActa.titulo"], contexto.Idioma["sinActa.entrada"], () => ListasDeActas.SinActa(corte));
        foreach (var vista in VistaDeMesas.De(eleccion))
        {
            yield return Pagina<MesasPagina>(Con(vista.Archivo, contexto.Idioma[$"{vista.Clave}.titulo"], "actas.json"), ("Vista", vista));
        }

        if (indice.TieneRp)
        {
            yield return Pagina<RpPagina>(Con("rp.html", contexto.Idioma["rp.titulo"]));
        }

        yield return Datos("resultados.json", json.Estado);
        yield return Datos("avance.json", json.Avance);
        yield return Datos("actas.json", json.ActasDeVistas);
        yield return Datos("estadistica.json", json.Estadistica);
        yield return Datos(Historial.Archivo, () => Historial.Escribir(contexto.Corte, corte, contexto.Historial(corte)));

        foreach (var area in eleccion.Areas)
        {
            yield return Pagina<AreaPagina>(Con(Rutas.Carpeta(area) + "index.html", contexto.Idioma.Area(area), Rutas.Carpeta(area) + "resultados.json"), ("Area", area));
            yield return Datos(Rutas.Carpeta(area) + "resultados.json", () => json.Area(area));
        }

        if (indice.Municipios.Count > 0)
        {
            yield return Pagina<MunicipiosPagina>(Con("municipios.html", contexto.Idioma["municipios.titulo"], "municipios.json"));
            yield return Datos("municipios.json", json.Municipios);
        }

        var sistemas = MunicipioConSistemaNormativo.De(contexto.Corte, eleccion);
        if (sistemas.Count > 0)
        {
            var indiceDeSistemas = Con($"{Rutas.SistemasNormativos}/index.html", contexto.Idioma["sistemas.titulo"], JsonDeSistemasNormativos.Archivo) with { ConAvance = false };
            yield return Pagina<SistemasNormativosPagina>(indiceDeSistemas, ("Municipios", sistemas)) with { Fijo = true };
            yield return Datos(JsonDeSistemasNormativos.Archivo, () => JsonDeSistemasNormativos.De(contexto.Corte, corte, sistemas)) with { Fijo = true };
            foreach (var municipio in sistemas)
            {
                var ruta = Rutas.DeSistemaNormativo(id, eleccion.Id, municipio.Municipio.Clave);
                yield return Pagina<SistemaNormativoPagina>(
                    indiceDeSistemas with
                    {
                        Ruta = ruta,
                        Titulo = Escrito.Nombre(municipio.Municipio.Nombre),
                        Vigente = ruta[Rutas.DelCorte(id, "").Length..],
                        Migas = [inicio, new(indiceDeSistemas.Titulo, indiceDeSistemas.Ruta)],
                    },
                    ("Municipio", municipio)) with { Fijo = true };
            }
        }

        var municipios = new Miga(contexto.Idioma["municipios.breve"], Rutas.DeEleccion(id, eleccion.Id, "municipios.html"));
        foreach (var municipio in indice.Municipios)
        {
            var carpeta = Rutas.CarpetaDeMunicipio(municipio.Municipio.Clave);
            var hoja = Con(carpeta + "index.html", Escrito.Nombre(municipio.Municipio.Nombre), carpeta + "resultados.json");
            yield return Pagina<MunicipioPagina>(hoja with { Migas = [inicio, municipios] }, ("Municipio", municipio));
            yield return Datos(carpeta + "resultados.json", () => json.Municipio(municipio));
        }

        Hoja Con(string archivo, string titulo, string datos = "resultados.json") => new(contexto, Rutas.DeEleccion(id, eleccion.Id, archivo), titulo, corte)
        {
            Datos = Rutas.DeEleccion(id, eleccion.Id, datos),
            Vigente = $"{eleccion.Id}/{archivo}",
            Migas = archivo == "index.html" ? [new(Escrito.Nombre(contexto.Corte.Proceso.Nombre), Rutas.DelCorte(id))] : [inicio],
        };

        Trabajo Lista(string archivo, string titulo, string entrada, Func<IReadOnlyList<int>> lugares)
        {
            var hoja = Con(archivo, titulo, "actas.json");
            return new(hoja.Ruta, () => Dibujo.PaginaAsync<ListaPagina>(hoja, ("Entrada", entrada), ("Lugares", lugares())));
        }

        Trabajo Datos(string archivo, Func<byte[]> hacer)
        {
            var ruta = Rutas.DeEleccion(id, eleccion.Id, archivo);
            return new(ruta, () => Task.FromResult(new ArchivoPublicado(ruta, hacer())));
        }
    }

    private static Trabajo Pagina<TPagina>(Hoja hoja, params (string Nombre, object? Valor)[] parametros)
        where TPagina : IComponent => new(hoja.Ruta, () => Dibujo.PaginaAsync<TPagina>(hoja, parametros));
}
