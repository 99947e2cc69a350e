using System.CommandLine;
using Prep.Datos.Cuentas;
using Prep.Datos.Seguimiento;
using Prep.Datos;
using Prep.Operacion.Publicacion;
using Prep.Operacion.Tablero;
using Prep.Publicacion.Paquete;
using Prep.Seguimiento.Documentos;
using Prep.Seguimiento.Libro;
using Prep.Servicios;

namespace Prep.Verbos;

/// <summary>Runs the product over a store until it is told to stop.</summary>
internal static class Servir
{
    private static readonly string[] _todas = ["operacion", "corte", "sitio"];

    public static Command Verbo()
    {
        var almacen = AlmacenElegido.Opcion();
        var funciones = new Option<string>("--funciones") { Description = "Cuáles: operacion, corte, sitio; separadas por comas.", HelpName = "LISTA", DefaultValueFactory = _ => string.Join(',', _todas) };
        var urls = new Option<string>("--urls")
        {
            Description = "Direcciones de la operación y del sitio, separadas por punto y coma.",
            HelpName = "DIRECCIONES",
            DefaultValueFactory = _ => "http://localhost:5080;http://localhost:5081",
        };
        var formato = Bases.Opcion();
        var silencio = new Option<int>("--silencio") { Description = "Minutos sin señal de un CATD abierto para que el tablero dé la alarma.", HelpName = "MIN", DefaultValueFactory = _ => (int)AjustesDeTablero.PorOmision.Silencio.TotalMinutes };
        var anexos = new Option<int>("--anexos") { Description = "Megabytes que puede pesar un documento de la Comisión.", HelpName = "MEGAS", DefaultValueFactory = _ => AjustesDeDocumentos.MegasPorOmision };
        var verbo = new Command("servir", "Sirve la operación, hace los cortes del calendario y sirve el sitio.") { almacen, funciones, urls, formato, silencio, anexos };
        verbo.SetAction((lectura, ct) => EjecutarAsync(
            AlmacenElegido.De(lectura.GetValue(almacen)), lectura.GetRequiredValue(funciones), lectura.GetRequiredValue(urls), lectura.GetRequiredValue(formato), lectura.GetValue(silencio), lectura.GetValue(anexos), ct));
        return verbo;
    }

    // Months before the night the Commission works already: its follow-up, the accounts and what is public of them.
    private static string[] SinProceso(string[] pedidas)
    {
        if (pedidas is ["corte"])
        {
            throw new MalUsoException("Sin un proceso no hay cortes que hacer: cárguelo antes con ./prep cargar DIR.");
        }

        Console.WriteLine("Todavía no hay un proceso electoral: por ahora sólo trabajan el seguimiento de la Comisión, las cuentas y el sitio.");
        Console.WriteLine("Para la operación y los cortes, cárguelo con ./prep cargar DIR y vuelva a arrancar.");
        return [.. pedidas.Where(f => f != "corte")];
    }

    private static async Task<int> EjecutarAsync(OpcionesDeAlmacen opciones, string funciones, string urls, string formato, int silencio, int anexos, CancellationToken ct)
    {
        if (anexos is < 1 or > 4096)
        {
            throw new MalUsoException($"--anexos {anexos} no se entiende: son megabytes, de 1 a 4096.");
        }

        if (silencio is < 1 or > 1440)
        {
            throw new MalUsoException($"--silencio {silencio} no se entiende: son minutos, de 1 a 1440.");
        }

        var pedidas = funciones.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (pedidas.Length == 0 || pedidas.Except(_todas).Any())
        {
            throw new MalUsoException($"--funciones «{funciones}» no se entiende: use {string.Join(", ", _todas)}, separadas por comas.");
        }

        var direcciones = urls.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var necesarias = pedidas.Count(f => f != "corte");
        if (direcciones.Length < necesarias || direcciones.Any(d => !Uri.TryCreate(d, UriKind.Absolute, out _)))
        {
            throw new MalUsoException($"--urls «{urls}» no alcanza: hacen falta {necesarias} direcciones separadas por punto y coma, como http://localhost:5080.");
        }

        Corrida.ExigirLibres(direcciones.Take(necesarias), "Deténgalo, o elija otro con --urls.");
        await using var almacen = await Almacen.AbrirAsync(opciones, TimeProvider.System, ct);
        if (almacen.Catalogo is null)
        {
            pedidas = SinProceso(pedidas);
        }

        await using var cuentas = await AlmacenDeCuentas.AbrirAsync(opciones, TimeProvider.System, ct);
        var seguimiento = await AlmacenDeSeguimiento.AbrirAsync(opciones, TimeProvider.System, ct);
        await CargarPlan.AlEstrenarAsync(seguimiento, TimeProvider.System, ct);
        await new LibroDeSeguimiento(seguimiento).QuitarDudososAsync(ct);
        var publicacion = Path.Combine(opciones.Carpeta, "publicacion");
        Directory.CreateDirectory(publicacion);
        using var clave = ClaveDeFirma.AbrirOCrear(Path.Combine(opciones.Carpeta, "claves"));
        var publicador = new Publicador(publicacion, clave, TimeProvider.System, Bases.Opciones(opciones.Carpeta, formato));
        using SenalDeReintento senal = new();
        var (servidores, siguiente) = (new List<IHost>(), 0);
        foreach (var funcion in _todas.Where(pedidas.Contains))
        {
            switch (funcion)
            {
                case "operacion":
                    servidores.Add(Servidores.Operacion(almacen, cuentas, seguimiento, TimeProvider.System, direcciones[siguiente], senal, AjustesDeTablero.PorOmision with { Silencio = TimeSpan.FromMinutes(silencio) }, AjustesDeDocumentos.De(anexos)));
                    Console.WriteLine($"Operación en {direcciones[siguiente++]}   (se entra con una cuenta: ./prep cuentas --help)");
                    break;
                case "corte":
                    servidores.Add(Servidores.Cortes(almacen, publicador, publicacion, TimeProvider.System, senal));
                    Console.WriteLine($"Cortes cada {almacen.Catalogo!.Proceso.Calendario.Intervalo.TotalMinutes:0} minutos en {publicacion}");
                    break;
                case "sitio":
                    servidores.Add(Servidores.Sitio(publicacion, direcciones[siguiente]));
                    Console.WriteLine($"Sitio en {direcciones[siguiente++]}");
                    break;
            }
        }

        // Where only the site is served, the folder comes from another server.
        if (pedidas.Any(f => f != "sitio"))
        {
            servidores.Add(Servidores.Seguimiento(PublicarPlan.En(opciones.Carpeta, new(seguimiento), clave, TimeProvider.System), TimeProvider.System));
        }

        foreach (var linea in await Fases.LineasAsync(almacen, TimeProvider.System, ct))
        {
            Console.WriteLine(linea);
        }

        await Corrida.HastaQueTermineAsync(servidores, ct);
        return Salida.Hecho;
    }
}
