using System.CommandLine;
using Prep.Datos;
using Prep.Operacion;
using Prep.Operacion.Hitos;

namespace Prep.Verbos;

/// <summary><c>./prep huellas</c>: the list of what runs, for the auditor to sign. <c>sha256sum -c</c> checks it from the program's folder.</summary>
internal static class VerHuellas
{
    public static Command Verbo()
    {
        var almacen = AlmacenElegido.Opcion();
        var verbo = new Command("huellas", "Escribe la lista de lo que se ejecuta, con su SHA-256, para que el auditor la firme.") { almacen };
        verbo.SetAction((lectura, ct) => EjecutarAsync(AlmacenElegido.De(lectura.GetValue(almacen)), ct));
        return verbo;
    }

    private static async Task<int> EjecutarAsync(OpcionesDeAlmacen opciones, CancellationToken ct)
    {
        await using var almacen = await Almacen.AbrirAsync(opciones, TimeProvider.System, ct);
        AlmacenElegido.ExigirProceso(almacen);

        Console.Write(Huellas.Escribir(await PonerEnCeros.LoQueCorreAsync(AppContext.BaseDirectory, new(new("consola"), almacen, TimeProvider.System), ct)));
        return Salida.Hecho;
    }
}
