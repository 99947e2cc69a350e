using System.Diagnostics;
using System.Text.Json;
using Prep.Medidas;
using Prep.Operacion.Digitalizacion.Imagenes;

// Without arguments: every measure, each in a process of its own so that memory peaks do not mix. With a name: that one, here.
using var cancelacion = new CancellationTokenSource();
Console.CancelKeyPress += (_, e) =>
{
    e.Cancel = true;
    cancelacion.Cancel();
};

if (args.Length == 0)
{
    var peor = 0;
    foreach (var medida in Catalogo.Todas())
    {
        var orden = Programa.Propio(medida.Nombre);
        using var proceso = Process.Start(new ProcessStartInfo(orden[0], orden[1..]))!;
        await proceso.WaitForExitAsync(cancelacion.Token);
        peor = Math.Max(peor, proceso.ExitCode);
    }

    return peor;
}

if (args is ["-h" or "--help" or "-?"])
{
    Console.WriteLine("Mide velocidad y memoria, cada cifra junto a su vara; sin nombre, todas.\nUso: ./prep medir [MEDIDA]\n");
    Listar(Console.Out);
    Console.WriteLine("\nTermina con 0 si todo cumple su presupuesto; 1 si algo no; 2 si no hay esa medida.");
    return 0;
}

if (args is [ObreroDeImagenes.Verbo])
{
    return await ObreroDeImagenes.CorrerAsync();
}

if (args is [Sitios.ComoServidor, var carpeta, var url])
{
    return await Sitios.ServirAsync(carpeta, url, cancelacion.Token);
}

if (Catalogo.Todas().FirstOrDefault(m => m.Nombre == args[0]) is not { } elegida)
{
    await Console.Error.WriteLineAsync($"No hay una medida «{args[0]}». Hay:");
    Listar(Console.Error);
    return 2;
}

await Console.Error.WriteLineAsync($"── {elegida.Nombre}: {elegida.Presupuesto}");
var cumple = true;
var tomas = await elegida.TomarAsync(cancelacion.Token);
foreach (var toma in tomas)
{
    var cumplida = !toma.TienePresupuesto ? "" : toma.Cumple ? "cumple" : "NO CUMPLE";
    await Console.Error.WriteLineAsync($"{toma.Nombre,-24} {toma.Valor,12:N3} {toma.Unidad,-22} {toma.Razon,8:N3} × {toma.Vara:N3} ({toma.NombreDeVara}) {cumplida}");

    cumple &= toma.Cumple;
    Console.WriteLine(JsonSerializer.Serialize(new
    {
        nombre = $"{elegida.Nombre}.{toma.Nombre}",
        valor = Math.Round(toma.Valor, 3),
        unidad = toma.Unidad,
        vara = Math.Round(toma.Vara, 3),
        nombreDeVara = toma.NombreDeVara,
        razon = Math.Round(toma.Razon, 3),
        cumple = toma.TienePresupuesto ? toma.Cumple : (bool?)null,
        maquina = Maquina.Nombre(),
        version = Maquina.Confirmacion(),
    }, Catalogo.Json));
}

return cumple ? 0 : 1;

static void Listar(TextWriter salida)
{
    foreach (var medida in Catalogo.Todas())
    {
        salida.WriteLine($"  {medida.Nombre,-12} {medida.Presupuesto}");
    }
}
