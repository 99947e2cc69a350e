using Prep.Seguimiento.Plan;

namespace Prep.Seguimiento.Contratos;

/// <summary>The values of the contracts as people say them.</summary>
public static class PalabrasDeContratos
{
    public static string De(Contrato contrato) => contrato == Contrato.Tercero ? "Tercero" : "Ente auditor";

    /// <summary>As it is in an address and in an asunto.</summary>
    public static string Clave(Contrato contrato) => contrato == Contrato.Tercero ? "tercero" : "ente-auditor";

    public static bool TryParse(string clave, out Contrato contrato)
    {
        contrato = clave == Clave(Contrato.Tercero) ? Contrato.Tercero : Contrato.EnteAuditor;
        return clave == Clave(contrato);
    }

    public static string De(Pieza pieza) => pieza switch
    {
        Pieza.Instrumento => "Instrumento jurídico",
        Pieza.AnexoTecnico => "Anexo técnico",
        Pieza.PlanDeAuditoria => "Plan de auditoría",
        _ => throw new ArgumentOutOfRangeException(nameof(pieza)),
    };

    public static string De(FaseDeDocumento fase) => fase == FaseDeDocumento.Proyecto ? "Proyecto" : "Versión final";
}
