using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Prep.Operacion.Cuentas;
using Prep.Operacion.Http;
using Prep.Operacion.Puestos;
using Prep.Pantallas;

namespace Prep.Operacion.Capacitacion;

/// <summary>Training over HTTP: the roster's for who coordinates it, and each person's own exercises.</summary>
internal static class RutasDeCapacitacion
{
    public const string Raiz = "/puestos/capacitacion";
    public const string Practica = "/cuenta/practica";

    public static void Map(RouteGroupBuilder grupo)
    {
        var capacitacion = grupo.MapGroup(Raiz).RequireAuthorization(Permiso.CuentasDeSitio);
        capacitacion.MapGet("/", (string? sitio, ContextoDeCuentas c, CancellationToken ct) => VerAsync(sitio, c, ct));
        capacitacion.MapPost("/", RegistrarAsync);
        capacitacion.MapPost("/archivo", ImportarAsync).ConArchivo(_ => LectorDePadron.Maximo);
        capacitacion.MapGet("/capacitacion.csv", async (HttpContext http, Contexto operacion, ContextoDeCuentas c, CancellationToken ct) =>
            Results.File(Encoding.UTF8.GetBytes(await VerCapacitacion.CsvAsync(c, operacion.Proceso, ct)), "text/csv; charset=utf-8", "capacitacion.csv"));

        var practica = grupo.MapGroup(Practica).RequireAuthorization(EntradaPorCookie.Propia);
        practica.MapGet("/", async (long? ejercicio, Contexto operacion, ContextoDeCuentas c, CancellationToken ct) =>
            Http.Pantallas.Pantalla<PantallaDePractica>(new { Vista = await VerEjercicios.EjecutarAsync(ejercicio, operacion, c, ct) }));
        practica.MapPost("/empezar", async (HttpContext http, Sesion quien, ContextoDeCuentas c, CancellationToken ct) =>
            Vuelta.De(http, Practica, await EmpezarEjercicio.EjecutarAsync(quien.Puesto, c, ct), "Empezó su ejercicio: vaya a su puesto y trabaje como siempre. Cuando acabe, vuelva aquí."));
        practica.MapPost("/terminar", async (HttpContext http, Contexto operacion, ContextoDeCuentas c, CancellationToken ct) =>
        {
            var hecho = await TerminarEjercicio.EjecutarAsync(operacion, c, ct);
            return Vuelta.De(http, hecho.IsOk ? $"{Practica}?ejercicio={hecho.Value}" : Practica, hecho, "Terminó su ejercicio. Éste es su resultado.");
        });
    }

    private static async Task<IResult> VerAsync(string? sitio, ContextoDeCuentas c, CancellationToken ct, IReadOnlyList<string>? faltas = null, Devuelto? devuelto = null) =>
        Http.Pantallas.Pantalla<PantallaDeCapacitacion>(new { Vista = await VerCapacitacion.EjecutarAsync(sitio ?? "", c, ct), Faltas = faltas ?? [], Devuelto = devuelto });

    private static async Task<IResult> RegistrarAsync(HttpContext http, Contexto operacion, ContextoDeCuentas c, CancellationToken ct)
    {
        var forma = await http.Request.ReadFormAsync(ct);
        List<string> faltas = [];
        var renglon = RenglonDeCapacitacion.Leer(columna => forma[columna].ToString().Trim(), Hoy(operacion), (_, _, mensaje, remedio) => faltas.Add($"{mensaje} {remedio}"));
        var sitio = forma["sitio"].ToString();
        if (renglon is null)
        {
            return await VerAsync(sitio, c, ct, devuelto: Devuelto.De("registro", string.Join(' ', faltas), forma));
        }

        var hecho = await RegistrarCapacitacion.EjecutarAsync([renglon], c, ct);
        return hecho.IsOk
            ? Vuelta.Hecho(http, Ruta(sitio), hecho.Value.Nuevas == 1 ? "Quedó registrada." : "Ya estaba registrada igual: no se repitió.")
            : await VerAsync(sitio, c, ct, devuelto: Devuelto.De("registro", hecho.Rechazo.Mensaje, forma));
    }

    private static async Task<IResult> ImportarAsync(HttpContext http, Contexto operacion, ContextoDeCuentas c, CancellationToken ct)
    {
        var forma = FormaConArchivo.De(http);
        var sitio = forma.Campos["sitio"].ToString();
        var archivo = await forma.BytesAsync(LectorDePadron.MuyGrande, ct);
        if (!archivo.IsOk)
        {
            return Vuelta.De(http, Ruta(sitio), archivo, "");
        }

        var (renglones, registro) = RenglonDeCapacitacion.LeerArchivo(Path.GetFileName(forma.Archivo), archivo.Value, Hoy(operacion));
        if (renglones is null)
        {
            return await VerAsync(sitio, c, ct, faltas: [.. registro.Faltas.Select(f => f.ToString())]);
        }

        var hecho = await RegistrarCapacitacion.EjecutarAsync(renglones, c, ct);
        return hecho.IsOk
            ? Vuelta.Hecho(http, Ruta(sitio), $"Archivo cargado: {hecho.Value.Nuevas} nuevas, {hecho.Value.YaEstaban} ya estaban.")
            : await VerAsync(sitio, c, ct, faltas: [hecho.Rechazo.Mensaje]);
    }

    private static DateOnly Hoy(Contexto c) => DateOnly.FromDateTime(c.Proceso.Local(c.Ahora).DateTime);

    private static string Ruta(string sitio) => $"{Raiz}?sitio={Uri.EscapeDataString(sitio)}";
}
