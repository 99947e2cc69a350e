using System.Collections.Immutable;
using Prep.Dominio.Sitios;
using Prep.Seguimiento.Libro;

namespace Prep.Seguimiento.Instalacion;

/// <summary>A visit, by the number of its entry.</summary>
/// <param name="Puesto">In which the person wrote it down.</param>
public sealed record Visita(int Numero, string Persona, string Puesto, SitioVisitado Hecho)
{
    /// <summary>What was found wanting.</summary>
    public IEnumerable<PuntoVisto> Faltas => Hecho.Puntos.Where(p => p.Respuesta == RespuestaDeLista.No);
}

/// <param name="En">When it was kept.</param>
public sealed record Constancia(DateTimeOffset En, string Persona, OperacionConstatada Hecho);

/// <summary>The plan of installation and who went to see it.</summary>
/// <param name="Sitios">Those planned, by key.</param>
/// <param name="Visitas">In order of the book.</param>
/// <param name="Constancias">What was kept of the operation, in order.</param>
public sealed record InstalacionDelPrograma(ImmutableSortedDictionary<string, SitioPrevisto> Sitios, ImmutableList<Visita> Visitas, ImmutableList<Constancia> Constancias)
{
    public static readonly InstalacionDelPrograma Vacia = new(ImmutableSortedDictionary.Create<string, SitioPrevisto>(StringComparer.Ordinal), [], []);

    /// <summary>Planned, or visited: it can have documents and observations, also when it left the plan.</summary>
    public bool Conoce(string clave) => Sitios.ContainsKey(clave) || Visitas.Any(v => v.Hecho.Clave == clave);

    public InstalacionDelPrograma Con(Asiento a) => a.Suceso switch
    {
        SitioPrevisto s => this with { Sitios = Sitios.SetItem(s.Clave, s) },
        SitioRetirado s => this with { Sitios = Sitios.Remove(s.Clave) },
        OperacionConstatada s => this with { Constancias = Constancias.Add(new(a.En, a.Persona, s)) },
        SitioVisitado s => this with { Visitas = Visitas.Add(new(a.Numero, a.Persona, a.Puesto, s)) },
        _ => this,
    };
}
