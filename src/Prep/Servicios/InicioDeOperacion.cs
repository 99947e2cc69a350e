using System.Net;
using Prep.Datos;

namespace Prep.Servicios;

/// <summary>What a person sees on opening the operation's address in a browser: which process it is and how a program works with it.</summary>
public static class InicioDeOperacion
{
    public static string Pagina(Almacen almacen)
    {
        var proceso = almacen.Catalogo?.Proceso;
        var titulo = proceso is null ? "Sin proceso cargado" : $"{proceso.Nombre} · {proceso.Clase.ToString().ToUpperInvariant()}";
        var elecciones = proceso is null ? "" : string.Concat(proceso.Elecciones.Select(e =>
            $"<tr><th scope=row>{WebUtility.HtmlEncode(e.Titulo)}</th><td>{e.Areas.Count:N0}</td><td>{e.Actas.Count:N0}</td></tr>"));
        return $$"""
            <!doctype html>
            <html lang="es-MX"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
            <title>Operación · {{WebUtility.HtmlEncode(titulo)}}</title>
            <style>
            :root{color-scheme:light dark} body{font:1.05rem/1.5 system-ui,sans-serif;max-width:46rem;margin:2rem auto;padding:0 1rem}
            table{border-collapse:collapse;margin:1rem 0} th,td{padding:.35rem .8rem;border-bottom:1px solid #8888;text-align:right} th:first-child{text-align:left}
            pre{padding:1rem;border:1px solid #8888;border-radius:.4rem;overflow:auto;font-size:.85rem}
            </style></head><body>
            <h1>Operación del PREP</h1>
            <p><strong>{{WebUtility.HtmlEncode(titulo)}}</strong></p>
            <table><caption>Lo que se espera</caption><tr><th>Elección</th><th>Áreas</th><th>Actas</th></tr>{{elecciones}}</table>
            <p>Las pantallas de cada puesto llegan después; hoy la operación se trabaja por sus rutas, descritas en
            <a href="openapi/operacion.json">openapi/operacion.json</a>. Quien captura toma un acta de la cola, ve su imagen y escribe lo que lee:</p>
            <pre>H='-H X-Clave:CLAVE_DE_LA_CONSOLA -H X-Puesto:CAPTURA -H X-Persona:ana -H content-type:application/json'
            curl -s $H -X POST localhost:5080/operacion/captura/turnos
            curl -s $H -X POST localhost:5080/operacion/captura/capturas -d @mi-captura.json</pre>
            <p>Nadie toma dos veces la misma acta: la segunda captura la hace otra persona.</p>
            </body></html>
            """;
    }
}
