using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Prep.Dominio.Actas;
using Prep.Dominio.Catalogo;
using Prep.Dominio.Cortes;
using Prep.Operacion.Digitalizacion.Imagenes;
using Prep.Publicacion.Paquete;
using Prep.Servicios;
using Prep.Simulador.Imagenes;

namespace Prep.Medidas;

/// <summary>Lighthouse, as a phone, on the ten main views of the two elections of Oaxaca, published in three cortes and served from memory.</summary>
public static class Faro
{
    private const int CortesPublicados = 3;
    /// <summary>The emulation of the browser does not charge for opening the connection: one round trip more.</summary>
    private const double Conexion = 150;

    private static readonly int Minimo = Entero("PREP_FARO_MINIMO", 98);
    private static readonly int Pintura = Entero("PREP_FARO_LCP", 1000);
    private static readonly int Veces = Entero("PREP_FARO_VECES", 3);

    private static readonly JsonSerializerOptions Opciones = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    public static async Task<IReadOnlyList<Toma>> TomarAsync(CancellationToken ct)
    {
        using var lugar = new Lugar();
        var publicacion = lugar.En("publicacion");
        var vistas = await PublicarAsync(lugar, publicacion, ct);
        var carpeta = await InstalarAsync(ct);
        await using var sitio = Servidores.Sitio(publicacion, "http://127.0.0.1:0");
        await sitio.StartAsync(ct);
        using var node = Programa.Lanzar(["node", Path.Combine(carpeta, "faro.mjs"), sitio.Urls.First(), Veces.ToString(CultureInfo.InvariantCulture), .. vistas.Select(v => "/" + v.Ruta)]);
        try
        {
            List<Toma> tomas = [];
            while (await node.StandardOutput.ReadLineAsync(ct) is { } linea)
            {
                var dicho = JsonSerializer.Deserialize<Dicho>(linea, Opciones)!;
                var nombre = vistas.First(v => "/" + v.Ruta == dicho.Ruta).Nombre;
                await Console.Error.WriteLineAsync($"{nombre}: rendimiento {Corridas(dicho.Performance)}; LCP {Corridas([.. dicho.Lcp.Select(l => l + Conexion)])} ms {string.Join(" · ", dicho.Faltas.Distinct())}");
                tomas.AddRange(DeVista(nombre, dicho));
            }

            await node.WaitForExitAsync(ct);
            return node.ExitCode == 0 && tomas.Count > 0 ? tomas : throw new InvalidOperationException("Lighthouse no terminó: véase lo que dijo arriba.");
        }
        finally
        {
            node.Kill(entireProcessTree: true);    // and its browser, when it was cut short
        }
    }

    private static IEnumerable<Toma> DeVista(string nombre, Dicho dicho) =>
    [
        Nota($"{nombre}_rendimiento", dicho.Performance), Nota($"{nombre}_accesibilidad", dicho.Accessibility), Nota($"{nombre}_practicas", dicho.BestPractices), Nota($"{nombre}_seo", dicho.Seo),
        Toma.AloMas($"{nombre}_lcp", Mediana(dicho.Lcp) + Conexion, "ms a 1.6 Mbit/s, 150 ms", Pintura),
        new($"{nombre}_cls", Math.Round(Mediana(dicho.Cls), 3), "de la ventana se movió", 0, "techo", 0, Math.Round(Mediana(dicho.Cls), 3) == 0),
    ];

    private static Toma Nota(string nombre, IReadOnlyList<double> notas) => Toma.AlMenos(nombre, Mediana(notas), "de 100", Minimo, "presupuesto", 1);

    private static async Task<IReadOnlyList<(string Nombre, string Ruta)>> PublicarAsync(Lugar lugar, string publicacion, CancellationToken ct)
    {
        var estado = new Estado(Lugar.Dato("oaxaca-2024"), CortesPublicados);
        using var clave = ClaveDeFirma.AbrirOCrear(lugar.En("claves"));
        using var taller = new TallerDeImagenes();
        var publicador = new Publicador(publicacion, clave, TimeProvider.System, new());
        Corte corte = null!;
        ActaId? conImagen = null;
        for (var i = 0; i < CortesPublicados; i++)
        {
            byte[]? imagen = null;
            corte = estado.Siguiente();
            if (i == 0)
            {
                (corte, conImagen, imagen) = await ConImagenAsync(taller, corte, ct);
            }

            _ = (await publicador.PublicarAsync(corte, (_, _) => ValueTask.FromResult(imagen), ct)).Value;
        }

        var (dip, ayun) = (corte.Elecciones[0].Eleccion, corte.Elecciones[1].Eleccion);
        var raiz = $"{RutasDePaquete.Cortes}/{corte.Id}";
        var seccion = dip.Actas.First(a => a.Id == conImagen!.Value);
        return
        [
            ("portada", "index.html"), ("estado", $"{raiz}/{dip.Id}/index.html"), ("distrito", $"{raiz}/{dip.Id}/distrito/{seccion.Area}/index.html"),
            ("municipio", $"{raiz}/{ayun.Id}/municipio/{ayun.Areas[0].Id}/index.html"), ("seccion", $"{raiz}/{dip.Id}/distrito/{seccion.Area}/seccion/{seccion.Casilla.Seccion}.html"),
            ("acta", $"actas/{dip.Id}/{conImagen!.Value.Nombre}.v1.html"), ("secciones", $"{raiz}/{dip.Id}/secciones.html"), ("participacion", $"{raiz}/{dip.Id}/participacion.html"),
            ("cambios", $"{raiz}/{dip.Id}/cambios.html"), ("verificar", $"{raiz}/verificar.html"),
        ];
    }

