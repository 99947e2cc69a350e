using Prep.Datos;
using Prep.Datos.Seguimiento;
using Prep.Publicacion.Comprobacion;
using Prep.Publicacion.Paquete;
using Prep.Publicacion.Sitio;
using Prep.Seguimiento;
using Prep.Seguimiento.Libro;
using Prep.Seguimiento.Plan;
using Prep.Seguimiento.Publico;

namespace Prep.Medidas;

/// <summary>The public pages of ten programmes of the Commission with 20,000 documents: all of them, and after one change in one programme.</summary>
public static class PaginasDeLaComision
{
    private const int Cambios = 7;

    public static async Task<IReadOnlyList<Toma>> TomarAsync(CancellationToken ct)
    {
        using var lugar = new Lugar();
        var carpeta = lugar.En("almacen");
        RelojFijo reloj = new(Comisiones.Hoy);
        await using var almacen = await AlmacenDeSeguimiento.AbrirAsync(new(carpeta), reloj, ct);
        await Comisiones.LlenarAsync(almacen, reloj, ct);
        Comisiones.GuardarDocumentos(almacen);
        using var clave = ClaveDeFirma.AbrirOCrear(Path.Combine(carpeta, "claves"));
        var publicacion = Path.Combine(carpeta, "publicacion");
        LibroDeSeguimiento libro = new(almacen);
        ContextoDeSeguimiento c = new("medida", "SECRETARIA_TECNICA", libro, reloj);
        PublicarSeguimiento publicar = new(libro, new(publicacion, clave, reloj), publicacion, ConfiguracionDeSitio.Leer(carpeta).Value, reloj);
        var entera = await Lapso.DeAsync(() => PublicarAsync(publicar, ct));

        List<Lapso> lapsos = [];
        for (var i = 0; i < Cambios; i++)
        {
            _ = (await CambiarEstado.EjecutarAsync(Comisiones.Clave(i), new(Comisiones.Actividad(1), EstadoDeActividad.EnRevision, $"Cambio {i}"), c, ct)).Value;
            lapsos.Add(await Lapso.DeAsync(() => PublicarAsync(publicar, ct)));
        }

        var cambio = Lapso.Mediana(lapsos);
        var informe = Comprobador.Comprobar(publicacion, new(clave.PemPublico), ct).Value;
        if (informe.Faltas.Count > 0)
        {
            throw new InvalidOperationException($"Se publicó algo que no se comprueba: {informe.Faltas[0]}");
        }

        return
        [
            Toma.Aparte("entera", entera.Segundos, "s", informe.Revisado["archivos del seguimiento"], "archivos"),
            Toma.Aparte("un_cambio", cambio.Segundos, "s", entera.Segundos, "s la entera"),
            Toma.AloMas("procesador_de_un_cambio", cambio.Procesador / entera.Procesador, "× la entera", 0.15),
        ];
    }

    private static async Task PublicarAsync(PublicarSeguimiento publicar, CancellationToken ct)
    {
        if (!(await publicar.EjecutarAsync(ct)).Value)
        {
            throw new InvalidOperationException("No cambió nada.");
        }
    }
}
