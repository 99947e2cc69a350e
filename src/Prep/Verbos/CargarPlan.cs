using System.CommandLine;
using Prep.Datos;
using Prep.Datos.Seguimiento;
using Prep.Dominio;
using Prep.Seguimiento;
using Prep.Seguimiento.Libro;
using Prep.Seguimiento.Plan;

namespace Prep.Verbos;

/// <summary><c>plan cargar DIR</c>: checks the plan of work of a Commission whole and opens it in the book.</summary>
internal static class CargarPlan
{
    /// <summary>The founding document, which a new store has from its first start.</summary>
    public static string DelPrograma => Path.Combine(AppContext.BaseDirectory, "datos", "seguimiento", "oaxaca-2023-2024");

    public static Command Verbo()
    {
        var carpeta = new Argument<string>("DIR") { Description = "Carpeta con programa.json y su plan de trabajo (datos/seguimiento trae uno)." };
        var almacen = AlmacenElegido.Opcion();
        var version = new Option<string?>("--version") { Description = "Por qué cambia: el plan que ya está cargado pasa a otra versión, con esa razón.", HelpName = "MOTIVO" };
        var retirar = new Option<string>("--retirar") { Description = "Claves de actividades con historia que el plan nuevo ya no trae, separadas por comas.", HelpName = "CLAVES", DefaultValueFactory = _ => "" };
        var cargar = new Command("cargar", "Revisa y carga el plan de trabajo de una Comisión; si algo está mal dice todas las faltas y no cambia nada.") { carpeta, almacen, version, retirar };
        cargar.SetAction((lectura, ct) => CorrerAsync(lectura.GetRequiredValue(carpeta), AlmacenElegido.De(lectura.GetValue(almacen)), lectura.GetValue(version), lectura.GetRequiredValue(retirar), ct));
        return new Command("plan", "El plan de trabajo de la Comisión que da seguimiento.") { cargar, CopiarPlan.Verbo(), PublicarPlan.Verbo() };
    }

    /// <summary>Opens the founding programme in a book where nobody wrote yet.</summary>
    public static async Task AlEstrenarAsync(AlmacenDeSeguimiento almacen, TimeProvider reloj, CancellationToken ct)
    {
        LibroDeSeguimiento libro = new(almacen);
        if ((await libro.LeerAsync(ct)).Count == 0)
        {
            // Two servers may start at once: the second finds it there.
            await AbrirPrograma.EjecutarAsync(LectorDePrograma.Leer(DelPrograma).Value, new("programa", "", libro, reloj), ct);
        }
    }

    private static async Task<int> CorrerAsync(string carpeta, OpcionesDeAlmacen opciones, string? version, string retirar, CancellationToken ct)
    {
        var leido = LectorDePrograma.Leer(carpeta);
        if (!leido.IsOk)
        {
            await Console.Error.WriteLineAsync(leido.Rechazo.Mensaje);
            return Salida.MalUso;
        }

        await using var almacen = await AlmacenDeSeguimiento.AbrirAsync(opciones, TimeProvider.System, ct);
        ContextoDeSeguimiento c = new("consola", "", new(almacen), TimeProvider.System);
        var hecho = version is null
            ? await AbrirPrograma.EjecutarAsync(leido.Value, c, ct)
            : await CambiarPlan.EjecutarAsync(new(leido.Value, version, [.. retirar.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)]), c, ct);
        if (!hecho.IsOk)
        {
            await Console.Error.WriteLineAsync(hecho.Rechazo.Mensaje);
            return Salida.No;
        }

        var plan = leido.Value.Plan;
        Console.WriteLine($"{plan.Comision.Nombre}, {plan.Institucion.Siglas}{(version is null ? "" : $", versión {hecho.Value.Plan.Version}")}");
        Console.WriteLine($"{plan.Actividades.Length} actividades en {plan.PorMes.Count()} meses, {plan.Sesiones.Length} sesiones, {leido.Value.Entregables.Length} entregables. Se ve en /seguimiento/{leido.Value.Id}");
        return Salida.Hecho;
    }
}
