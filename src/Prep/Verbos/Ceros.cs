using System.CommandLine;
using Prep.Datos;
using Prep.Datos.Cortes;
using Prep.Datos.Cuentas;
using Prep.Documentos;
using Prep.Dominio;
using Prep.Operacion;
using Prep.Operacion.Hitos;
using Prep.Operacion.Publicacion;
using Prep.Publicacion;
using Prep.Publicacion.Paquete;

namespace Prep.Verbos;

/// <summary><c>./prep ceros</c>: proves that the store is empty, publishes the zero corte and gives the act. 0 done, 1 something is not zero (each place on its line), 2 bad use, 3 could not now.</summary>
internal static class Ceros
{
    // What the zero act left, for who carries it to the table.
    private const string Carpeta = "ceros";

    private static readonly TimeSpan _paciencia = TimeSpan.FromSeconds(10);
    private static readonly HashSet<string> _deAhora = ["sin_chromium", "pdf_tardo", "pdf_fallo", "publicacion_ocupada"];

    public static Command Verbo()
    {
        var almacen = AlmacenElegido.Opcion();
        var lista = new Option<string?>("--lista") { Description = "Lista de archivos del auditor, en el formato de sha256sum (véase ./prep huellas).", HelpName = "ARCHIVO" };
        var firma = new Option<string?>("--firma") { Description = "Firma de esa lista, hecha con openssl dgst -sha256 -sign.", HelpName = "ARCHIVO" };
        var clave = new Option<string?>("--clave") { Description = "Clave pública del auditor.", HelpName = "PEM" };
        var lugar = new Option<string>("--lugar") { Description = "Dónde se hace el acto.", HelpName = "TEXTO", DefaultValueFactory = _ => "" };
        var asistente = new Option<string[]>("--asistente") { Description = "«NOMBRE, CARGO»; uno por cada asistente.", HelpName = "TEXTO" };
        var fedatario = new Option<string>("--fedatario") { Description = "Nombre, notaría u oficialía y número de instrumento.", HelpName = "TEXTO", DefaultValueFactory = _ => "" };
        var formato = Bases.Opcion();
        var verbo = new Command("ceros", "Puesta en ceros: comprueba que todo está vacío, publica el corte de ceros y hace su acta.") { almacen, lista, firma, clave, lugar, asistente, fedatario, formato };
        verbo.SetAction((lectura, ct) => EjecutarAsync(
            AlmacenElegido.De(lectura.GetValue(almacen)),
            new(lectura.GetRequiredValue(lugar), [.. (lectura.GetValue(asistente) ?? []).Select(Asistente)], lectura.GetRequiredValue(fedatario), Lista(lectura.GetValue(lista), lectura.GetValue(firma), lectura.GetValue(clave))),
            lectura.GetRequiredValue(formato), ct));
        return verbo;
    }

    private static async Task<int> EjecutarAsync(OpcionesDeAlmacen opciones, PonerEnCeros.Request r, string formato, CancellationToken ct)
    {
        var reloj = TimeProvider.System;
        await using var almacen = await Almacen.AbrirAsync(opciones, reloj, ct);
        await using var cuentas = await AlmacenDeCuentas.AbrirAsync(opciones, reloj, ct);
        using var firma = ClaveDeFirma.AbrirOCrear(Path.Combine(opciones.Carpeta, "claves"));
        using Impresora impresora = new();
        using HttpClient red = new() { Timeout = _paciencia };
        var publicacion = Path.Combine(opciones.Carpeta, "publicacion");
        var publicador = new Publicador(publicacion, firma, reloj, Bases.Opciones(opciones.Carpeta, formato));
        PonerEnCeros.Medios medios = new(
            new LectorDeCorte(almacen), PublicarEnCarpeta.Con(publicador, publicacion, almacen), publicacion, cuentas, AppContext.BaseDirectory, new OpcionesDePublicador().Programa, red,
            Plantillas.Del(opciones.Carpeta), impresora);
        var hecho = await PonerEnCeros.EjecutarAsync(r, medios, new(new("consola"), almacen, reloj), ct);
        if (!hecho.IsOk)
        {
            return Negar(hecho.Rechazo);
        }

        var (acta, documento, yaEstaba) = hecho.Value;
        var archivo = Guardar(opciones.Carpeta, acta, documento);
        Console.WriteLine(yaEstaba ? $"La puesta en ceros ya se hizo: corte {acta.Corte.Id}. Nada cambió." : $"Todo está en ceros: {acta.Tablas.Count} tablas, {acta.Carpetas.Count} carpetas, {acta.Artefactos.Count} archivos del programa.");
        Console.WriteLine($"Corte de ceros  {acta.Corte.Id}   manifiesto {acta.Corte.Manifiesto}");
        Console.WriteLine($"Acta            número {documento.Documento.Numero}   SHA-256 {documento.Documento.Codigo}");
        Console.WriteLine($"                {archivo}");
        foreach (var aviso in acta.Avisos)
        {
            Console.WriteLine($"Aviso: {aviso}");
        }

        return yaEstaba ? Salida.No : Salida.Hecho;
    }

    private static int Negar(Rechazo rechazo)
    {
        foreach (var linea in rechazo.Mensaje.Split('\n'))
        {
            Console.Error.WriteLine(linea);
        }

        return rechazo.Codigo == "sin_proceso" || rechazo.Clase == ClaseDeRechazo.Entrada ? Salida.MalUso : _deAhora.Contains(rechazo.Codigo) ? Salida.NoSePudo : Salida.No;
    }

    // Copies of what the register keeps, under names that a person finds.
    private static string Guardar(string almacen, ActaDeCeros acta, DocumentoDeCeros.Hecho documento)
    {
        var carpeta = Directory.CreateDirectory(Path.Combine(almacen, Carpeta)).FullName;
        var nombre = $"{DocumentoDeCeros.Tipo}-{documento.Documento.Numero:000}";
        Disco.Reemplazar(Path.Combine(carpeta, $"{nombre}.html"), System.Text.Encoding.UTF8.GetBytes(documento.Pagina));
        Disco.Reemplazar(Path.Combine(carpeta, "consultas.sql"), System.Text.Encoding.UTF8.GetBytes(LecturaDeCeros.Guion(acta.Tablas.Select(t => t.Consulta))));
        var pdf = Path.Combine(carpeta, $"{nombre}.pdf");
        Disco.Reemplazar(pdf, documento.Documento.Bytes.Span);
        return pdf;
    }

    private static Asistente Asistente(string texto) => texto.Split(',', 2, StringSplitOptions.TrimEntries) is [{ Length: > 0 } nombre, { Length: > 0 } cargo]
        ? new(nombre, cargo)
        : throw new MalUsoException($"--asistente «{texto}» no se entiende: escriba el nombre, una coma y el cargo.");

    internal static ListaFirmada? Lista(string? lista, string? firma, string? clave) => (lista, firma, clave) switch
    {
        (null, null, null) => null,
        ({ } l, { } f, { } c) => new(Path.GetFileName(l), Leer(l), Leer(f), System.Text.Encoding.UTF8.GetString(Leer(c))),
        _ => throw new MalUsoException("--lista, --firma y --clave van juntas: la lista del auditor, su firma y su clave pública."),
    };

    private static byte[] Leer(string ruta) => File.Exists(ruta) ? File.ReadAllBytes(ruta) : throw new MalUsoException($"No existe {ruta}.");
}
