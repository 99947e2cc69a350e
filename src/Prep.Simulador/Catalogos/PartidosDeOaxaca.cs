using Prep.Dominio.Catalogo;

namespace Prep.Simulador.Catalogos;

/// <summary>Parties of Oaxaca as the official columns name them, with the colours of the charts.</summary>
internal static class PartidosDeOaxaca
{
    private static readonly Dictionary<string, (string Nombre, string Color)> Conocidos = new()
    {
        ["PAN"] = ("Partido Acción Nacional", "#0339A6"),
        ["PRI"] = ("Partido Revolucionario Institucional", "#038C33"),
        ["PRD"] = ("Partido de la Revolución Democrática", "#F2B705"),
        ["PT"] = ("Partido del Trabajo", "#D91136"),
        ["PVEM"] = ("Partido Verde Ecologista de México", "#A7C957"),
        ["MC"] = ("Movimiento Ciudadano", "#F27405"),
        ["PUP"] = ("Partido Unidad Popular", "#7A3E9D"),
        ["MOR"] = ("Morena", "#A6032F"),
        ["NA"] = ("Nueva Alianza Oaxaca", "#03A6A6"),
        ["FXMO"] = ("EJEMPLO Fuerza por México Oaxaca", "#FF56A2"),
    };

    /// <summary>EJEMPLO: the parties of 2022 and one more, in the order of the columns.</summary>
    public static readonly IReadOnlyList<string> De2024 = [.. Conocidos.Keys];

    /// <summary>Columns of the cómputos of 2018 whose votes stand for each party of today.</summary>
    public static readonly IReadOnlyDictionary<string, IReadOnlyList<string>> ColumnasDe2018 = new Dictionary<string, IReadOnlyList<string>>
    {
        ["PAN"] = ["ele_pan_pm_18"],
        ["PRI"] = ["ele_pri_pm_18"],
        ["PRD"] = ["ele_prd_pm_18"],
        ["PT"] = ["ele_pt_pm_18"],
        ["PVEM"] = ["ele_pvem_pm_18"],
        ["MC"] = ["ele_mc_pm_18"],
        ["PUP"] = ["ele_pup_pm_18", "ele_psd_pm_18"],
        ["MOR"] = ["ele_morena_pm_18"],
        ["NA"] = ["ele_panal_pm_18"],
        ["FXMO"] = ["ele_pes_pm_18", "ele_pmr_pm_18"],
    };

    public static readonly IReadOnlyList<string> IndependientesDe2018 = [.. Enumerable.Range(2, 23).Select(i => $"ele_ind{i}_pm_18")];

    public static Contendiente.Partido Partido(string siglas) => new(siglas, siglas, Conocidos[siglas].Nombre, Conocidos[siglas].Color);

    /// <summary>Every combination of two or more partners, from the whole coalition down, in the order of the convenio.</summary>
    public static IEnumerable<IReadOnlyList<string>> Combinaciones(IReadOnlyList<string> socios)
    {
        for (var cuantos = socios.Count; cuantos >= 2; cuantos--)
        {
            foreach (var combinacion in DeTamano(socios, cuantos, 0))
            {
                yield return combinacion;
            }
        }
    }

    private static IEnumerable<IReadOnlyList<string>> DeTamano(IReadOnlyList<string> socios, int cuantos, int desde)
    {
        if (cuantos == 0)
        {
            yield return [];
            yield break;
        }

        for (var i = desde; i <= socios.Count - cuantos; i++)
        {
            foreach (var resto in DeTamano(socios, cuantos - 1, i + 1))
            {
                yield return [socios[i], .. resto];
            }
        }
    }
}
