using System.CommandLine;
using Prep.Publicacion.Formatos;
using Prep.Publicacion.Paquete;

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

    public static EscritorDeBases De(string formato) => EscritorDeBases.De(Formato.Buscar(formato).Value);
}
