using Prep.Seguimiento.Asuntos;
using Prep.Seguimiento.Documentos;

namespace Prep.Seguimiento.Sesiones;

/// <summary>A paper that a session gives.</summary>
public enum PapelDeSesion
{
    Convocatoria,
    Minuta,
    Acta,
}

/// <summary>Which papers a session gives, and what became of each.</summary>
public static class PapelesDeSesion
{
    public static readonly IReadOnlyList<PapelDeSesion> Todos = [PapelDeSesion.Convocatoria, PapelDeSesion.Minuta, PapelDeSesion.Acta];

    /// <summary>As an address writes it.</summary>
    public static string EnRuta(this PapelDeSesion papel) => papel.ToString().ToLowerInvariant();

    /// <returns>Null when it is none.</returns>
    public static PapelDeSesion? Leer(string texto) => Todos.Where(p => p.EnRuta() == texto).Select(p => (PapelDeSesion?)p).FirstOrDefault();

    public static ClaseDeDocumento Clase(this PapelDeSesion papel) => papel switch
    {
        PapelDeSesion.Convocatoria => ClaseDeDocumento.Convocatoria,
        PapelDeSesion.Minuta => ClaseDeDocumento.Minuta,
        _ => ClaseDeDocumento.Acta,
    };

    /// <summary>The document it was issued as; null while it was not.</summary>
    public static Documento? Emitido(this Programa programa, SesionColegiada sesion, PapelDeSesion papel) =>
        programa.Documentos.De(Asunto.De(sesion)).FirstOrDefault(d => d.Vigente.Archivo == papel.Archivo(sesion));

    /// <summary>What it says was written again after it was issued: what was signed is not what the book says now.</summary>
    public static bool Atrasado(this PapelDeSesion papel, SesionColegiada sesion, Documento emitido) => emitido.Vigente.En < (papel == PapelDeSesion.Convocatoria ? sesion.Anunciada : sesion.Movida);

    /// <summary>Name of its file: by it the issued paper is told from what others brought.</summary>
    public static string Archivo(this PapelDeSesion papel, SesionColegiada sesion) => $"{papel.EnRuta()}-sesion-{sesion.Numero}.pdf";

    /// <summary>It can be read, if only as a draft.</summary>
    public static bool SePuede(this PapelDeSesion papel, SesionColegiada sesion) => papel switch
    {
        PapelDeSesion.Convocatoria => true,
        PapelDeSesion.Minuta => sesion.Estado is EstadoDeSesion.Cerrada || sesion.EnCurso,
        _ => sesion.Estado is EstadoDeSesion.Cerrada or EstadoDeSesion.NoCelebrada || sesion.EnCurso,
    };

    /// <summary>What it says changes no more.</summary>
    public static bool SeEmite(this PapelDeSesion papel, SesionColegiada sesion) => papel.SePuede(sesion) && !sesion.EnCurso && sesion.Estado != EstadoDeSesion.Cancelada;

    /// <summary>Who signs a paper: the call, who calls; the others, who had vote or kept the session and was there.</summary>
    public static IEnumerable<Asistente> Firman(this PapelDeSesion papel, Programa programa, SesionColegiada sesion) => papel == PapelDeSesion.Convocatoria
        ? programa.DelOrgano(sesion.Organo).Where(i => i.Puesto == Miembros.Secretaria).Select(i => new Asistente(i.Clave(), i.Nombre, i.Cargo, i.Puesto, false, true))
        : sesion.Firman;
}
