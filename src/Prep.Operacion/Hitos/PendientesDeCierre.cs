using Prep.Datos.Bases;
using Prep.Datos.Catalogo;
using Prep.Datos.Filas;
using Prep.Dominio;
using Prep.Dominio.Actas;
using Prep.Dominio.Calendario;
using Prep.Dominio.Catalogo;

namespace Prep.Operacion.Hitos;

using static EstadoDeDatos;

/// <summary>What stands between an election and its early close, counted in one snapshot.</summary>
internal static class PendientesDeCierre
{
    private static readonly string[] _enCola = [nameof(Digitalizada), nameof(PorIdentificar), nameof(Redigitalizar), nameof(EnCola), nameof(UnaCaptura), nameof(TerceraPendiente)];
    private static readonly string[] _enDisputa = [nameof(Supervision), nameof(Retenida), nameof(SinActaPropuesta)];

    private static readonly Rechazo _noPermitido = new("cierre_no_permitido", "El acuerdo vigente no permite cerrar antes de la última actualización.");

    /// <param name="Paquetes">Packages that their CATD has to affirm again.</param>
    internal sealed record Cuenta(IReadOnlyList<PendientesDeEleccion> Elecciones, IReadOnlyList<PaquetePorReafirmar> Paquetes, PasoDeCierreFila? Agotada, PasoDeCierreFila? Solicitud, bool Permitido)
    {
        /// <summary>Regla K-04.</summary>
        public IReadOnlyList<Rechazo> Impedimentos(params string[] personas) =>
            [.. Permitido ? Array.Empty<Rechazo>() : [_noPermitido], .. CierreAnticipado.Impedimentos(Elecciones, Agotada is not null, personas)];
    }

    /// <param name="Version">The one that says "sin acta".</param>
    internal sealed record PaquetePorReafirmar(long Acta, int Version, string Eleccion, string Catd);

    public static async Task<Cuenta> ContarAsync(Transaccion tx, Contexto c)
    {
        var total = c.Catalogo.Total;
        var actas = await tx.TodosAsync(
            "SELECT eleccion, estado, vigente > 0, cotejo = 3, COUNT(*) FROM acta WHERE numero <= @p0 GROUP BY eleccion, estado, vigente > 0, cotejo = 3",
            f => (Eleccion: f.GetString(0), Estado: f.GetString(1), Vigente: f.GetBoolean(2), Corrige: f.GetBoolean(3), Cuantas: (int)f.GetInt64(4)), total);
        var disputas = await tx.TodosAsync(
            """
            SELECT a.eleccion, COUNT(*) FROM acta a
            WHERE (EXISTS (SELECT 1 FROM doble d WHERE d.acta = a.numero AND d.resuelta_en IS NULL) OR EXISTS (SELECT 1 FROM imagen i WHERE i.acta = a.numero AND i.retiro_de IS NOT NULL AND i.retirada_en IS NULL))
                AND a.estado NOT IN (@p0, @p1, @p2) GROUP BY a.eleccion
            """,
            f => (Eleccion: f.GetString(0), Cuantas: (int)f.GetInt64(1)), [.. _enDisputa]);
        // An image that nobody has identified is of no election yet: it is told with the first one.
        var sueltas = (int)await tx.EscalarAsync<long>("SELECT COUNT(*) FROM imagen WHERE acta IS NULL AND estado = 'PorIdentificar'");
        var paquetes = await tx.TodosAsync(
            """
            SELECT a.numero, a.vigente, a.eleccion, a.catd FROM acta a JOIN version v ON v.acta = a.numero AND v.version = a.vigente
            WHERE a.sin_acta AND v.motivo = @p0 AND NOT EXISTS (SELECT 1 FROM paso_de_cierre p WHERE p.tipo = 'Paquete' AND p.acta = a.numero AND p.version = a.vigente) ORDER BY a.numero
            """,
            f => new PaquetePorReafirmar(f.GetInt64(0), f.GetInt32(1), f.GetString(2), f.Texto(3) ?? ""), nameof(MotivoSinActa.PaqueteNoEntregado));
        PendientesDeEleccion De(Eleccion e, bool primera)
        {
            var suyas = actas.Where(a => a.Eleccion == e.Id.Valor).ToArray();
            return new(e.Id, e.Actas.Count, suyas.Where(a => a.Vigente).Sum(a => a.Cuantas),
                suyas.Where(a => _enCola.Contains(a.Estado)).Sum(a => a.Cuantas) + (primera ? sueltas : 0),
                suyas.Where(a => _enDisputa.Contains(a.Estado)).Sum(a => a.Cuantas) + disputas.Where(d => d.Eleccion == e.Id.Valor).Sum(d => d.Cuantas),
                suyas.Where(a => a.Corrige || a.Vigente && a.Estado != nameof(Verificada)).Sum(a => a.Cuantas),
                paquetes.Count(p => p.Eleccion == e.Id.Valor));
        }

        return new([.. c.Proceso.Elecciones.Select((e, i) => De(e, i == 0))], paquetes,
            await PasoDeCierreFila.DelProcesoAsync(tx, PasoDeCierreFila.Agotada), await PasoDeCierreFila.DelProcesoAsync(tx, PasoDeCierreFila.Solicitud), await PermitidoAsync(tx));
    }

    private static async Task<bool> PermitidoAsync(Transaccion tx) =>
        await ConfiguracionFila.LeerAsync(tx, (await MarchaFila.LeerAsync(tx)).Configuracion) is not { } fila || ConfiguracionJson.Leer(fila.Contenido).PermiteCierreAnticipado.Valor;
}
