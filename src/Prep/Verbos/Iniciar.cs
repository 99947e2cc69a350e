using System.CommandLine;
using Prep.Datos;
using Prep.Operacion.Hitos;
using Prep.Operacion.Puestos;

namespace Prep.Verbos;

/// <summary><c>iniciar</c>: records that publication begins. Who makes the cortes does it by itself at its hour; by hand it changes nothing twice.</summary>
internal static class Iniciar
{
    public static Command Verbo()
    {
        var almacen = AlmacenElegido.Opcion();
        var verbo = new Command("iniciar", "Registra el inicio de la publicación; si falta la puesta en ceros o no llega la hora, lo dice.") { almacen };
        verbo.SetAction((lectura, ct) => CorrerAsync(AlmacenElegido.De(lectura.GetValue(almacen)), ct));
        return verbo;
    }

    private static async Task<int> CorrerAsync(OpcionesDeAlmacen opciones, CancellationToken ct)
    {
        await using var almacen = await Almacen.AbrirAsync(opciones, TimeProvider.System, ct);
        var catalogo = AlmacenElegido.ExigirProceso(almacen);

        var hecho = await IniciarPublicacion.EjecutarAsync(new(new("consola"), almacen, TimeProvider.System), ct);
        if (!hecho.IsOk)
        {
            await Console.Error.WriteLineAsync(hecho.Rechazo.Mensaje);
            return Salida.No;
        }

        var proceso = catalogo.Proceso;
        Console.WriteLine(hecho.Value.YaEstaba
            ? $"La publicación ya había iniciado: {proceso.FechaYHora(hecho.Value.InicioEn)}, registrado a las {proceso.Hora(hecho.Value.RegistradoEn)}. No cambió nada."
            : $"Inicio de la publicación registrado: {proceso.FechaYHora(hecho.Value.InicioEn)}. El primer corte lo hace ./prep servir.");
        return Salida.Hecho;
    }
}
