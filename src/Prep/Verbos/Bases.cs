using Prep.Publicacion.Formatos;
using Prep.Publicacion.Paquete;

namespace Prep.Verbos;

/// <summary>The writer of databases for a layout's name.</summary>
internal static class Bases
{
    public static EscritorDeBases De(string formato) => EscritorDeBases.De(Formato.Buscar(formato).Value);
}
