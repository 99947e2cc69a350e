using System.CommandLine;
using Prep.Datos;
using Prep.Datos.Seguimiento;
using Prep.Publicacion.Paquete;
using Prep.Publicacion.Sitio;
using Prep.Seguimiento.Libro;
using Prep.Seguimiento.Publico;

namespace Prep.Verbos;

/// <summary><c>plan publicar</c>: writes the public pages of the Commission now, without waiting for <c>servir</c>.</summary>
internal static class PublicarPlan
{
    public static Command Verbo()
    {
        var almacen = AlmacenElegido.Opcion();
        var verbo = new Command("publicar", "Escribe ya las páginas públicas de la Comisión en publicacion/seguimiento, firmadas. «servir» lo hace solo cada vez que algo cambia.") { almacen };
        verbo.SetAction((lectura, ct) => CorrerAsync(AlmacenElegido.De(lectura.GetValue(almacen)), ct));
        return verbo;
    }

    /// <param name="almacen">Folder of the store: its publication and its <c>sitio.json</c> are there.</param>
    /// <exception cref="MalUsoException">Its <c>sitio.json</c> cannot be used.</exception>
    public static PublicarSeguimiento En(string almacen, LibroDeSeguimiento libro, ClaveDeFirma clave, TimeProvider reloj)
    {
        var sitio = ConfiguracionDeSitio.Leer(almacen);
        var publicacion = Path.Combine(almacen, "publicacion");
        return sitio.IsOk ? new(libro, new(publicacion, clave, reloj), publicacion, sitio.Value, reloj) : throw new MalUsoException(sitio.Rechazo.Mensaje);
    }

    private static async Task<int> CorrerAsync(OpcionesDeAlmacen opciones, CancellationToken ct)
    {
        await using var almacen = await AlmacenDeSeguimiento.AbrirAsync(opciones, TimeProvider.System, ct);
        await CargarPlan.AlEstrenarAsync(almacen, TimeProvider.System, ct);
        using var clave = ClaveDeFirma.AbrirOCrear(Path.Combine(opciones.Carpeta, "claves"));
        var hecho = await En(opciones.Carpeta, new(almacen), clave, TimeProvider.System).EjecutarAsync(ct);
        if (!hecho.IsOk)
        {
            await Console.Error.WriteLineAsync(hecho.Rechazo.Mensaje);
            return Salida.NoSePudo;
        }

        Console.WriteLine($"{(hecho.Value ? "Publicado" : "Ya estaba publicado; no cambió nada")}: {Path.GetFullPath(Path.Combine(opciones.Carpeta, "publicacion", HojaPublica.Inicio))}");
        return Salida.Hecho;
    }
}
