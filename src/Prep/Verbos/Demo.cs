using System.CommandLine;
using Prep.Datos;
using Prep.Dominio.Catalogo;
using Prep.Publicacion.Formatos;
using Prep.Publicacion.Paquete;
using Prep.Servicios;
using Prep.Simulador.Imagenes;
using Prep.Operacion.Digitalizacion.Imagenes;
using Prep.Simulador.Repeticion;

namespace Prep.Verbos;

/// <summary>The main job on the data that ship: the night of 5 June 2022 in Oaxaca through the real pipeline, then a practice to try by hand.</summary>
internal static class Demo
{
    private const string Noche = "reales/20220606_1500_PREP_GUB_OAX/OAX_GUB_2022.csv";

    public static Command Verbo()
    {
        var sinServidor = new Option<bool>("--sin-servidor") { Description = "Termina después del último corte." };
        var velocidad = new Option<double?>("--velocidad") { Description = "Veces más rápido que el reloj; sin ella, tan rápido como pueda la máquina.", HelpName = "N" };
        var imagenes = new Option<int>("--imagenes") { Description = "Cuántas actas llevan imagen dibujada.", HelpName = "N", DefaultValueFactory = _ => MuestraDeImagenes.PorOmision };
        var puerto = new Option<int>("--puerto") { Description = "Primero de los tres puertos que sirve.", HelpName = "N", DefaultValueFactory = _ => DemoEnVivo.PrimerPuerto };
        var verbo = new Command("demo", "La noche del 5 de junio de 2022 en Oaxaca, de las actas al sitio; después, una práctica.") { sinServidor, velocidad, imagenes, puerto };
        verbo.SetAction((lectura, ct) => EjecutarAsync(
            lectura.GetValue(sinServidor) ? null : lectura.GetValue(puerto), lectura.GetValue(velocidad), lectura.GetValue(imagenes), ct));
        return verbo;
    }

    private static async Task<int> EjecutarAsync(int? puerto, double? velocidad, int imagenes, CancellationToken ct)
    {
        if (velocidad <= 0 || imagenes < 0)
        {
            throw new MalUsoException("--velocidad debe ser mayor que cero y --imagenes no puede ser negativa.");
        }

        if (puerto is < 1 or > 65533)
        {
            throw new MalUsoException("--puerto debe estar entre 1 y 65533.");
        }

        if (puerto is { } primero)
        {
            Corrida.ExigirLibres(DemoEnVivo.Direcciones(primero), "Deténgalo, o elija otros tres con --puerto N.");
        }

        var carpeta = Path.Combine(Directory.GetCurrentDirectory(), ".prep", "demo");
        if (Directory.Exists(carpeta))
        {
            Directory.Delete(carpeta, recursive: true);
        }

        var datos = Path.Combine(AppContext.BaseDirectory, "datos");
        var eleccion = Path.Combine(datos, "oaxaca-2022");
        var plan = LecturaDePlan.Leer(new(Path.Combine(datos, Noche), eleccion, null, null, [], Ultimo: false), []);
        if (!plan.IsOk)
        {
            throw new MalUsoException(plan.Rechazo.Mensaje);
        }

        var publicacion = Path.Combine(carpeta, "publicacion");
        if (!await NocheAsync(PorHora(plan.Value), Bases.Opciones(eleccion, Bases.PorOmision), carpeta, publicacion, velocidad, imagenes, ct))
        {
            return Salida.NoSePudo;
        }

        return puerto is { } desde
            ? await DemoEnVivo.ServirAsync(publicacion, Path.Combine(carpeta, "practica"), Path.Combine(datos, "oaxaca-2024"), DemoEnVivo.Direcciones(desde), ct)
            : Salida.Hecho;
    }

    private static async Task<bool> NocheAsync(
        PlanDeRepeticion plan, OpcionesDePublicador opciones, string carpeta, string publicacion, double? velocidad, int imagenes, CancellationToken ct)
    {
        await using var almacen = await Almacen.AbrirAsync(new(carpeta), TimeProvider.System, ct);
        using var clave = ClaveDeFirma.AbrirOCrear(Path.Combine(carpeta, "claves"));
        using var avance = new Avance();
        var dibujadas = await DibujarAsync(plan, Path.Combine(carpeta, "dibujos"), imagenes, avance, ct);
        var publicador = new Publicador(publicacion, clave, TimeProvider.System, opciones);
        var resultado = await new Repetidor(almacen, publicador, publicacion, h => Dibujo(dibujadas, h.Id), avance.Mostrar, velocidad).EjecutarAsync(plan, ct);
        avance.Dispose();
        if (!resultado.IsOk)
        {
            await Console.Error.WriteLineAsync(resultado.Rechazo.Mensaje);
            return false;
        }

        // The 13 figures last: they are what one came to see.
        InformeDeRepeticion.ImprimirCortes(resultado.Value, Console.Out);
        InformeDeRepeticion.ImprimirRazones(resultado.Value, Console.Out);
        Console.WriteLine($"Publicación: {publicacion}");
        InformeDeRepeticion.ImprimirComparaciones(resultado.Value, Console.Out);
        return true;
    }

    // A corte on each hour of the night from the start of publication, and the file's own.
    private static PlanDeRepeticion PorHora(PlanDeRepeticion plan)
    {
        var ultimo = plan.Hechos.CorteEn!.Value;
        var inicio = new DateTimeOffset(2022, 6, 6, 1, 0, 0, TimeSpan.Zero);
        var cortes = Enumerable.Range(0, 48).Select(h => inicio.AddHours(h)).TakeWhile(c => c < ultimo).Append(ultimo);
        return plan with { Cortes = [.. cortes] };
    }

    private static async Task<Dictionary<ActaId, string>> DibujarAsync(PlanDeRepeticion plan, string carpeta, int cuantas, Avance avance, CancellationToken ct)
    {
        var hechos = plan.Hechos.Actas.OfType<Hecho>().Where(h => h.Clase == ClaseDeHecho.Capturada).ToDictionary(h => h.Id);
        var elegidas = MuestraDeImagenes.Elegir(hechos.Keys, cuantas);
        if (elegidas.Count == 0)
        {
            return [];
        }

        Directory.CreateDirectory(carpeta);
        using var taller = new TallerDeImagenes();
        var hechas = 0;
        var rutas = elegidas.ToDictionary(id => id, id => Path.Combine(carpeta, $"{id.Nombre}.jpg"));
        var dibujadas = await TandaDeImagenes.DibujarAsync(
            taller, plan.Proceso, plan.Eleccion, elegidas.Select(id => new ActaPorDibujar(plan.Eleccion.BuscarActa(id)!, hechos[id].Datos!)),
            async (id, bytes, fin) =>
            {
                await File.WriteAllBytesAsync(rutas[id], bytes, fin);
                avance.Mostrar(Interlocked.Increment(ref hechas), elegidas.Count, "imágenes dibujadas");
            },
            ct);
        if (dibujadas.IsOk)
        {
            return rutas;
        }

        await Console.Error.WriteLineAsync($"Sin imágenes dibujadas: {dibujadas.Rechazo.Mensaje}");
        return [];
    }

    // Cast: a bare null would become an empty memory, not the absence of one.
    private static ReadOnlyMemory<byte>? Dibujo(Dictionary<ActaId, string> rutas, ActaId acta) =>
        rutas.TryGetValue(acta, out var ruta) ? File.ReadAllBytes(ruta) : (ReadOnlyMemory<byte>?)null;
}