    // One acta of the first election with its own drawn image: drawing them all would measure something else.
    private static async Task<(Corte, ActaId, byte[])> ConImagenAsync(TallerDeImagenes taller, Corte corte, CancellationToken ct)
    {
        var suya = corte.Elecciones[0];
        var lugar = Enumerable.Range(0, suya.Registros.Count).First(i => suya.Registros[i] is { Imagen: not null, Datos: not null } && suya.Eleccion.Actas[i].Casilla.Seccion.Length > 0);
        var registro = suya.Registros[lugar]!;
        byte[] imagen = [];
        _ = (await TandaDeImagenes.DibujarAsync(taller, corte.Proceso, suya.Eleccion, [new(suya.Eleccion.Actas[lugar], registro.Datos!)], (_, bytes, _) =>
        {
            imagen = bytes;
            return Task.CompletedTask;
        }, ct)).Value;
        var con = registro with { Imagen = registro.Imagen! with { Codigo = CodigoDeIntegridad.De(imagen), Ajena = false } };
        var registros = suya.Registros.ToArray();
        registros[lugar] = con;
        var nueva = suya with { Registros = registros, Agregadas = [.. suya.Agregadas.Select(a => a.Id == con.Id ? con : a)] };
        return (corte with { Elecciones = [nueva, .. corte.Elecciones.Skip(1)] }, con.Id, imagen);
    }

    // Beside the other things that the house keeps and nobody edits: nothing of it is part of the product.
    private static async Task<string> InstalarAsync(CancellationToken ct)
    {
        var (fuente, carpeta) = (Path.Combine(Lugar.Raiz, "bench", "faro"), Path.Combine(Lugar.Raiz, ".prep", "faro"));
        Directory.CreateDirectory(carpeta);
        var candado = Path.Combine(carpeta, "package-lock.json");
        var instalado = Directory.Exists(Path.Combine(carpeta, "node_modules", "lighthouse"))
            && File.Exists(candado) && await File.ReadAllTextAsync(candado, ct) == await File.ReadAllTextAsync(Path.Combine(fuente, "package-lock.json"), ct);
        foreach (var archivo in Directory.EnumerateFiles(fuente))
        {
            File.Copy(archivo, Path.Combine(carpeta, Path.GetFileName(archivo)), overwrite: true);
        }

        if (!instalado)
        {
            await Console.Error.WriteLineAsync("Instalando Lighthouse …");
            using var npm = Programa.Lanzar(["npm", "ci", "--no-audit", "--no-fund", "--prefix", carpeta]);
            await Console.Error.WriteAsync(await npm.StandardOutput.ReadToEndAsync(ct));
            await npm.WaitForExitAsync(ct);
            if (npm.ExitCode != 0)
            {
                throw new InvalidOperationException("npm no pudo instalar Lighthouse.");
            }
        }

        return carpeta;
    }

    private static string Corridas(IReadOnlyList<double> valores) => string.Join(", ", valores.Select(v => v.ToString("N0", CultureInfo.InvariantCulture)));

    private static double Mediana(IReadOnlyList<double> valores) => valores.Order().ElementAt(valores.Count / 2);

    private static int Entero(string variable, int omision) => int.TryParse(Environment.GetEnvironmentVariable(variable), CultureInfo.InvariantCulture, out var n) ? n : omision;

    /// <summary>One line of <c>faro.mjs</c>.</summary>
    private sealed record Dicho(
        string Ruta, IReadOnlyList<double> Performance, IReadOnlyList<double> Accessibility, [property: JsonPropertyName("best-practices")] IReadOnlyList<double> BestPractices,
        IReadOnlyList<double> Seo, IReadOnlyList<double> Lcp, IReadOnlyList<double> Cls, IReadOnlyList<string> Faltas);
}
