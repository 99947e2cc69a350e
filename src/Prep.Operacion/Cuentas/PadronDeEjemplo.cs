using System.Text;
using Prep.Dominio.Catalogo;
using Prep.Operacion.Http;
using Prep.Operacion.Puestos;

namespace Prep.Operacion.Cuentas;

/// <summary>A roster to practise and to rehearse: of each puesto as many persons as its work needs to be told apart.</summary>
public static class PadronDeEjemplo
{
    // Captures ask for three persons; what two must see, for two.
    private static readonly Dictionary<string, int> _cuantas = new() { ["CAPTURA"] = 3, ["DIGITALIZADOR"] = 2, ["SUPERVISOR"] = 2, ["COTEJADOR"] = 2, ["INSTANCIA_INTERNA"] = 2, ["INTEGRANTE"] = 2 };

    private static readonly Dictionary<string, string> _cortos = new() { ["INSTANCIA_INTERNA"] = "instancia" };

    private static readonly HashSet<string> _delCentro = ["OPERADOR_PUBLICACION", "INSTANCIA_INTERNA", "ADMIN_TI", "AUDITOR", "COTAPREP", "PRESIDENCIA", "INTEGRANTE", "SECRETARIA_TECNICA", "REPRESENTACION", "INE", "INVITADO", "OBSERVADOR", "DIFUSOR"];

    /// <summary>As CSV, as an office would send it. The same process gives the same roster.</summary>
    public static string Csv(Proceso proceso)
    {
        var catd = Catd(proceso) ?? LectorDePadron.Central;
        var area = proceso.Elecciones.SelectMany(e => e.Actas).FirstOrDefault(a => a.Catd == catd) is { } acta ? $"{acta.Id.Eleccion}/{acta.Id.Area}" : catd;
        StringBuilder csv = new("persona,nombre,puestos,sitio\n");
        foreach (var puesto in Puesto.Permisos.Keys)
        {
            var cuantas = _cuantas.GetValueOrDefault(puesto, 1);
            for (var i = 1; i <= cuantas; i++)
            {
                var numero = cuantas == 1 ? "" : $"{i}";
                csv.Append($"{_cortos.GetValueOrDefault(puesto) ?? puesto.ToLowerInvariant().Replace('_', '-')}{numero},{NombreDePuesto.De(puesto)} {numero}".TrimEnd()).Append($",{puesto},{(_delCentro.Contains(puesto) ? LectorDePadron.Central : puesto == "CONSEJO" ? area : catd)}\n");
            }
        }

        return csv.ToString();
    }

    /// <summary>The first CATD of the catalogue: where its people work.</summary>
    public static string? Catd(Proceso proceso) => proceso.Catds().Min(StringComparer.Ordinal);

    public static LecturaDePadron Leer(Proceso proceso) => LectorDePadron.Leer("padron.csv", Encoding.UTF8.GetBytes(Csv(proceso)), LectorDePadron.SitiosDe(proceso));
}
