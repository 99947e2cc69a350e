using Prep.Dominio.Computo;
using Prep.Dominio.Cortes;
using Prep.Publicacion.Sitio.Estadistica;
using Prep.Publicacion.Sitio.Textos;
using Prep.Publicacion.Tests.Ejemplos;
using Prep.Publicacion.Tests.Paquete;

namespace Prep.Publicacion.Tests.Sitio;

public sealed class EstadisticaTests
{
    public static TheoryData<string> Cortes => ["ceros", "primero", "último", "sintético"];

    [Theory, MemberData(nameof(Cortes))]
    public void Cada_tabla_suma_las_cifras_del_corte_y_las_razones_las_no_contabilizadas(string cual)
    {
        foreach (var eleccion in Corte(cual).Elecciones)
        {
            var cifras = Resultados.De(eleccion).Estado.Cifras;
            var estadistica = EstadisticaDeEleccion.De(Idioma.Espanol, eleccion);
            Assert.Equal(5, estadistica.Tablas.Count);
            Assert.All(estadistica.Tablas, t => Assert.Equal(
                (cifras.Esperadas, cifras.Capturadas, cifras.Contabilizadas, cifras.NoContabilizadas, cifras.VotosConEspeciales),
                (t.Total.Esperadas, t.Total.Capturadas, t.Total.Contabilizadas, t.Total.NoContabilizadas, t.Total.Votos)));
            Assert.All(estadistica.Tablas, t => Assert.Equal(t.Filas.Count, t.Filas.Select(f => f.Nombre).Distinct().Count()));
            Assert.Equal(cifras.NoContabilizadas, estadistica.Razones.Sum(r => r.Actas));
        }
    }

    [Fact]
    public async Task La_pagina_dice_esos_numeros()
    {
        var corte = CorteDeEjemplo.Primero();
        var pagina = (await SitioDePrueba.De(corte)).Pagina("cortes/20240602_2000/dip_loc/estadistica.html");
        var cifras = Resultados.De(corte.Elecciones[0]).Estado.Cifras;
        var pies = pagina.QuerySelectorAll("tfoot tr").Select(f => string.Join(' ', f.QuerySelectorAll("td").Select(c => c.TextContent.Replace(",", "")))).ToList();
        Assert.Equal([.. Enumerable.Repeat($"{cifras.Capturadas}de {cifras.Esperadas} {cifras.Contabilizadas}{cifras.VotosConEspeciales} votos", 5), $"{cifras.NoContabilizadas}"], pies);
        var razones = pagina.QuerySelectorAll("table")[^1].QuerySelectorAll("tbody tr").Select(f => f.QuerySelector("th")!.TextContent.Trim());
        Assert.Contains("Excede lista nominal", razones);
        Assert.Contains("Sin acta por casilla no instalada", razones);
    }

    private static Corte Corte(string cual) => cual switch
    {
        "ceros" => CorteDeEjemplo.EnCeros(),
        "primero" => CorteDeEjemplo.Primero(),
        "último" => CorteDeEjemplo.Ultimo(),
        _ => new NocheSintetica(casillasPorDistrito: 80).Corte(1, 150),
    };
}
