using System.Reflection;
using Prep.Dominio.Actas;
using Prep.Dominio.Catalogo;
using Prep.Operacion.Preparacion.Carpeta;
using Prep.Publicacion.Comprobacion;
using Prep.Publicacion.Formatos;
using Prep.Simulador.Imagenes;
using Prep.Operacion.Digitalizacion.Imagenes;

[assembly: AssemblyFixture(typeof(Prep.Navegador.Captura.ActasDibujadas))]

namespace Prep.Navegador.Captura;

/// <summary>Real rows of Oaxaca 2022 and the actas that the simulator draws of them, made once for all the tests.</summary>
public sealed class ActasDibujadas : IDisposable
{
    private readonly TallerDeImagenes _taller = new(new(Comando: new(Path.Combine(AppContext.BaseDirectory, "Prep"), [ObreroDeImagenes.Verbo])));
    private readonly Lazy<Proceso> _proceso = new(() => LectorDeCarpeta.Leer(En("datos/oaxaca-2022")).Resultado.Value);
    private readonly Lazy<IReadOnlyList<Hecho>> _hechos;

    public ActasDibujadas() => _hechos = new(() =>
    {
        var archivo = ArchivoOficial.Leer(En("datos/reales/20220606_1500_PREP_GUB_OAX/OAX_GUB_2022.csv")).Value;
        var hechos = LectorDeHechos.Leer(archivo, Proceso.Elecciones[0], Proceso.Calendario.Zona);
        return [.. hechos.Actas.OfType<Hecho>().Where(h => h.Clase == ClaseDeHecho.Capturada && h.Datos is not null)];
    });

    /// <summary>The day of the election, as the product runs it.</summary>
    public Proceso Proceso => _proceso.Value with { Clase = ClaseDeProceso.Jornada };

    /// <summary>Captured rows of the official file, in its order.</summary>
    public IReadOnlyList<Hecho> Hechos => _hechos.Value;

    public Casilla Casilla(Hecho hecho) => Proceso.Elecciones[0].Actas[Proceso.Elecciones[0].Posicion(hecho.Id)].Casilla;

    public async Task<byte[]> DibujarAsync(ActaId acta, DatosDeActa datos)
    {
        var eleccion = Proceso.Elecciones[0];
        return (await TandaDeImagenes.HacerAsync(_taller, Proceso, eleccion, new(eleccion.Actas[eleccion.Posicion(acta)], datos), "captura", default)).Value;
    }

    public void Dispose() => _taller.Dispose();

    private static string En(string ruta) =>
        Path.Combine(typeof(ActasDibujadas).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().First(a => a.Key == "Raiz").Value!, ruta);
}
