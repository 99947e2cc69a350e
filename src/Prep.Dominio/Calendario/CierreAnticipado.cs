using Prep.Dominio.Catalogo;

namespace Prep.Dominio.Calendario;

/// <summary>What an election still has open, counted in one snapshot.</summary>
/// <param name="EnCola">Images waiting for identification, capture or verification.</param>
/// <param name="EnDisputa">Held by a supervisor: captures that do not agree, two different actas for one casilla.</param>
/// <param name="EnCorreccion">Published versions in correction (COTEJADA 3).</param>
/// <param name="PaquetesSinReafirmar">"Sin acta por paquete no entregado" that their CATD has not affirmed again for the close.</param>
public sealed record PendientesDeEleccion(
    EleccionId Eleccion,
    int Esperadas,
    int Capturadas,
    int EnCola,
    int EnDisputa,
    int EnCorreccion,
    int PaquetesSinReafirmar);

/// <summary>Whether publication may end before its last planned update.</summary>
/// <remarks>
/// Regla K-04. Fuente: RE, artículo 353; spec §14 "early close": the two conditions of the press texts ("y" / "o") are both asked for.
/// Fuera de catálogo do not enter; the closing corte takes the rule of the last one even off the clock.
/// </remarks>
public static class CierreAnticipado
{
    /// <param name="recuperacionAgotada">Declared: no means are left to recover what is missing.</param>
    /// <param name="personas">Who asks for the close; two different ones are needed.</param>
    /// <returns>Every reason that forbids it, in a stable order; empty when it may close.</returns>
    public static IReadOnlyList<Rechazo> Impedimentos(
        IReadOnlyList<PendientesDeEleccion> elecciones, bool recuperacionAgotada, IReadOnlyCollection<string> personas)
    {
        var impedimentos = new List<Rechazo>();
        foreach (var e in elecciones)
        {
            Exigir(e.Capturadas == e.Esperadas, "cierre_actas_faltantes", $"{e.Eleccion}: van {e.Capturadas} actas capturadas de {e.Esperadas} esperadas.");
            Exigir(e.EnCola == 0, "cierre_actas_en_cola", $"{e.Eleccion}: hay {e.EnCola} imágenes por identificar, capturar o verificar.");
            Exigir(e.EnDisputa == 0, "cierre_actas_en_disputa", $"{e.Eleccion}: hay {e.EnDisputa} actas en supervisión; resuélvalas antes de cerrar.");
            Exigir(e.EnCorreccion == 0, "cierre_actas_en_correccion", $"{e.Eleccion}: hay {e.EnCorreccion} actas en corrección; termínelas antes de cerrar.");
            Exigir(e.PaquetesSinReafirmar == 0, "cierre_paquetes_sin_reafirmar",
                $"{e.Eleccion}: {e.PaquetesSinReafirmar} paquetes no entregados esperan que su CATD lo reafirme.");
        }

        Exigir(recuperacionAgotada, "cierre_recuperacion_abierta", "Falta declarar agotados los medios para recuperar actas.");
        Exigir(personas.Distinct(StringComparer.Ordinal).Count() >= 2, "cierre_una_persona", "El cierre anticipado lo piden dos personas distintas.");
        return impedimentos;

        void Exigir(bool cumple, string codigo, string mensaje)
        {
            if (!cumple)
            {
                impedimentos.Add(new(codigo, mensaje));
            }
        }
    }
}
