using Prep.Datos;
using Prep.Datos.Filas;
using Prep.Dominio;
using Prep.Dominio.Actas;
using Prep.Dominio.Catalogo;
using Prep.Operacion.Captura;
using Prep.Operacion.Digitalizacion;
using Prep.Operacion.Preparacion;

namespace Prep.Operacion.Tests;

/// <summary>A store of its own for one test, and the steps that bring an acta to a state.</summary>
public sealed class AlmacenDePrueba : IAsyncDisposable
{
    private readonly string _carpeta = Path.Combine(Path.GetTempPath(), "prep-" + Path.GetRandomFileName());

    private AlmacenDePrueba()
    {
    }

    public Almacen Almacen { get; private set; } = null!;

    public OpcionesDeAlmacen Opciones { get; private set; } = null!;

    public RelojManual Reloj { get; } = new(CatalogoDePrueba.Apertura.AddMinutes(5));

    public Proceso Proceso => Almacen.Catalogo!.Proceso;

    public ActaId Acta(int i = 0) => Proceso.Dip().Actas[i].Id;

    public Contexto Como(string persona) => new(new(persona), Almacen, Reloj);

    public static async Task<AlmacenDePrueba> CrearAsync(ClaseDeProceso clase = ClaseDeProceso.Jornada, int casillas = 3, string? postgres = null, Proceso? proceso = null, bool conCeros = true, bool conProceso = true)
    {
        AlmacenDePrueba prueba = new();
        prueba.Opciones = new(prueba._carpeta, postgres);
        prueba.Almacen = await Almacen.AbrirAsync(prueba.Opciones, prueba.Reloj, default);
        prueba.Reloj.Ahora = proceso?.Calendario.AperturaEn.AddMinutes(5) ?? prueba.Reloj.Ahora;
        if (!conProceso)
        {
            return prueba;
        }

        (await CargarProceso.EjecutarAsync(proceso ?? CatalogoDePrueba.Proceso(clase, casillas), prueba.Como("instancia"), default)).Debe();
        if (conCeros)
        {
            await prueba.Almacen.ConCerosAsync(prueba.Proceso.Calendario.PuestaEnCerosEn);
        }

        return prueba;
    }

    public async Task<RecibirImagen.Recibida> ImagenAsync(ActaId? acta, string contenido = "imagen", FormaDeIdentificar forma = FormaDeIdentificar.Qr) =>
        (await RecibirImagen.EjecutarAsync(new(JpegDePrueba.De(contenido + acta), Origen.Casilla, Medio.Movil, acta, forma, "ACTA PREP"), Como("cae"), default)).Debe();

    /// <summary>Claims whatever comes and types these values under the right key.</summary>
    public async Task<Result<Acuse>> CapturarAsync(string persona, IReadOnlyList<int> valores, ClaveEscrita? clave = null)
    {
        var tomada = (await TomarActa.EjecutarAsync(Como(persona), default)).Debe();
        return await CapturarActa.EjecutarAsync(
            new(tomada.Turno, clave ?? ClaveEscrita.De(Proceso.Dip().Actas[0].Casilla), [.. tomada.Campos.Select(f => Cantidad.DeCodigo(valores[f.Campo]))]), Como(persona), default);
    }

    /// <summary>Ten vote-like values for the test boleta: 4 totals, 5 contendientes, CNR, nulos and the total.</summary>
    public static IReadOnlyList<int> Valores(int pan = 100) => [300, 400, 10, 400, pan, 50, 20, 5, 1, 0, 3, 179];

    /// <summary>An acta verified by two captures and published by a corte.</summary>
    public async Task<ActaId> ActaPublicadaAsync(int i = 0)
    {
        (await Acopio.RegistrarBolsa.EjecutarAsync(new([new(Acta(i))]), Como("acopio"), default)).Debe();
        await ImagenAsync(Acta(i));
        var clave = ClaveEscrita.De(Proceso.Dip().Actas[i].Casilla);
        (await CapturarAsync("ana", Valores(), clave)).Debe();
        (await CapturarAsync("beto", Valores(), clave)).Debe();
        await CorteAsync();
        return Acta(i);
    }

    /// <summary>Makes a corte a minute later and gives it.</summary>
    public async Task<Dominio.Cortes.Corte> CorteAsync(bool ultimo = false)
    {
        Reloj.Avanzar(TimeSpan.FromMinutes(1));
        return (await Operacion.Publicacion.HacerCorte.EjecutarAsync(new(Reloj.Ahora, ultimo), Lector,
            (_, _) => Task.FromResult<Result<IReadOnlyList<EleccionId>>>(Array.Empty<EleccionId>()), Como("corte"), default)).Debe().Corte;
    }

    public Datos.Cortes.LectorDeCorte Lector => field ??= new(Almacen);

    public async ValueTask DisposeAsync()
    {
        await Almacen.DisposeAsync();
        Directory.Delete(_carpeta, recursive: true);
    }
}

public static class HitosDePrueba
{
    /// <summary>As if the zero act had been done: most tests begin after it.</summary>
    public static Task ConCerosAsync(this Almacen almacen, DateTimeOffset en) => almacen.Base.EscribirAsync(
        async tx =>
        {
            await MarchaFila.PonerCerosAsync(tx, en);
            return true;
        },
        hecho => hecho,
        default);
}

public static class Resultados
{
    /// <summary>The value, or a test failure that says the refusal.</summary>
    public static T Debe<T>(this Result<T> resultado) => resultado.IsOk ? resultado.Value : throw new Xunit.Sdk.XunitException($"{resultado.Rechazo.Codigo}: {resultado.Rechazo.Mensaje}");

    public static void Rechaza<T>(this Result<T> resultado, string codigo) => Assert.Equal(codigo, resultado.IsOk ? "aceptado" : resultado.Rechazo.Codigo);
}
