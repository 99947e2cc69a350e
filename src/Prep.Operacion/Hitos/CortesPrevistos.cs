using Prep.Datos;
using Prep.Datos.Bases;
using Prep.Datos.Catalogo;
using Prep.Datos.Filas;
using Prep.Dominio.Calendario;

namespace Prep.Operacion.Hitos;

/// <summary>The hours that were planned, each by the calendar that was in force when it came.</summary>
public static class CortesPrevistos
{
    /// <summary>Up to the close, in microseconds.</summary>
    public static async Task<IReadOnlySet<long>> LeerAsync(Transaccion tx, DateTimeOffset hasta, Contexto c)
    {
        var confirmadas = (await ConfiguracionFila.TodasAsync(tx)).Where(f => f.Estado == "Confirmada")
            .Select(f => (Desde: Instante.DeMicros(f.DecididaEn!.Value), Calendario: ConfiguracionJson.Leer(f.Contenido).Calendario(c.Proceso.Calendario.Zona).Value));
        return De([(DateTimeOffset.MinValue, c.Catalogo.CalendarioCargado), .. confirmadas], hasta).Select(i => i.AMicros()).ToHashSet();
    }

    /// <param name="vigencias">Oldest first; each rules until the next one.</param>
    public static IEnumerable<DateTimeOffset> De(IReadOnlyList<(DateTimeOffset Desde, CalendarioDelPrep Calendario)> vigencias, DateTimeOffset hasta) =>
        vigencias.SelectMany((v, i) => v.Calendario.Cortes().Where(en => en >= v.Desde && en <= hasta && (i + 1 == vigencias.Count || en < vigencias[i + 1].Desde)));
}
