using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Hosting;
using Prep.Operacion.Http;
using Prep.Operacion.Sitios;

namespace Prep.Operacion.Tablero;

/// <summary>The tablero: its screen, its tables as CSV, and the notice that there is a new reading. All from the reading that the process shares.</summary>
public static class VerTablero
{
    public const string Ruta = "/tablero";

    /// <summary>Tells the module of the screens where the notices come from.</summary>
    internal static readonly IReadOnlyDictionary<string, object> Vivo = new Dictionary<string, object> { ["data-avisos"] = Ruta + "/vivo" };

    /// <summary>After so long a stream ends and the browser asks again: who lost the permission is left out by then.</summary>
    private static readonly TimeSpan _vida = TimeSpan.FromMinutes(10);

    internal static void Map(RouteGroupBuilder raiz)
    {
        raiz.MapGet(Ruta, async (LectorDeTablero lector, Contexto c, CancellationToken ct) =>
            Http.Pantallas.Pantalla<PantallaDeTablero>(new { L = await lector.LeerAsync(ct), Suyos = Suyos(c) })).RequireAuthorization(Permiso.VerTablero);
        raiz.MapGet(Ruta + ".csv", async (LectorDeTablero lector, Contexto c, CancellationToken ct) => await lector.LeerAsync(ct) is var lectura
            ? Bajar("tablero", CsvDeTablero.De(TablasDeTablero.Todas(lectura, c.Proceso), lectura, c.Proceso), lectura, c)
            : Results.NotFound()).RequireAuthorization(Permiso.VerTablero);
        raiz.MapGet(Ruta + "/tablas/{clave}.csv", async (string clave, LectorDeTablero lector, Contexto c, CancellationToken ct) => await lector.LeerAsync(ct) is var lectura
            && TablasDeTablero.De(clave, lectura, c.Proceso) is { } tabla
            ? Bajar(clave, CsvDeTablero.De(tabla, lectura, c.Proceso), lectura, c)
            : Results.NotFound()).RequireAuthorization(Permiso.VerTablero);
        raiz.MapGet(Ruta + "/tablas/{clave}", async (string clave, LectorDeTablero lector, Contexto c, CancellationToken ct) => await lector.LeerAsync(ct) is var lectura
            && TablasDeTablero.De(clave, lectura, c.Proceso) is { } tabla
            ? Http.Pantallas.Pantalla<PantallaDeTabla>(new { L = lectura, Tabla = tabla, Suyos = Suyos(c) })
            : (IResult)TypedResults.NotFound()).RequireAuthorization(Permiso.VerTablero);
        raiz.MapGet(Ruta + "/vivo", (LectorDeTablero lector, AjustesDeTablero ajustes, TimeProvider reloj, IHostApplicationLifetime vida, HttpContext http) =>
            TypedResults.ServerSentEvents(AvisosAsync(lector, ajustes, reloj, vida.ApplicationStopping, http.RequestAborted))).RequireAuthorization(Permiso.VerTablero);
    }

    /// <summary>The number of each new reading, and nothing of it: the screen asks for the page, which asks again for the permission.</summary>
    private static async IAsyncEnumerable<SseItem<long>> AvisosAsync(
        LectorDeTablero lector, AjustesDeTablero ajustes, TimeProvider reloj, CancellationToken apagado, [EnumeratorCancellation] CancellationToken ct)
    {
        using var fin = CancellationTokenSource.CreateLinkedTokenSource(apagado, ct);
        var (desde, visto) = (reloj.GetTimestamp(), 0L);
        while (!fin.IsCancellationRequested && reloj.GetElapsedTime(desde) < _vida)
        {
            if (await lector.LeerAsync(fin.Token) is { } lectura && lectura.Numero != visto)
            {
                visto = lectura.Numero;
                yield return new(visto, "lectura") { EventId = $"{visto}", ReconnectionInterval = TimeSpan.FromSeconds(5) };
            }

            await Task.Delay(ajustes.Cada / 5, reloj, fin.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>The CATDs that the viewer follows closely: his own, or those of his consejo.</summary>
    private static IReadOnlySet<string> Suyos(Contexto c) => c.Puesto is "COORDINADOR_CATD" or "CONSEJO" ? VerSitios.Alcance(c)
        : c.Sitio is { } sitio && c.Catalogo.Catds.Contains(sitio) ? new HashSet<string> { sitio }
        : new HashSet<string>();

    private static IResult Bajar(string nombre, string csv, LecturaDeTablero lectura, Contexto c) =>
        TypedResults.File(Encoding.UTF8.GetBytes(csv), "text/csv; charset=utf-8", $"{c.Proceso.Id}_{nombre}_{TimeZoneInfo.ConvertTime(lectura.En, c.Proceso.Calendario.Zona):yyyyMMdd_HHmmss}.csv");
}
