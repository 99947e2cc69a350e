using System.CommandLine;
using Prep.Dominio;
using Prep.Operacion.Preparacion;

namespace Prep.Verbos;

/// <summary><c>cargar DIR</c>: checks an election folder whole and loads it into the store.</summary>
internal static class Cargar
{
    public static Command Verbo()
    {
        var carpeta = new Argument<string>("DIR") { Description = "Carpeta de la elección (docs/eleccion.md)." };
        var almacen = AlmacenElegido.Opcion();
        var verbo = new Command("cargar", "Revisa y carga una elección; si algo está mal dice todas las faltas y no cambia nada.");
        verbo.Arguments.Add(carpeta);
        verbo.Options.Add(almacen);
        verbo.SetAction((lectura, ct) => CorrerAsync(lectura.GetRequiredValue(carpeta), lectura.GetValue(almacen), ct));
        return verbo;
    }

    private static async Task<int> CorrerAsync(string carpeta, string? almacen, CancellationToken ct)
    {
        if (!Directory.Exists(carpeta))
        {
            throw new MalUsoException($"No existe la carpeta {carpeta}. Dé la de una elección: docs/eleccion.md dice qué lleva.");
        }

        var opciones = AlmacenElegido.De(almacen);
        var (lectura, hecho) = await CargarCarpeta.EjecutarAsync(carpeta, opciones, new("consola"), TimeProvider.System, ct);
        if (lectura.Proceso is not { } proceso)
        {
            foreach (var linea in lectura.Lineas())
            {
                await Console.Error.WriteLineAsync(linea);
            }

            await Console.Error.WriteLineAsync($"Faltas: {lectura.Faltas.Count + lectura.Omitidas}. No se cargó nada.");
            return Salida.MalUso;
        }

        foreach (var linea in ResumenDeProceso.Lineas(proceso).Append("").Concat(ResumenDeProceso.Avisos(lectura.Avisos)))
        {
            Console.WriteLine(linea);
        }

        if (!hecho.IsOk)
        {
            await Console.Error.WriteLineAsync(hecho.Rechazo.Mensaje);
            return hecho.Rechazo.Clase == ClaseDeRechazo.Entrada ? Salida.MalUso : Salida.No;
        }

        Console.WriteLine(hecho.Value.YaEstaba
            ? $"Ya estaba cargado con el mismo contenido en {opciones.Carpeta}: no cambió nada."
            : $"Cargado en {opciones.Carpeta}: {hecho.Value.Actas:N0} actas esperadas. Catálogo SHA-256 {hecho.Value.CatalogoSha256}");
        return Salida.Hecho;
    }
}
