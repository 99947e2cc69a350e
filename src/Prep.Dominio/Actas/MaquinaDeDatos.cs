namespace Prep.Dominio.Actas;

using static EstadoDeDatos;

/// <summary>The transitions of the data of an acta: (state, facts, person, instant) → new state or a coded refusal.</summary>
/// <remarks>Regla A-01. Fuente: spec §3.1, §3.4 y §3.5. Nothing skips a step; nothing goes back except by a transition named here.</remarks>
public static class MaquinaDeDatos
{
    /// <summary>An image whose acta is known (its label or the assignment says so) arrives.</summary>
    /// <returns>The new state; or <see cref="RechazosDeActa.NoEsperaImagen"/>: then the image is a duplicate, linked and never captured.</returns>
    public static Result<Expediente> RecibirImagen(Expediente acta, ImagenId imagen) => acta.Datos switch
    {
        Esperada or SinActaPropuesta or Redigitalizar or Verificada { SinActa: true } => acta with { Datos = new Digitalizada(imagen) },
        _ => RechazosDeActa.NoEsperaImagen,
    };

    /// <summary>The identity of the image is settled (QR read, or two persons): the acta enters the queue with the captures its image already has.</summary>
    public static Result<Expediente> Identificar(Expediente acta, ImagenId imagen, IReadOnlyList<CapturaDeActa> deEsaImagen) => acta.Datos switch
    {
        Digitalizada d when d.Imagen == imagen => acta with { Datos = Con(imagen, deEsaImagen) },
        PorIdentificar p when p.Imagen == imagen => acta with { Datos = Con(imagen, deEsaImagen) },
        _ => RechazosDeActa.NoPorIdentificar,
    };

    /// <summary>
    /// The image turned out to be of another acta, or of none: this one goes back to waiting, or to its version without acta. In a
    /// correction it goes back to the image that is published, and waits for another as before.
    /// </summary>
    /// <param name="publicada">Image of the vigente version; null when there is none, or when it is the one lost.</param>
    public static Result<Expediente> PerderImagen(Expediente acta, ImagenId? publicada) => acta.Datos switch
    {
        Digitalizada or PorIdentificar when publicada is { } anterior => acta with { Datos = new Redigitalizar(anterior) },
        Digitalizada or PorIdentificar when acta.SinActa => acta with { Datos = new Verificada(true) },
        Digitalizada or PorIdentificar => acta with { Datos = new Esperada() },
        _ => RechazosDeActa.NoPorIdentificar,
    };

    /// <summary>What the captor reads on the image names another casilla: the capture is not data, the image goes to identification.</summary>
    public static Result<Expediente> DudarIdentidad(Expediente acta) => acta.Datos switch
    {
        EnCola e => acta with { Datos = new PorIdentificar(e.Imagen) },
        UnaCaptura u => acta with { Datos = new PorIdentificar(u.Imagen) },
        TerceraPendiente t => acta with { Datos = new PorIdentificar(t.Imagen) },
        _ => RechazosDeActa.NoSeCaptura,
    };

    /// <summary>One blind capture arrives, in any round.</summary>
    /// <param name="previas">Persons who captured earlier versions: a correction needs fresh eyes.</param>
    public static Result<Expediente> Capturar(Expediente acta, CapturaDeActa captura, IReadOnlyCollection<PersonaId> previas) => acta.Datos switch
    {
        _ when previas.Contains(captura.Persona) || Intervino(acta.Datos, captura.Persona) => RechazosDeActa.MismaPersona,
        EnCola e => acta with { Datos = new UnaCaptura(e.Imagen, captura) },
        UnaCaptura u when ReglasDeCaptura.Diferencias(u.Primera, captura).Count == 0 => Verificar(acta),
        UnaCaptura u => acta with { Datos = new TerceraPendiente(u.Imagen, u.Primera, captura) },
        TerceraPendiente t when ReglasDeCaptura.EnDisputa(t.Primera, t.Segunda, captura).Count == 0 => Verificar(acta),
        TerceraPendiente t => acta with { Datos = new Supervision(t.Imagen, t.Primera, t.Segunda, captura) },
        _ => RechazosDeActa.NoSeCaptura,
    };

    /// <summary>A supervisor, who captured nothing of it, decides the disputed fields with the image.</summary>
    public static Result<Expediente> ResolverEnSupervision(Expediente acta, PersonaId persona, string motivo) => acta.Datos switch
    {
        not Supervision => RechazosDeActa.NoEstaEnSupervision,
        _ when Intervino(acta.Datos, persona) => RechazosDeActa.MismaPersona,
        _ when string.IsNullOrWhiteSpace(motivo) => RechazosDeActa.FaltaMotivo,
        _ => Verificar(acta),
    };

    /// <summary>Somebody says there is no acta: only while no image exists by any channel.</summary>
    public static Result<Expediente> ProponerSinActa(Expediente acta, MotivoSinActa motivo, PersonaId persona) => acta.Datos switch
    {
        Esperada when acta.Vigente == 0 => acta with { Datos = new SinActaPropuesta(motivo, persona) },
        SinActaPropuesta => acta with { Datos = new SinActaPropuesta(motivo, persona) },
        Verificada or FueraDeCatalogo or Reidentificada => RechazosDeActa.YaTieneRegistro,
        _ => RechazosDeActa.YaTieneImagen,
    };

