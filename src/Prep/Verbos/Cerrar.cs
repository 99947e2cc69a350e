using System.CommandLine;
using Prep.Datos;
using Prep.Datos.Cortes;
using Prep.Documentos;
using Prep.Operacion;
using Prep.Operacion.Hitos;
using Prep.Operacion.Publicacion;
using Prep.Publicacion.Paquete;

namespace Prep.Verbos;

/// <summary><c>cerrar</c>: ends the publication by the hour, or finishes an early close that two persons confirmed; then the final package and the acta. Run again, it checks.</summary>
internal static class Cerrar
{
    public static Command Verbo()
    {
        var almacen = AlmacenElegido.Opcion();
        var formato = Bases.Opcion();
        var lugar = new Option<string>("--lugar") { Description = "Dónde se levanta el acta.", HelpName = "TEXTO", DefaultValueFactory = _ => "" };
        var asistente = new Option<string[]>("--asistente") { Description = "«NOMBRE, CARGO» de quien asiste; puede repetirse.", HelpName = "TEXTO", DefaultValueFactory = _ => [] };
        var fedatario = new Option<string>("--fedatario") { Description = "Quien da fe.", HelpName = "TEXTO", DefaultValueFactory = _ => "" };
        var lista = new Option<string?>("--lista") { Description = "Lista de archivos del auditor, para comprobar otra vez el programa.", HelpName = "ARCHIVO" };
        var firma = new Option<string?>("--firma") { Description = "Firma de esa lista.", HelpName = "ARCHIVO" };
        var clave = new Option<string?>("--clave") { Description = "Clave pública del auditor.", HelpName = "PEM" };
        var adenda = new Option<bool>("--adenda") { Description = "Otra acta, con lo ocurrido después de la primera (cierre de los CATD)." };
        var verbo = new Command("cerrar", "Cierra la publicación: último corte, paquete final y acta circunstanciada.") { almacen, formato, lugar, asistente, fedatario, lista, firma, clave, adenda };
        verbo.SetAction((l, ct) => CorrerAsync(
            AlmacenElegido.De(l.GetValue(almacen)), l.GetRequiredValue(formato),
            new(l.GetRequiredValue(lugar), l.GetRequiredValue(asistente), l.GetRequiredValue(fedatario), ""),
            Ceros.Lista(l.GetValue(lista), l.GetValue(firma), l.GetValue(clave)), l.GetValue(adenda), ct));
        return verbo;
    }

    private static async Task<int> CorrerAsync(OpcionesDeAlmacen opciones, string formato, ActaDeCierre.Presencia presencia, ListaFirmada? lista, bool adenda, CancellationToken ct)
    {
        await using var almacen = await Almacen.AbrirAsync(opciones, TimeProvider.System, ct);
        AlmacenElegido.ExigirProceso(almacen);

        var publicacion = Path.Combine(opciones.Carpeta, "publicacion");
        using var clave = ClaveDeFirma.AbrirOCrear(Path.Combine(opciones.Carpeta, "claves"));
        Publicador publicador = new(publicacion, clave, TimeProvider.System, Bases.Opciones(opciones.Carpeta, formato));
        Contexto contexto = new(new("consola"), almacen, TimeProvider.System);
        var cierre = await CerrarPublicacion.EjecutarAsync(new LectorDeCorte(almacen), PublicarEnCarpeta.Con(publicador, publicacion, almacen), contexto, ct);
        if (!cierre.IsOk)
        {
            await Console.Error.WriteLineAsync(cierre.Rechazo.Mensaje);
            if (cierre.Rechazo.Codigo != "cierre_antes_de_hora")
            {
                return Salida.NoSePudo;
            }

            foreach (var impedimento in await CerrarPublicacion.ImpedimentosAsync(contexto, ct))
            {
                await Console.Error.WriteLineAsync($"  {impedimento.Mensaje}");
            }

            return Salida.No;
        }

        Console.WriteLine($"Publicación cerrada. Último corte: {cierre.Value.Corte}");
        var paquete = await PaqueteDeCierre.EjecutarAsync(publicacion, cierre.Value.Corte, contexto, ct);
        if (!paquete.IsOk)
        {
            await Console.Error.WriteLineAsync(paquete.Rechazo.Mensaje);
            return Salida.No;
        }

        Cifras(paquete.Value.Carpeta);
        Console.WriteLine($"Paquete final {(paquete.Value.YaEstaba ? "comprobado" : "hecho")}: {paquete.Value.Carpeta} ({paquete.Value.Archivos.Count} archivos; sha256sum -c {PaqueteDeCierre.Lista})");
        Console.WriteLine($"SHA-256 de su lista: {paquete.Value.Sha256}");
        var artefactos = await ActaDeCierre.ArtefactosAsync(lista, contexto, ct);
        if (!artefactos.IsOk)
        {
            await Console.Error.WriteLineAsync(artefactos.Rechazo.Mensaje);
            return Salida.No;
        }

        using Impresora impresora = new();
        var acta = await ActaDeCierre.EjecutarAsync(
            cierre.Value.Corte, paquete.Value, presencia with { Artefactos = artefactos.Value }, adenda, Plantillas.Del(opciones.Carpeta), impresora, contexto, ct);
        if (!acta.IsOk)
        {
            await Console.Error.WriteLineAsync($"Falta el acta: {acta.Rechazo.Mensaje} Después repita ./prep cerrar.");
            return Salida.NoSePudo;
        }

        Console.WriteLine($"Acta circunstanciada del cierre número {acta.Value.Numero}: {almacen.Documentos.Ruta(acta.Value.Codigo)}");
        return Salida.Hecho;
    }

    private static void Cifras(string carpeta)
    {
        var manifiesto = JsonDePaquete.Leer<Manifiesto>(File.ReadAllBytes(Path.Combine(carpeta, RutasDePaquete.Manifiesto)));
        foreach (var eleccion in manifiesto.Elecciones)
        {
            Console.WriteLine($"{eleccion.Id}:");
            foreach (var (nombre, valor) in eleccion.Cifras)
            {
                Console.WriteLine($"  {nombre}: {valor}");
            }
        }
    }
}
