using Prep.Dominio.Catalogo;

namespace Prep.Simulador.Noches;

/// <summary>What share each row of the boleta takes in an area and how many go to vote, before the noise of each acta.</summary>
public class PerfilDeVotos
{
    /// <summary>Shares of Oaxaca 2022 for the parties it knows; a different place for each area by its seed.</summary>
    public static readonly PerfilDeVotos Generico = new();

    private static readonly Dictionary<string, double> Bases = new()
    {
        ["MOR"] = 0.40, ["MORENA"] = 0.40, ["PRI"] = 0.22, ["PT"] = 0.05, ["PAN"] = 0.08, ["MC"] = 0.05, ["PRD"] = 0.05, ["PUP"] = 0.03, ["PVEM"] = 0.04, ["NA"] = 0.02,
    };

    private protected PerfilDeVotos()
    {
    }

    /// <summary>Relative weights of the boleta's rows, then no registradas and nulos; all above 0.</summary>
    internal virtual double[] Pesos(Eleccion eleccion, Area area, int semilla)
    {
        var suerte = Suerte.De(semilla, eleccion.Id.Valor, area.Id.Clave, "votos");
        return [.. area.Boleta.Contendientes.Select(i => Base(eleccion.Contendientes, i) * Math.Exp(0.55 * suerte.Normal())), 0.0012, 0.03];
    }

    /// <summary>Share of the lista nominal that votes in the area.</summary>
    internal virtual double Participacion(Eleccion eleccion, Area area, int semilla) =>
        Math.Clamp(0.47 + (0.08 * Suerte.De(semilla, eleccion.Id.Valor, area.Id.Clave, "participacion").Normal()), 0.2, 0.85);

    /// <summary>A party by its name; a combination takes little from its partners; a common emblem what they would take.</summary>
    internal static double Base(IReadOnlyList<Contendiente> contendientes, int posicion) => contendientes[posicion] switch
    {
        Contendiente.Partido p => Bases.GetValueOrDefault(p.Nombre, 0.02),
        Contendiente.Independiente => 0.02,
        Contendiente.CandidaturaComun { Modo: ModoDeCandidaturaComun.EmblemaUnico, Partidos: { Count: > 0 } p } => p.Sum(i => Base(contendientes, i)),
        var c when c.Integrantes.Count > 0 => 0.012 * c.Integrantes.Sum(i => Base(contendientes, i)),
        _ => 0.02,
    };
}
