using System.Collections.Concurrent;
using System.CommandLine;
using Prep.Dominio;
using Prep.Dominio.Catalogo;
using Prep.Operacion.Digitalizacion.Imagenes;
using Prep.Operacion.Preparacion.Carpeta;
using Prep.Simulador.Imagenes;
using Prep.Simulador.Noches;
using Prep.Simulador.Prototipos;

namespace Prep.Verbos;

/// <summary><c>prototipo --salida DIR</c>: the whole site in zeros and with invented data, to be approved before the election.</summary>
internal static class HacerPrototipo
{
    public static Command Verbo()
    {
        var salida = new Option<string>("--salida") { Description = "Carpeta nueva o vacía donde queda.", HelpName = "DIR", Required = true };
        var eleccion = new Option<string>("--eleccion") { Description = "Carpeta de la elección (docs/eleccion.md); sin ella, la de ejemplo de Oaxaca 2024.", HelpName = "DIR" };
        var imagenes = new Option<int>("--imagenes") { Description = "Cuántas actas de cada elección llevan imagen dibujada.", HelpName = "N", DefaultValueFactory = _ => 40 };
        var verbo = new Command("prototipo", "El sitio completo en ceros y con datos de ejemplo, con el formato de sus bases, para revisarlo antes de la elección.") { salida, eleccion, imagenes };
        verbo.SetAction((lectura, ct) => CorrerAsync(lectura.GetRequiredValue(salida), lectura.GetValue(eleccion), lectura.GetValue(imagenes), ct));
        return verbo;
    }

    private static async Task<int> CorrerAsync(string salida, string? eleccion, int imagenes, CancellationToken ct)
    {
        if (imagenes < 0)
        {
            throw new MalUsoException("--imagenes no puede ser negativa.");
        }

        Entradas.CarpetaVacia(salida);
        var carpeta = eleccion ?? Path.Combine(AppContext.BaseDirectory, "datos", "oaxaca-2024");
        if (!Directory.Exists(carpeta))
        {
            throw new MalUsoException($"No existe la carpeta {carpeta}. Dé la de una elección: docs/eleccion.md dice qué lleva.");
        }

        var lectura = LectorDeCarpeta.Leer(carpeta);
        if (lectura.Proceso is not { } proceso)
        {
            foreach (var linea in lectura.Lineas())
            {
                await Console.Error.WriteLineAsync(linea);
            }

            return Salida.MalUso;
        }

        using var taller = new TallerDeImagenes();
        var hecho = await Prototipo.HacerAsync(
            proceso, salida, Bases.Opciones(carpeta, proceso.Formato), imagenes == 0 ? null : (noche, fin) => DibujarAsync(taller, noche, imagenes, fin), TimeProvider.System,
            paso => Console.Error.WriteLine(paso), ct);
        if (!hecho.IsOk)
        {
            await Console.Error.WriteLineAsync(hecho.Rechazo.Mensaje);
            return Salida.NoSePudo;
        }

        Console.WriteLine($"Prototipo: ábralo en {Path.GetFullPath(hecho.Value)}");
        return Salida.Hecho;
    }

    private static async Task<Result<IReadOnlyDictionary<ActaId, byte[]>>> DibujarAsync(TallerDeImagenes taller, Noche noche, int cuantas, CancellationToken ct)
    {
        var hechas = new ConcurrentDictionary<ActaId, byte[]>();
        foreach (var eleccion in noche.Proceso.Elecciones)
        {
            var capturadas = noche.Actas.Where(a => a.Acta.Id.Eleccion == eleccion.Id && a.Datos is not null).ToDictionary(a => a.Acta.Id);
            var tanda = await TandaDeImagenes.DibujarAsync(
                taller, noche.Proceso, eleccion, MuestraDeImagenes.Elegir(capturadas.Keys, cuantas).Select(id => new ActaPorDibujar(capturadas[id].Acta, capturadas[id].Datos!)),
                (id, bytes, _) =>
                {
                    hechas[id] = bytes;
                    return Task.CompletedTask;
                },
                ct);
            if (!tanda.IsOk)
            {
                return tanda.Rechazo;
            }
        }

        return hechas;
    }
}
