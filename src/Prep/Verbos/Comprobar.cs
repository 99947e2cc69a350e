using System.CommandLine;
using Prep.Dominio;
using Prep.Publicacion.Comprobacion;

namespace Prep.Verbos;

/// <summary><c>./prep comprobar OBJETO</c>: recomputes all that a stranger can. 0 passes, 1 fails, 2 nothing there to check.</summary>
public static class Comprobar
{
    public static Command Verbo()
    {
        var objeto = new Argument<string>("OBJETO") { Description = "Base de datos (CSV), ZIP, carpeta de una publicación o su dirección http." };
        var estricto = new Option<bool>("--estricto") { Description = "Cada aviso cuenta como falta." };
        var json = new Option<bool>("--json") { Description = "Informe en JSON." };
        var todos = new Option<bool>("--todos") { Description = "Todos los cortes de una publicación; todos los hallazgos, no solo los primeros de cada clase." };
        var clave = new Option<string?>("--clave") { Description = "Archivo PEM con la clave pública que debe haber firmado.", HelpName = "PEM" };
        var verbo = new Command("comprobar", "Recalcula todo lo que publica una base de datos o una publicación.") { objeto, estricto, json, todos, clave };
        verbo.SetAction(lectura =>
        {
            var informe = Revisar(lectura.GetValue(objeto)!, lectura.GetValue(clave), lectura.GetValue(todos), lectura.GetValue(estricto));
            if (!informe.IsOk)
            {
                throw new MalUsoException($"FALLA DE ENTRADA: {informe.Rechazo.Mensaje}");
            }

            Escribir(informe.Value, lectura.GetValue(json), lectura.GetValue(todos));
            return informe.Value.Faltas.Count == 0 ? Salida.Hecho : Salida.No;
        });
        return verbo;
    }

    // One place decides by the kind of object: a lone database here, all else by the checker of publications.
    private static Result<Informe> Revisar(string objeto, string? clave, bool todos, bool estricto)
    {
        var esArchivo = File.Exists(objeto) && !objeto.EndsWith(".zip", StringComparison.OrdinalIgnoreCase);
        return esArchivo
            ? ComprobadorDeBase.Comprobar(objeto, new(estricto))
            : Comprobador.Comprobar(objeto, new(clave is null ? null : File.ReadAllText(clave), todos, estricto), CancellationToken.None);
    }

    private static void Escribir(Informe informe, bool json, bool todos)
    {
        if (json)
        {
            using var salida = Console.OpenStandardOutput();
            InformeEnJson.Escribir(informe, salida);
            salida.WriteByte((byte)'\n');
        }
        else
        {
            InformeEnTexto.Escribir(informe, Console.Out, todos);
        }
    }
}
