using Prep.Seguimiento.Cotaprep;
using Prep.Seguimiento.Plan;

namespace Prep.Seguimiento.Sesiones;

/// <summary>Who belongs to each organ and how it meets, by what the institute set.</summary>
public static class Miembros
{
    /// <summary>The puesto that calls and keeps the sessions.</summary>
    public const string Secretaria = "SECRETARIA_TECNICA";

    /// <summary>How an organ meets; the COTAPREP, until the institute sets it apart, by the same terms with its own members and nobody's vote above the others'.</summary>
    public static ReglasDeSesion Reglas(this DefinicionDePrograma definicion, OrganoColegiado organo) => organo switch
    {
        OrganoColegiado.Comision => definicion.Reglas,
        _ => definicion.ReglasDelCotaprep ?? definicion.Reglas with { Votan = [CotaprepDelPrograma.Puesto], VotoDeCalidad = false, Preside = CotaprepDelPrograma.Puesto, NumeroDeAcuerdo = "COTAPREP-{numero}/{anio}" },
    };

    /// <summary>Those with voice and vote first, then those with voice. Who votes in the other organ comes as invited.</summary>
    public static IEnumerable<Integrante> DelOrgano(this Programa programa, OrganoColegiado organo)
    {
        var definicion = programa.Plan.Definicion;
        var votan = definicion.Reglas(organo).Votan;
        var ajenos = definicion.Reglas(organo == OrganoColegiado.Comision ? OrganoColegiado.Cotaprep : OrganoColegiado.Comision).Votan;
        return definicion.Integrantes.Where(i => votan.Contains(i.Puesto)).Concat(definicion.Integrantes.Where(i => !votan.Contains(i.Puesto) && !ajenos.Contains(i.Puesto)));
    }

    public static IEnumerable<Integrante> QueVotan(this Programa programa, OrganoColegiado organo) =>
        programa.DelOrgano(organo).Where(i => programa.Plan.Definicion.Reglas(organo).Votan.Contains(i.Puesto));

    /// <summary>The plan itself says that it was held: the installation, before this book.</summary>
    public static bool YaCelebrada(this DefinicionDePrograma definicion, SesionPrevista prevista) => prevista.Tipo == TipoDeSesion.Instalacion && prevista.Fecha is { } dia && dia == definicion.Plan.Comision.Instalacion;

    /// <summary>More than half of those who vote.</summary>
    public static int Mayoria(int votan) => (votan / 2) + 1;

    /// <summary>By which the book names a member: the key of the roster, or the name of who has no account.</summary>
    public static string Clave(this Integrante integrante) => integrante.Persona ?? integrante.Nombre;

    /// <summary>Whether what was typed names that member, by key or by name.</summary>
    public static bool EsQuien(this Integrante integrante, string escrito) => Coinciden(escrito, integrante.Clave(), integrante.Nombre);

    /// <summary>Whether what was typed names who is in a list already.</summary>
    public static bool EsQuien(this Asistente asistente, string escrito) => Coinciden(escrito, asistente.Clave, asistente.Nombre);

    private static bool Coinciden(string escrito, string clave, string nombre) => escrito == clave || string.Equals(escrito, nombre, StringComparison.OrdinalIgnoreCase);
}
