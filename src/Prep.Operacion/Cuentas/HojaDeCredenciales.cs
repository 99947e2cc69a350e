using System.Net;
using System.Text;
using Prep.Operacion.Puestos;

namespace Prep.Operacion.Cuentas;

/// <summary>The sheet that is printed, cut and handed over in person: QR of the credential, its text, and below a dotted line the PIN, which is torn off and learned.</summary>
public static class HojaDeCredenciales
{
    /// <param name="proceso">Its name; empty while none is loaded.</param>
    /// <param name="estilo">Address of the style; null writes it inside, for a file.</param>
    public static string Html(IReadOnlyList<Credencial> credenciales, string proceso, string? estilo = null)
    {
        var titulo = proceso.Length > 0 ? $"Credenciales del PREP · {proceso}" : "Credenciales del PREP";
        var hoja = new StringBuilder();
        foreach (var c in credenciales)
        {
            hoja.Append($"""
                <li class="credencial">{QrEnSvg.De(c.Codigo, "QR de la credencial")}<div>
                <p class="nombre">{E(c.Nombre)}</p><p>{E(string.Join(", ", c.Puestos.Select(NombreDePuesto.De)))}</p><p>{E(c.Sitio)} · {E(c.Persona)}</p><p class="clave">{E(c.Codigo)}</p></div>
                <p class="pin">PIN <strong>{E(c.Pin)}</strong><br>Apréndalo, corte aquí y rómpalo. Para entrar: en un equipo inscrito abra «Entrar», acerque el QR al lector (o escriba la clave) y teclee el PIN. No lo preste ni lo fotografíe.</p></li>

                """);
        }

        return $"""
            <!doctype html>
            <html lang="es-MX"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{E(titulo)}</title>
            {(estilo is null ? $"<style>{Estilo()}</style>" : $"""<link rel="stylesheet" href="{E(estilo)}">""")}</head><body>
            <h1>{E(titulo)}</h1>
            <p class="solo-pantalla">Imprima esta hoja ahora (Ctrl P): los PIN no vuelven a mostrarse. Entregue cada credencial en mano y borre el archivo.</p>
            <ul class="hoja">
            {hoja}</ul>
            </body></html>
            """;
    }

    private static string E(string texto) => WebUtility.HtmlEncode(texto);

    private static string Estilo()
    {
        using StreamReader lector = new(typeof(HojaDeCredenciales).Assembly.GetManifestResourceStream("credenciales.css")!);
        return lector.ReadToEnd();
    }
}
