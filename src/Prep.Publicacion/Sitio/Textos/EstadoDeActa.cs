using Prep.Dominio.Actas;
using Prep.Dominio.Contabilizacion;

namespace Prep.Publicacion.Sitio.Textos;

/// <summary>In what state the public sees an acta: its code in JSON, the key of its word and its style.</summary>
public sealed record EstadoDeActa(string Codigo, string Clave, string Estilo)
{
    public static readonly EstadoDeActa PorCapturar = new("por_capturar", "estados.porCapturar", "e-espera");

    public static readonly EstadoDeActa Contabilizada = new("contabilizada", "estados.contabilizada", "e-si");

    public static readonly EstadoDeActa ConObservacion = new("contabilizada", "estados.conObservacion", "e-obs");

    public static readonly EstadoDeActa NoContabilizada = new("no_contabilizada", "estados.noContabilizada", "e-no");

    public static readonly EstadoDeActa SinActa = new("sin_acta", "estados.sinActa", "e-no");

    public static readonly EstadoDeActa FueraDeCatalogo = new("fuera_de_catalogo", "estados.fueraDeCatalogo", "e-no");

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
