using System.CommandLine;
using Prep.Datos;
using Prep.Datos.Cuentas;
using Prep.Operacion.Cuentas;

namespace Prep.Verbos;

/// <summary><c>cuentas cargar|credenciales|equipo</c>: how the first administrator gets in. Whoever has this console can already do anything with the store.</summary>
internal static class AdministrarCuentas
{
    public static Command Verbo()
    {
        var verbo = new Command("cuentas", "Personas, credenciales y equipos: con esto entra la primera persona que administra.");
        verbo.Subcommands.Add(Cargar());
        verbo.Subcommands.Add(Credenciales());
        verbo.Subcommands.Add(Equipo());
        return verbo;
    }

    private static Command Cargar()
    {
        var archivo = new Argument<string>("PADRON.csv") { Description = "Columnas: persona, nombre, puestos (separados por punto y coma) y sitio." };
        var almacen = AlmacenElegido.Opcion();
        var mandato = new Command("cargar", "Revisa y carga un padrón; si algo está mal dice todas las faltas y no cambia nada.") { archivo, almacen };
        mandato.SetAction((lectura, ct) => EnCuentasAsync(lectura.GetValue(almacen), c => CargarAsync(lectura.GetRequiredValue(archivo), c, ct), ct));
        return mandato;
    }

    private static Command Credenciales()
    {
        var salida = new Option<string>("--salida") { Description = "Hoja para imprimir; después, bórrela.", HelpName = "HOJA.html", Required = true };
        var personas = new Option<string[]>("--persona") { Description = "Sólo la de esta persona, aunque ya tenga; puede repetirse. Sin ella, las de quienes no tienen.", HelpName = "CLAVE" };
        var sitio = new Option<string?>("--sitio") { Description = "Sólo las de este sitio.", HelpName = "SITIO" };
        var almacen = AlmacenElegido.Opcion();
        var mandato = new Command("credenciales", "Emite credenciales y PIN nuevos en una hoja para imprimir; las anteriores de esas personas dejan de servir.") { salida, personas, sitio, almacen };
        mandato.SetAction((lectura, ct) => EnCuentasAsync(lectura.GetValue(almacen),
            c => EmitirAsync(lectura.GetRequiredValue(salida), lectura.GetValue(personas) is { Length: > 0 } p ? p : null, lectura.GetValue(sitio), c, ct), ct));
        return mandato;
    }

    private static Command Equipo()
    {
        var sitio = new Option<string>("--sitio") { Description = "Donde está el equipo: un CATD, un CCV o CENTRAL.", HelpName = "SITIO", Required = true };
        var nombre = new Option<string>("--nombre") { Description = "Cómo se llama el equipo.", HelpName = "NOMBRE", DefaultValueFactory = _ => "equipo" };
        var almacen = AlmacenElegido.Opcion();
        var mandato = new Command("equipo", "Da un código de un solo uso para inscribir un equipo en la dirección /equipo.") { sitio, nombre, almacen };
        mandato.SetAction((lectura, ct) => EnCuentasAsync(lectura.GetValue(almacen), async c =>
        {
            var hecho = await GenerarCodigoDeEquipo.EjecutarAsync(new(lectura.GetRequiredValue(sitio), lectura.GetRequiredValue(nombre)), c, ct);
            if (!hecho.IsOk)
            {
                throw new MalUsoException(hecho.Rechazo.Mensaje);
            }

            Console.WriteLine($"Código para «{hecho.Value.Nombre}», en {hecho.Value.Sitio}: {hecho.Value.Codigo}");
            Console.WriteLine("Escríbalo en ese equipo, en la dirección /equipo. Sirve una sola vez, durante dos horas.");
            return Salida.Hecho;
        }, ct));
        return mandato;
    }

    private static async Task<int> EnCuentasAsync(string? carpeta, Func<ContextoDeCuentas, Task<int>> trabajo, CancellationToken ct)
    {
        var opciones = AlmacenElegido.De(carpeta);
        await using var almacen = await Almacen.AbrirAsync(opciones, TimeProvider.System, ct);
        if (almacen.Catalogo is null)
        {
            // Right for who comes months before; a warning for who mistyped the folder.
            await Console.Error.WriteLineAsync($"Aviso: {opciones.Carpeta} todavía no tiene un proceso electoral.");
        }

        await using var cuentas = await AlmacenDeCuentas.AbrirAsync(opciones, TimeProvider.System, ct);
        return await trabajo(new(new("consola"), cuentas, almacen.Catalogo?.Proceso, TimeProvider.System));
    }

    private static async Task<int> CargarAsync(string archivo, ContextoDeCuentas c, CancellationToken ct)
    {
        Entradas.Archivo(archivo);
        var lectura = LectorDePadron.Leer(Path.GetFileName(archivo), await File.ReadAllBytesAsync(archivo, ct), LectorDePadron.SitiosDe(c.Proceso));
        foreach (var aviso in lectura.Registro.Avisos)
        {
            await Console.Error.WriteLineAsync(aviso.ToString());
        }

        var hecho = await CargarPadron.EjecutarAsync(lectura, c, ct);
        if (!hecho.IsOk)
        {
            await Console.Error.WriteLineAsync($"{hecho.Rechazo.Mensaje}\nFaltas: {lectura.Registro.Faltas.Count + lectura.Registro.Omitidas}. No se cargó nada.");
            return Salida.MalUso;
        }

        Console.WriteLine($"Padrón cargado: {hecho.Value.Nuevas} nuevas, {hecho.Value.Cambiadas} cambiadas, {hecho.Value.Bajas} bajas, {hecho.Value.Iguales} sin cambio.");
        return Salida.Hecho;
    }

    private static async Task<int> EmitirAsync(string salida, IReadOnlyList<string>? personas, string? sitio, ContextoDeCuentas c, CancellationToken ct)
    {
        Entradas.PorEscribir(salida);
        if (File.Exists(salida))
        {
            throw new MalUsoException($"Ya existe {salida}: puede ser una hoja sin imprimir. Dé otro nombre o bórrela.");
        }

        // The file is there, empty and ours alone, before any credential changes.
        FileStreamOptions propia = new() { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            propia.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        await using FileStream hoja = new(salida, propia);
        var hechas = await EmitirCredenciales.EjecutarAsync(new(personas, sitio), c, ct);
        if (!hechas.IsOk)
        {
            hoja.Close();
            File.Delete(salida);
            await Console.Error.WriteLineAsync(hechas.Rechazo.Mensaje);
            return Salida.No;
        }

        await hoja.WriteAsync(System.Text.Encoding.UTF8.GetBytes(HojaDeCredenciales.Html(hechas.Value, c.Proceso?.Nombre ?? "")), ct);
        Console.WriteLine($"{hechas.Value.Count} credenciales en {salida}. Imprima, entregue en mano y borre el archivo.");
        return Salida.Hecho;
    }
}
