using System.CommandLine;
using Prep.Publicacion.Formatos;
using Prep.Publicacion.Paquete;
using Prep.Publicacion.Sitio;

namespace Prep.Verbos;

/// <summary>The layout of the databases, chosen by name.</summary>
internal static class Bases
{
    public const string PorOmision = "opl-2024";

    public static Option<string> Opcion()
    {
        var opcion = new Option<string>("--formato") { Description = "Formato de las bases: opl-2024 u oaxaca-2022.", HelpName = "FORMATO", DefaultValueFactory = _ => PorOmision };
        opcion.AcceptOnlyFromAmong(PorOmision, "oaxaca-2022");
        return opcion;
    }

    /// <summary>What a publication shows besides its results.</summary>
    /// <param name="carpeta">Where its <c>sitio.json</c> lies: the store, or the election when the store lasts only as long as the verb.</param>
    /// <exception cref="MalUsoException">It cannot be used.</exception>
    public static OpcionesDePublicador Opciones(string carpeta, string formato)
    {
        var sitio = ConfiguracionDeSitio.Leer(carpeta);
        return sitio.IsOk
            ? new()
            {
                Bases = De(formato),
                Instituto = sitio.Value.Instituto,
                Apariencia = sitio.Value.Apariencia,
                Idioma = sitio.Value.Idioma,
                Enlaces = sitio.Value.Enlaces,
                Difusores = sitio.Value.Difusores,
            }
            : throw new MalUsoException(sitio.Rechazo.Mensaje);
    }

    public static EscritorDeBases De(string formato) => EscritorDeBases.De(Formato.Buscar(formato).Value);
}
