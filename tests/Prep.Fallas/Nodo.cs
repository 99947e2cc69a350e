using Microsoft.Extensions.Logging;
using Prep.Datos;
using Prep.Operacion.Publicacion;
using Prep.Publicacion.Paquete;
using Prep.Servicios;
using Prep.Tests.Servicios;

namespace Prep.Fallas;

/// <summary>A server that makes cortes, by a clock that comes line by line from who watches it.</summary>
internal static class Nodo
{
    /// <summary>Printed when this node takes the lead, and when it learns that it lost it.</summary>
    public const string Manda = "manda", YaNoManda = "ya no manda";

    /// <param name="almacen">Folder of the store; the database is PostgreSQL's.</param>
    /// <param name="raiz">Holds the keys and the publication, shared by all nodes.</param>
    /// <param name="silencio">Milliseconds without a word after which another node leads.</param>
    public static async Task<int> CorrerAsync(string almacen, string cadena, string raiz, int silencio)
    {
        var reloj = new RelojDePruebas(Instante.DeMicros(long.Parse((await Console.In.ReadLineAsync())!)));
        await using var abierto = await Almacen.AbrirAsync(new(almacen, cadena), reloj, default);
        using var clave = ClaveDeFirma.AbrirOCrear(Path.Combine(raiz, "claves"));
        var publicacion = Path.Combine(raiz, "publicacion");
        using SenalDeReintento senal = new();
        using CortesProgramados cortes = new(abierto, new Publicador(publicacion, clave, reloj, new()), publicacion, reloj, new Bitacora(), senal, silencio: TimeSpan.FromMilliseconds(silencio));
        await cortes.StartAsync(default);
        while (await Console.In.ReadLineAsync() is { } linea)
        {
            reloj.Avanzar(Instante.DeMicros(long.Parse(linea)) - reloj.GetUtcNow());
            senal.Dar();
        }

        await cortes.StopAsync(default);
        return 0;
    }

    private sealed class Bitacora : ILogger<CortesProgramados>
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Console.WriteLine(eventId.Id switch { 708 => Manda, 709 => YaNoManda, _ => formatter(state, exception) });
    }
}
