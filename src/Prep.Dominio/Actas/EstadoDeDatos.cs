namespace Prep.Dominio.Actas;

/// <summary>Where the data of an acta are: a closed family. Paper and counting are other states (spec §3.1, §14).</summary>
/// <remarks>
/// A state says how far the version being worked has come. When an earlier version is already published the acta is
/// "en corrección" at the same time: see <see cref="Expediente.EnCorreccion"/>.
/// </remarks>
public abstract record EstadoDeDatos
{
    private EstadoDeDatos()
    {
    }

    /// <summary>Nothing has arrived by any channel.</summary>
    public sealed record Esperada : EstadoDeDatos;

    /// <summary>An image is here; who it is has not been settled.</summary>
    public sealed record Digitalizada(ImagenId Imagen) : EstadoDeDatos;

    /// <summary>What is written on the image does not name this casilla: two persons must say which acta it is.</summary>
    public sealed record PorIdentificar(ImagenId Imagen) : EstadoDeDatos;

    /// <summary>The image cannot be used; another is awaited. All are kept.</summary>
    public sealed record Redigitalizar(ImagenId Imagen) : EstadoDeDatos;

    public sealed record EnCola(ImagenId Imagen) : EstadoDeDatos;

    public sealed record UnaCaptura(ImagenId Imagen, CapturaDeActa Primera) : EstadoDeDatos;

    /// <summary>Two captures differ: a third person types only the fields where they do.</summary>
    public sealed record TerceraPendiente(ImagenId Imagen, CapturaDeActa Primera, CapturaDeActa Segunda) : EstadoDeDatos;

    /// <summary>In some field no two of three agree: a supervisor decides with the image.</summary>
    public sealed record Supervision(ImagenId Imagen, CapturaDeActa Primera, CapturaDeActa Segunda, CapturaDeActa Tercera) : EstadoDeDatos;

    /// <summary>Two different actas for one casilla (E6): nobody captures until a supervisor decides.</summary>
    public sealed record Retenida(ImagenId Imagen) : EstadoDeDatos;

    /// <summary>Somebody says there is no acta; a second person must confirm.</summary>
    public sealed record SinActaPropuesta(MotivoSinActa Motivo, PersonaId Propuso) : EstadoDeDatos;

    /// <summary>The vigente version is final until a correction or, without acta, an image supersedes it.</summary>
    /// <param name="SinActa">The version says there is no acta.</param>
    public sealed record Verificada(bool SinActa) : EstadoDeDatos;

    /// <summary>No casilla of the catalogue: image and reception only, never captured.</summary>
    public sealed record FueraDeCatalogo(ImagenId Imagen) : EstadoDeDatos;

    /// <summary>A fuera de catálogo that was identified before the close; the acta it turned out to be goes on by itself.</summary>
    public sealed record Reidentificada : EstadoDeDatos;

    /// <summary>How many captures the queue still has to hand out: 2, 1 or none.</summary>
    public int Vacantes => this switch
    {
        EnCola => 2,
        UnaCaptura or TerceraPendiente => 1,
        _ => 0,
    };
}

/// <summary>An acta as the operation sees it: its data state and how many versions it has.</summary>
/// <param name="Vigente">Last verified version; 0 when there is none.</param>
public sealed record Expediente(int Vigente, EstadoDeDatos Datos)
{
    public static readonly Expediente Nuevo = new(0, new EstadoDeDatos.Esperada());

    /// <summary>The version that captures work on: one after the vigente.</summary>
    public int EnTrabajo => Vigente + 1;

    /// <summary>A published version stands while another is being made.</summary>
    public bool EnCorreccion => Vigente > 0 && Datos is not (EstadoDeDatos.Verificada or EstadoDeDatos.FueraDeCatalogo or EstadoDeDatos.Reidentificada);
}
