using Prep.Datos;
using Prep.Dominio;
using Prep.Dominio.Actas;
using Prep.Operacion.Preparacion.Carpeta;

namespace Prep.Operacion.Preparacion;

/// <summary>Loads an election folder into a store. The folder is read whole before the store is touched: a bad one changes nothing, not even a file.</summary>
public static class CargarCarpeta
{
    /// <returns>What <see cref="CargarProceso"/> did, with what was read; or the faults in <see cref="LecturaDeCarpeta.Faltas"/>.</returns>
    public static async Task<(LecturaDeCarpeta Lectura, Result<CargarProceso.Hecho> Hecho)> EjecutarAsync(
        string carpeta, OpcionesDeAlmacen opciones, PersonaId persona, TimeProvider reloj, CancellationToken ct)
    {
        var lectura = LectorDeCarpeta.Leer(carpeta);
        if (lectura.Proceso is not { } proceso)
        {
            return (lectura, lectura.Resultado.Rechazo);
        }

        await using var almacen = await Almacen.AbrirAsync(opciones, reloj, ct);
        return (lectura, await CargarProceso.EjecutarAsync(proceso, new(persona, almacen, reloj), ct));
    }
}
