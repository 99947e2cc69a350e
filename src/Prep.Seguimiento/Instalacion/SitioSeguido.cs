namespace Prep.Seguimiento.Instalacion;

/// <summary>One place as the follow-up sees it: what was planned beside what is there.</summary>
/// <param name="Plan">Null when only the operation knows it.</param>
/// <param name="EnVivo">Null when only the plan knows it.</param>
/// <param name="Visitas">The last one first.</param>
public sealed record SitioSeguido(string Clave, SitioPrevisto? Plan, SitioEnVivo? EnVivo, PersonalEnVivo Personal, IReadOnlyList<Visita> Visitas)
{
    public string Tipo => Plan is { Tipo: TipoDeSitio.Ccv } ? "CCV" : Plan is not null ? "CATD" : EnVivo?.Acordado?.Tipo ?? "CATD";

    /// <summary>The planned one; else that of the agreed installation.</summary>
    public string Domicilio => Plan is { Domicilio.Length: > 0 } ? Plan.Domicilio : EnVivo?.Acordado?.Domicilio ?? "";

    /// <summary>Computers that it needs.</summary>
    public int Equipos => Plan is { Equipos: > 0 } ? Plan.Equipos : EnVivo?.Acordado?.Equipos ?? 0;

    /// <summary>Persons that it needs.</summary>
    public int Personas => Plan is { Personas: > 0 } ? Plan.Personas : EnVivo?.Acordado?.Personas ?? 0;

    /// <summary>What the last visit found wanting.</summary>
    public int Faltas => Visitas.Count > 0 ? Visitas[0].Faltas.Count() : 0;

    /// <summary>Every place of the plan and of the operation, by key.</summary>
    public static IReadOnlyList<SitioSeguido> Todos(Programa programa, LecturaDeInstalacion lectura)
    {
        var visitas = programa.Instalacion.Visitas.Reverse().OrderByDescending(v => v.Hecho.Fecha).ToLookup(v => v.Hecho.Clave);
        return [.. programa.Instalacion.Sitios.Keys.Union(lectura.Sitios.Keys).Order(StringComparer.Ordinal)
            .Select(s => new SitioSeguido(s, programa.Instalacion.Sitios.GetValueOrDefault(s), lectura.Sitios.GetValueOrDefault(s), lectura.PersonalDe(s), [.. visitas[s]]))];
    }
}