    /// <summary>A second person confirms the same motive: the acta is verified without acta.</summary>
    public static Result<Expediente> ConfirmarSinActa(Expediente acta, MotivoSinActa motivo, PersonaId persona) => acta.Datos switch
    {
        SinActaPropuesta p when p.Motivo != motivo => RechazosDeActa.SinPropuesta,
        SinActaPropuesta p when p.Propuso == persona => RechazosDeActa.MismaPersona,
        SinActaPropuesta => new Expediente(acta.EnTrabajo, new Verificada(true)) { SinActa = true },
        Verificada => RechazosDeActa.YaTieneRegistro,
        _ => RechazosDeActa.SinPropuesta,
    };

    /// <summary>The proposal does not stand: the acta is awaited as before.</summary>
    public static Result<Expediente> RechazarSinActa(Expediente acta, string motivo) => acta.Datos switch
    {
        Verificada => RechazosDeActa.YaTieneRegistro,
        not SinActaPropuesta => RechazosDeActa.SinPropuesta,
        _ when string.IsNullOrWhiteSpace(motivo) => RechazosDeActa.FaltaMotivo,
        _ => acta with { Datos = new Esperada() },
    };

    /// <summary>The image cannot be read: another one is awaited. Earlier captures of the bad image no longer count.</summary>
    public static Result<Expediente> PedirRedigitalizacion(Expediente acta) => acta.Datos switch
    {
        Digitalizada d => acta with { Datos = new Redigitalizar(d.Imagen) },
        PorIdentificar p => acta with { Datos = new Redigitalizar(p.Imagen) },
        EnCola e => acta with { Datos = new Redigitalizar(e.Imagen) },
        UnaCaptura u => acta with { Datos = new Redigitalizar(u.Imagen) },
        TerceraPendiente t => acta with { Datos = new Redigitalizar(t.Imagen) },
        Supervision s => acta with { Datos = new Redigitalizar(s.Imagen) },
        _ => RechazosDeActa.NoSeCaptura,
    };

    /// <summary>A supervisor finds that no better image can be had (the paper itself is illegible): it goes on, and what cannot be read is captured as such.</summary>
    public static Result<Expediente> AceptarImagen(Expediente acta, IReadOnlyList<CapturaDeActa> deEsaImagen) =>
        acta.Datos is Redigitalizar r ? acta with { Datos = Con(r.Imagen, deEsaImagen) } : RechazosDeActa.NoEsperaImagen;

    /// <summary>A second, different acta of the same casilla appears (E6): hold.</summary>
    public static Result<Expediente> Retener(Expediente acta) => acta.Datos switch
    {
        Digitalizada d => acta with { Datos = new Retenida(d.Imagen) },
        PorIdentificar p => acta with { Datos = new Retenida(p.Imagen) },
        EnCola e => acta with { Datos = new Retenida(e.Imagen) },
        UnaCaptura u => acta with { Datos = new Retenida(u.Imagen) },
        TerceraPendiente t => acta with { Datos = new Retenida(t.Imagen) },
        Supervision s => acta with { Datos = new Retenida(s.Imagen) },
        _ => RechazosDeActa.NoSeCaptura,
    };

    /// <summary>The supervisor says which of the images of a held acta is captured.</summary>
    public static Result<Expediente> Liberar(Expediente acta, ImagenId elegida, IReadOnlyList<CapturaDeActa> deEsaImagen) =>
        acta.Datos is Retenida ? acta with { Datos = Con(elegida, deEsaImagen) } : RechazosDeActa.NoEstaEnSupervision;

    /// <summary>Cotejo, or a supervisor, asks for a new version: by capturing again this image (or a better one), or by a new image.</summary>
    public static Result<Expediente> Corregir(Expediente acta, ImagenId imagen, bool conOtraImagen) => acta.Datos switch
    {
        Verificada { SinActa: false } => acta with { Datos = conOtraImagen ? new Redigitalizar(imagen) : new EnCola(imagen) },
        _ => new Rechazo("no_se_corrige", "Sólo se corrige un acta verificada que no esté ya en corrección.", ClaseDeRechazo.Conflicto),
    };

    /// <summary>A fuera de catálogo that two persons identify before the close leaves the list.</summary>
    public static Result<Expediente> Reidentificar(Expediente acta) =>
        acta.Datos is FueraDeCatalogo ? acta with { Datos = new Reidentificada() } : RechazosDeActa.NoPorIdentificar;

    private static Expediente Verificar(Expediente acta) => new(acta.EnTrabajo, new Verificada(false));

    private static EstadoDeDatos Con(ImagenId imagen, IReadOnlyList<CapturaDeActa> capturas) => capturas switch
    {
        [] => new EnCola(imagen),
        [var una] => new UnaCaptura(imagen, una),
        [var una, var dos] => new TerceraPendiente(imagen, una, dos),
        [var una, var dos, var tres, ..] => new Supervision(imagen, una, dos, tres),
    };

    /// <summary>Whether that person already captured the version being worked.</summary>
    public static bool Intervino(EstadoDeDatos estado, PersonaId persona) => estado switch
    {
        UnaCaptura u => u.Primera.Persona == persona,
        TerceraPendiente t => t.Primera.Persona == persona || t.Segunda.Persona == persona,
        Supervision s => s.Primera.Persona == persona || s.Segunda.Persona == persona || s.Tercera.Persona == persona,
        _ => false,
    };
}
