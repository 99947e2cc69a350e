using System.Reflection;
using System.Text;
using Prep.Publicacion.Paquete;
using Prep.Publicacion.Sitio;
using Prep.Publicacion.Sitio.Institucion;
using Prep.Publicacion.Sitio.Textos;

namespace Prep.Seguimiento.Publico;

/// <summary>All that the public pages of the Commission need. Nothing else is read: same context, same bytes.</summary>
/// <param name="Programas">Open ones.</param>
/// <param name="Ahora">Only its day counts, in the zone of each programme.</param>
/// <param name="Sitio">What the institute says of itself on the pages of the results.</param>
/// <param name="ConResultados">The site of the results lies beside: the pages name it.</param>
public sealed record ContextoPublico(IReadOnlyList<Programa> Programas, DateTimeOffset Ahora, ConfiguracionDeSitio Sitio, bool ConResultados)
{
    /// <summary>That of the site, as the institute coloured it, with the little that these pages add.</summary>
    public ArchivoPublicado Estilo { get; } = Recursos.Con("css", [.. Sitio.Apariencia.Estilo.Bytes, .. Propio("publico.css")]);

    /// <summary>Filters the index as one types; without it the index is read.</summary>
    public static ArchivoPublicado Buscador { get; } = Recursos.Con("js", Propio("buscar.js"));

    public IEnumerable<ArchivoPublicado> RecursosPropios => [Estilo, Buscador, .. Sitio.Apariencia.Logotipo is { } logotipo ? [logotipo.Archivo] : Array.Empty<ArchivoPublicado>()];

    private static byte[] Propio(string nombre)
    {
        using var flujo = Assembly.GetExecutingAssembly().GetManifestResourceStream(nombre)!;
        using StreamReader lector = new(flujo, Encoding.UTF8);
        return Encoding.UTF8.GetBytes(lector.ReadToEnd());
    }
}

/// <summary>What every public page knows of itself.</summary>
/// <param name="Ruta">Relative to the root of the publication.</param>
/// <param name="Programa">Null on the list of programmes.</param>
public sealed record HojaPublica(ContextoPublico Contexto, string Ruta, string Titulo, Programa? Programa = null)
{
    public const string Portada = RutasDePaquete.Portada;
    public const string Inicio = $"{RutasDePaquete.Seguimiento}/{Portada}";
    public const string Manifiesto = $"{RutasDePaquete.Seguimiento}/{RutasDePaquete.Manifiesto}";
    public const string Firma = $"{RutasDePaquete.Seguimiento}/{RutasDePaquete.Firma}";
    public const string Clave = RutasDePaquete.ClavePublica;

    /// <summary>Its sentences, as the institute words them.</summary>
    public Idioma T => Contexto.Sitio.Idioma;

    /// <summary>The JSON that holds what this page shows; null when it is of the whole.</summary>
    public TablaPublica? Datos { get; init; }

    public DateOnly Hoy => Programa!.Plan.Definicion.Dia(Contexto.Ahora);

    /// <summary>How this page names another file of the publication.</summary>
    public string A(string destino) => Rutas.Relativa(Ruta, destino);

    /// <summary>The same, for a file of the programme.</summary>
    public string AlPrograma(string archivo) => A(De(Programa!, archivo));

    public static string Carpeta(Programa programa) => $"{RutasDePaquete.Seguimiento}/{programa.Id}/";

    public static string De(Programa programa, string archivo) => Carpeta(programa) + archivo;
}
