using System.Net;
using Prep.Datos;
using Prep.Pantallas.Estilos;
using Prep.Servicios.Practica;

namespace Prep.Servicios;

/// <summary>What a person sees on opening the operation's address in a browser: which process it is and how one works with it.</summary>
public static class InicioDeOperacion
{
    public static string Pagina(Almacen almacen, string operacion, string? sitio)
    {
        var proceso = almacen.Catalogo?.Proceso;
        var titulo = WebUtility.HtmlEncode(proceso is null ? "Sin proceso cargado" : proceso.Nombre);
        var elecciones = proceso is null ? "" : string.Concat(proceso.Elecciones.Select(e =>
            $"<tr><th scope=row>{WebUtility.HtmlEncode(e.Titulo)}</th><td class=n>{e.Areas.Count:N0}</td><td class=n>{e.Actas.Count:N0}</td></tr>"));
        var practica = PaginaDePractica.EsPractica(almacen)
            ? """<p class="banda banda-practica" role="note">PRÁCTICA · estos números son de capacitación, no son resultados</p>"""
            : "";
        var trabajo = PaginaDePractica.EsPractica(almacen)
            ? """<p><a class="boton" href="entrar">Entrar con su cuenta</a> <a class="boton" href="practica">Capturar un acta</a></p><p>La clave que pide esa página está en la consola. Hacen falta dos nombres: nadie captura dos veces la misma acta.</p>"""
            : """<p><a class="boton" href="entrar">Entrar con su cuenta</a></p>""";
        var publicado = sitio is null ? "" : $"""<p>Lo publicado: <a href="{WebUtility.HtmlEncode(sitio)}">{WebUtility.HtmlEncode(sitio)}</a></p>""";
        return $$"""
            <!doctype html>
            <html lang="es-MX"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
            <title>Operación · {{titulo}}</title>
            <style>{{Tokens.Css}} main{max-width:52rem;margin:0 auto;padding:1rem} pre{font-size:.82rem}</style></head><body>{{practica}}<main>
            <h1>Operación del PREP</h1>
            <p><strong>{{titulo}}</strong></p>
            {{trabajo}}{{publicado}}
            <div class="tarjeta tabla"><table><caption>Lo que se espera</caption>
            <thead><tr><th scope=col>Elección</th><th scope=col class=n>Áreas</th><th scope=col class=n>Actas</th></tr></thead><tbody>{{elecciones}}</tbody></table></div>
            <h2>Desde un programa</h2>
            <p>Todo se hace también por las rutas descritas en <a href="openapi/operacion.json">openapi/operacion.json</a>. Tomar un acta, ver su imagen y entregar la captura:</p>
            <pre>H=(-H X-Clave:CLAVE_DE_LA_CONSOLA -H X-Puesto:CAPTURA -H X-Persona:ana -H Content-Type:application/json)
            curl -s "${H[@]}" -X POST {{operacion}}/operacion/captura/turnos
            curl -s "${H[@]}" {{operacion}}/operacion/captura/turnos/TURNO/imagen -o acta.jpg
            curl -s "${H[@]}" -X POST {{operacion}}/operacion/captura/capturas -d @captura.json</pre>
            <p><code>captura.json</code> lleva el turno, la casilla como está escrita y un valor por cada campo que pidió el turno, en su orden:</p>
            <pre>{"turno": "TURNO",
             "clave": {"seccion": "0123", "tipo": "B", "numero": "1", "extContigua": ""},
             "campos": [210, 415, 6, 421, 180, 95, "Ilegible", "Sin dato", 0, 12, 421]}</pre>
            </main></body></html>
            """;
    }
}
