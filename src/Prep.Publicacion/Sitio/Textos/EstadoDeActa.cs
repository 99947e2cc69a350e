using Prep.Dominio.Actas;
using Prep.Dominio.Contabilizacion;

namespace Prep.Publicacion.Sitio.Textos;

/// <summary>In what state the public sees an acta: the word, its code in JSON and its style.</summary>
public sealed record EstadoDeActa(string Codigo, string Palabra, string Estilo)
{
    public static readonly EstadoDeActa PorCapturar = new("por_capturar", "Por capturar", "e-espera");

    public static readonly EstadoDeActa Contabilizada = new("contabilizada", "Contabilizada", "e-si");

    public static readonly EstadoDeActa ConObservacion = new("contabilizada", "Contabilizada, con inconsistencia", "e-obs");

    public static readonly EstadoDeActa NoContabilizada = new("no_contabilizada", "No contabilizada", "e-no");

    public static readonly EstadoDeActa SinActa = new("sin_acta", "Sin acta", "e-no");

    public static readonly EstadoDeActa FueraDeCatalogo = new("fuera_de_catalogo", "Fuera de catálogo", "e-no");

    public static EstadoDeActa De(RegistroDeActa? registro) => registro switch
    {
        null => PorCapturar,
        { Contenido: Contenido.FueraDeCatalogo } => FueraDeCatalogo,
        { Contenido: Contenido.SinActa } => SinActa,
        { Conteo.Contabilizada: not Dominio.Contabilizacion.Contabilizada.Si } => NoContabilizada,
        { Conteo.Observacion: Observacion.Ninguna } => Contabilizada,
        _ => ConObservacion,
    };
}
