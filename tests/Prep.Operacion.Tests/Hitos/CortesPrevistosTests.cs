using Prep.Dominio.Calendario;
using Prep.Operacion.Hitos;

namespace Prep.Operacion.Tests.Hitos;

public sealed class CortesPrevistosTests
{
    [Fact]
    public void Cada_hora_se_juzga_con_el_calendario_que_regia_entonces()
    {
        var cada20 = CatalogoDePrueba.Proceso().Calendario;
        DateTimeOffset En(double minuto) => cada20.InicioEn.AddMinutes(minuto);
        CalendarioDelPrep Cada(int minutos) => CalendarioDelPrep.Crear(cada20.PuestaEnCerosEn, cada20.AperturaEn, cada20.InicioEn, cada20.UltimaActualizacionEn, TimeSpan.FromMinutes(minutos), cada20.Zona).Value;

        // At 50 past, each 15; at 95, each 10: what was planned before stays as it was.
        var previstos = CortesPrevistos.De([(DateTimeOffset.MinValue, cada20), (En(50), Cada(15)), (En(95), Cada(10))], En(115));

        Assert.Equal([0, 20, 40, 60, 75, 90, 100, 110], previstos.Select(p => (p - En(0)).TotalMinutes));
        Assert.Equal(73, CortesPrevistos.De([(DateTimeOffset.MinValue, cada20)], cada20.UltimaActualizacionEn).Count());
    }
}
