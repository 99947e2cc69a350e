using Prep.Dominio.Actas;
using Prep.Dominio.Catalogo;
using Prep.Dominio.Contabilizacion;
using Prep.Dominio.Cortes;

namespace Prep.Publicacion.Formatos;

/// <summary>A corte straight from a file's facts, judged by our rules: what the replay must arrive at by the long way.</summary>
public static class HechosEnCorte
{
    /// <summary>Which facts a corte of that instant carries: verified by then; fuera de catálogo by its reception; undated ones from the file's own corte.</summary>
    public static bool Entra(Hecho hecho, DateTimeOffset instante, DateTimeOffset corteDelArchivo) => hecho.Clase switch
    {
        ClaseDeHecho.NoCapturada => false,
        ClaseDeHecho.FueraDeCatalogo => (hecho.AcopioEn ?? corteDelArchivo) <= instante,
        _ => (hecho.VerificacionEn ?? corteDelArchivo) <= instante,
    };

    public static CorteDeEleccion De(Hechos hechos, DateTimeOffset instante, bool ultimo)
    {
        var eleccion = hechos.Eleccion;
        var propio = hechos.CorteEn ?? instante;
        var registros = new RegistroDeActa?[eleccion.Actas.Count];
        for (var i = 0; i < registros.Length; i++)
        {
            if (hechos.Actas[i] is { } hecho && Entra(hecho, instante, propio))
            {
                registros[i] = Registro(hecho, eleccion.Actas[i].Casilla, eleccion.Ajustes, propio);
            }
        }

        var fuera = hechos.FueraDeCatalogo.Where(h => Entra(h, instante, propio)).Select(h => Registro(h, null, eleccion.Ajustes, propio)).ToArray();
        return new(eleccion, instante, ultimo, registros, fuera, [.. registros.OfType<RegistroDeActa>(), .. fuera]);
    }

    private static RegistroDeActa Registro(Hecho hecho, Casilla? casilla, AjustesDeEleccion ajustes, DateTimeOffset propio)
    {
        var (contenido, conteo) = hecho switch
        {
            { Clase: ClaseDeHecho.FueraDeCatalogo } => ((Contenido)new Contenido.FueraDeCatalogo(), ReglaContabilizacion.FueraDeCatalogo),
            { Clase: ClaseDeHecho.SinActa, Motivo: { } motivo } => (new Contenido.SinActa(motivo), ReglaContabilizacion.Decidir(motivo)),
            { Datos: { } datos } => (new Contenido.Capturada(datos), ReglaContabilizacion.Decidir(datos, casilla!, ajustes)),
            _ => throw new InvalidOperationException($"El renglón {hecho.Linea} no trae datos."),
        };
        var imagen = hecho.Codigo is { } codigo && contenido is not Contenido.SinActa ? new ImagenDeActa(codigo, hecho.Origen, hecho.Medio, Ajena: true) : null;
        return new(hecho.Id, 1, contenido, conteo, imagen, contenido is Contenido.SinActa ? "" : hecho.Documento, hecho.AcopioEn, hecho.CapturaEn,
            hecho.VerificacionEn ?? hecho.AcopioEn ?? propio);
    }
}
