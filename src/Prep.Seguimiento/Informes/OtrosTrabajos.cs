using Prep.Seguimiento.Contratos;
using Prep.Seguimiento.Cotaprep;
using Prep.Seguimiento.Plan;

namespace Prep.Seguimiento.Informes;

/// <summary>What a report says of the installation, the contracts, the COTAPREP and the difusores: counted from the book, with nothing of what is reserved.</summary>
public static class OtrosTrabajos
{
    /// <returns>Name and sentence of each, in the order of the bar.</returns>
    public static IEnumerable<(string De, string Dice)> Del(Programa programa) =>
    [
        ("CATD y CCV", Instalacion(programa)),
        ("Tercero", Tercero(programa.Contratos)),
        ("Ente auditor", Auditor(programa)),
        ("COTAPREP", Cotaprep(programa)),
        ("Difusores", Difusores(programa)),
    ];

    private static string Instalacion(Programa programa)
    {
        var (sitios, visitas) = (programa.Instalacion.Sitios.Count, programa.Instalacion.Visitas);
        if (sitios == 0 && visitas.IsEmpty)
        {
            return "Todavía no hay sitios en el plan de instalación.";
        }

        var ultimas = visitas.GroupBy(v => v.Hecho.Clave).Select(g => g.MaxBy(v => (v.Hecho.Fecha, v.Numero))!).ToList();
        return $"{sitios} en el plan de instalación; {ultimas.Count} visitados en {visitas.Count} visitas; {ultimas.Sum(v => v.Faltas.Count())} puntos por resolver.";
    }

    private static string Tercero(ContratosDelPrograma contratos) => contratos.Determinacion switch
    {
        { ConTercero: false } => "Se determinó trabajar sin tercero.",
        null when contratos.Tercero is { Candidatos.Count: 0, Designacion: null } => "Todavía no se determina si lo habrá.",
        _ => Contratacion(contratos.Tercero),
    };

    private static string Auditor(Programa programa)
    {
        var hallazgos = programa.Auditoria.Hallazgos.Values;
        return $"{Contratacion(programa.Contratos.EnteAuditor)}{(hallazgos.Any() ? $" Hallazgos: {hallazgos.Count(h => h.Resuelto)} resueltos de {hallazgos.Count()}." : "")}";
    }

    private static string Contratacion(Contratacion c) => c.Designacion is { } d
        ? $"{d.Candidato.Propuesto.Nombre}, por {d.Aprobacion.Acuerdo} del {Palabras.De(d.Aprobacion.Fecha)}{(d.Aceptada is null ? "; falta que acepte" : "")}."
        : c.Candidatos.Count(x => x.Descartado is null) switch { 0 => "Sin candidatos todavía.", 1 => "1 candidato; falta designar.", var n => $"{n} candidatos; falta designar." };

    private static string Cotaprep(Programa programa)
    {
        var (personas, revisiones) = (CotaprepDelPrograma.Integrantes(programa).Count, programa.Cotaprep.Revisiones);
        var observaciones = revisiones.SelectMany(r => r.Observaciones(programa)).ToList();
        return personas == 0 && revisiones.IsEmpty
            ? "Todavía no hay personas nombradas."
            : $"{personas} personas; {revisiones.Count(r => r.Concluida is not null)} de {revisiones.Count} revisiones concluidas; {observaciones.Count(o => !o.Pendiente)} de {observaciones.Count} observaciones respondidas.";
    }

    private static string Difusores(Programa programa)
    {
        var formalizados = programa.Difusores.Formalizados.Count();
        return programa.Difusores.Ninguno is not null ? "Nadie más publica: el instituto publica solo."
            : programa.Difusores.Todos.IsEmpty ? programa.Difusores.Convocatoria is null ? "Todavía no se convoca." : "Convocados; nadie ha solicitado."
            : $"{formalizados} formalizados de {programa.Difusores.Todos.Count} solicitudes.";
    }
}
