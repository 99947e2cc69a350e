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

    /// <summary>What a publication of this store shows besides its results.</summary>
    /// <exception cref="MalUsoException">Its sitio.json cannot be used.</exception>
    public static OpcionesDePublicador Opciones(string almacen, string formato)
    {
        var sitio = ConfiguracionDeSitio.Leer(almacen);
        return sitio.IsOk
            ? new() { Bases = De(formato), Instituto = sitio.Value.Instituto, Enlaces = sitio.Value.Enlaces, Difusores = sitio.Value.Difusores }
            : throw new MalUsoException(sitio.Rechazo.Mensaje);
    }

    public static EscritorDeBases De(string formato) => EscritorDeBases.De(Formato.Buscar(formato).Value);
}
