using System.Reflection;
using Prep.Dominio.Actas;
using Prep.Dominio.Catalogo;
using Prep.Dominio.Contabilizacion;
using Prep.Dominio.Cortes;
using Prep.Publicacion.Formatos;

namespace Prep.Publicacion.Tests.Ejemplos;

/// <summary>A real file as one corte, without passing through the people's work: enough to see its site.</summary>
internal static class CorteDeArchivo
{
    public static readonly string Reales = Path.Combine(
        Assembly.GetExecutingAssembly().GetCustomAttributes<AssemblyMetadataAttribute>().Single(m => m.Key == "Raiz").Value!, "datos/reales");

    /// <param name="candidaturas">File beside it, or empty.</param>
    public static Corte Leer(string archivo, string candidaturas = "", bool ultimo = true)
    {
        var leidas = candidaturas.Length > 0 ? CandidaturasLeidas.Leer(Path.Combine(Reales, candidaturas)).Value : null;
        var inferido = CatalogoInferido.De(ArchivoOficial.Leer(Path.Combine(Reales, archivo)).Value, leidas).Value;
        var instante = inferido.Hechos.CorteEn!.Value;
        var registros = inferido.Hechos.Actas.Select(h => h is null ? null : Registro(inferido.Eleccion, h, instante)).ToList();
        var fuera = inferido.Hechos.FueraDeCatalogo.Select(h => Registro(inferido.Eleccion, h, instante)!).ToList();
        var eleccion = new CorteDeEleccion(inferido.Eleccion, instante, ultimo, registros, fuera, [.. registros.OfType<RegistroDeActa>(), .. fuera]);
        return new(inferido.Proceso, CorteId.De(instante, inferido.Proceso.Calendario.Zona), instante, ultimo, [eleccion]);
    }

    private static RegistroDeActa? Registro(Eleccion eleccion, Hecho hecho, DateTimeOffset corte)
    {
        (Contenido Contenido, Conteo Conteo)? que = hecho.Clase switch
        {
            ClaseDeHecho.Capturada => (new Contenido.Capturada(hecho.Datos!), ReglaContabilizacion.Decidir(hecho.Datos!, eleccion.BuscarActa(hecho.Id)!.Casilla, eleccion.Ajustes)),
            ClaseDeHecho.SinActa => (new Contenido.SinActa(hecho.Motivo!.Value), ReglaContabilizacion.Decidir(hecho.Motivo.Value)),
            ClaseDeHecho.FueraDeCatalogo => (new Contenido.FueraDeCatalogo(), ReglaContabilizacion.FueraDeCatalogo),
            _ => null,
        };
        var imagen = hecho.Codigo is { } codigo ? new ImagenDeActa(codigo, hecho.Origen, hecho.Medio, Ajena: true) : null;
        return que is not { } q ? null
            : new(hecho.Id, 1, q.Contenido, q.Conteo, imagen, hecho.Documento, hecho.AcopioEn, hecho.CapturaEn, hecho.VerificacionEn ?? corte);
    }
}
