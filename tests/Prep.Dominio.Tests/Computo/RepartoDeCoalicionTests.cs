using FsCheck;
using FsCheck.Fluent;
using Prep.Dominio.Catalogo;
using Prep.Dominio.Computo;

namespace Prep.Dominio.Tests.Computo;

public sealed class RepartoDeCoalicionTests
{
    private static readonly Contendiente[] Partidos = [Caso.Partido("PAN"), Caso.Partido("PRI"), Caso.Partido("PRD")];

    [Theory, Trait("Regla", "P-01")]
    [InlineData("10 20 30 9", "13 23 33 0")]          // exact parts
    [InlineData("10 20 30 10", "13 23 34 0")]         // one left: to the most voted
    [InlineData("10 20 30 11", "13 24 34 0")]         // two left: to the two most voted
    [InlineData("30 20 30 10", "34 23 33 0")]         // tie: column order
    [InlineData("20 20 20 11", "24 24 23 0")]
    [InlineData("0 0 0 2", "1 1 0 0")]
    [InlineData("0 0 0 0", "0 0 0 0")]
    [InlineData("5 6 7 1", "5 6 8 0")]
    public void Partes_iguales_y_el_resto_a_los_mas_votados(string votos, string reparto) =>
        Assert.Equal(reparto, Repartir(votos, new Contendiente.Combinacion("C_PAN_PRI_PRD", "C_PAN_PRI_PRD", [0, 1, 2])));

    [Fact, Trait("Regla", "P-01")]
    public void Cada_combinacion_mira_los_votos_propios_y_no_los_ya_repartidos()
    {
        // PRI receives from the first combination, yet PAN has more votes of its own and takes the remainder of the second.
        Contendiente[] contendientes =
        [
            .. Partidos, new Contendiente.Combinacion("C_PRI_PRD", "C_PRI_PRD", [1, 2]), new Contendiente.Combinacion("C_PAN_PRI", "C_PAN_PRI", [0, 1]),
        ];

        var reparto = RepartoDeCoalicion.Repartir(contendientes, new("b", [0, 1, 2, 3, 4]), [10, 9, 1, 100, 3]);

        Assert.Equal([12, 60, 51, 0, 0], reparto);
    }

    [Theory, Trait("Regla", "P-03")]
    [InlineData("0 0 0 10", 5000, 3000, 2000, "5 3 2 0")]
    [InlineData("1 1 1 10", 3333, 3333, 3334, "4 4 5 0")]      // the largest remainder takes what is left
    [InlineData("0 0 0 1", 3400, 3300, 3300, "1 0 0 0")]
    [InlineData("0 0 0 1", 0, 5000, 5000, "0 1 0 0")]          // equal remainders: column order
    [InlineData("7 0 0 10", 10000, 0, 0, "17 0 0 0")]
    public void Con_los_porcentajes_del_convenio(string votos, int pan, int pri, int prd, string reparto) =>
        Assert.Equal(reparto, Repartir(votos, Comun(RepartoDeCandidaturaComun.PorcentajesDelConvenio, [pan, pri, prd])));

    [Theory, Trait("Regla", "P-03")]
    [InlineData(RepartoDeCandidaturaComun.Igualitario, "3 3 4 0")]
    [InlineData(RepartoDeCandidaturaComun.SinReparto, "0 0 1 9")]
    public void Una_candidatura_comun_se_reparte_segun_su_convenio(RepartoDeCandidaturaComun reparto, string esperado) =>
        Assert.Equal(esperado, Repartir("0 0 1 9", Comun(reparto, [])));

    [Theory, Trait("Regla", "P-03")]
    [InlineData(5000, 3000, 1999)]
    [InlineData(5000, 3000, 2001)]
    [InlineData(11000, -1000, 0)]
    public void Porcentajes_que_no_suman_cien_se_rechazan(int pan, int pri, int prd) =>
        Assert.Throws<ArgumentException>(() => Comun(RepartoDeCandidaturaComun.PorcentajesDelConvenio, [pan, pri, prd]));

    [Fact, Trait("Regla", "P-03")]
    public void Porcentajes_que_no_son_uno_por_partido_se_rechazan()
    {
        Assert.Throws<ArgumentException>(() => Comun(RepartoDeCandidaturaComun.PorcentajesDelConvenio, []));
        Assert.Throws<ArgumentException>(() => Comun(RepartoDeCandidaturaComun.PorcentajesDelConvenio, [5000, 5000]));
    }

    [Fact, Trait("Regla", "P-01")]
    public void Lo_que_no_tiene_integrantes_conserva_sus_votos()
    {
        Assert.Equal("1 2 3 8", Repartir("1 2 3 8", new Contendiente.Independiente("CI_01", "CI_01")));
        Assert.Equal("1 2 3 8", Repartir("1 2 3 8", new Contendiente.CandidaturaComun("JUNTOS", "JUNTOS", [], ModoDeCandidaturaComun.EmblemaUnico, RepartoDeCandidaturaComun.Igualitario, [])));
        Assert.Equal("1 2 3 8", Repartir("1 2 3 8", new Contendiente.Combinacion("C_OTROS", "C_OTROS", [])));
    }

    [Fact, Trait("Regla", "P-01")]
    public void Un_renglon_fuera_de_la_boleta_del_area_no_aporta()
    {
        Contendiente[] contendientes = [.. Partidos, new Contendiente.Combinacion("C_PAN_PRI", "C_PAN_PRI", [0, 1])];

        Assert.Equal([1, 0, 3, 0], RepartoDeCoalicion.Repartir(contendientes, new("b", [0, 2]), [1, 2, 3, 4]));
    }

    /// <summary>Naive second model: hands out the votes of the combination one by one, always a full round, then to the most voted.</summary>
    [Fact, Trait("Regla", "P-01")]
    public void Ningun_voto_se_pierde_y_es_el_modelo_ingenuo()
    {
        var casos = Gen.Choose(0, 40).ArrayOf(5).Where(v => v.Length == 5).ToArbitrary();
        Prop.ForAll(casos, v =>
        {
            Contendiente[] contendientes = [Caso.Partido("A"), Caso.Partido("B"), Caso.Partido("C"), Caso.Partido("D"), new Contendiente.Combinacion("X", "X", [3, 0, 2])];
            var votos = v.Select(n => (long)n).ToArray();
            var reparto = RepartoDeCoalicion.Repartir(contendientes, new("b", [0, 1, 2, 3, 4]), votos);

            var ingenuo = votos.ToArray();
            var socios = new[] { 0, 2, 3 }.OrderByDescending(p => votos[p]).ToArray();
            for (var i = 0; ingenuo[4] > 0; i++, ingenuo[4]--)
            {
                ingenuo[socios[i % 3]]++;
            }

            return reparto.Sum() == votos.Sum() && reparto.SequenceEqual(ingenuo);
        }).QuickCheckThrowOnFailure();
    }

    [Fact, Trait("Regla", "P-03")]
    public void Los_porcentajes_tampoco_pierden_votos_ni_se_alejan_un_voto_de_lo_justo()
    {
        var casos = Gen.Choose(0, 100_000).Zip(Gen.Choose(0, 10_000)).Zip(Gen.Choose(0, 10_000)).ToArbitrary();
        Prop.ForAll(casos, c =>
        {
            var ((total, a), b) = c;
            var (menor, mayor) = (Math.Min(a, b), Math.Max(a, b));
            int[] partes = [menor, mayor - menor, 10_000 - mayor];
            Contendiente[] contendientes = [.. Partidos, Comun(RepartoDeCandidaturaComun.PorcentajesDelConvenio, partes)];
            var reparto = RepartoDeCoalicion.Repartir(contendientes, new("b", [0, 1, 2, 3]), [0, 0, 0, total]);
            return reparto.Sum() == total
                && Enumerable.Range(0, 3).All(p => Math.Abs(reparto[p] * 10_000 - (long)total * partes[p]) < 10_000);
        }).QuickCheckThrowOnFailure();
    }

    [Theory, Trait("Regla", "P-02")]
    [InlineData("0 1 3", 6 + 7 + 9)]
    [InlineData("2", 8)]
    [InlineData("", 0)]
    public void La_candidatura_suma_sus_renglones(string renglones, long votos)
    {
        var candidatura = new Candidatura("X", [.. renglones.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(int.Parse)]);

        Assert.Equal(votos, VotosDeCandidatura.De(candidatura, new([6, 7, 8, 9], 100, 200)));
    }

    private static Contendiente Comun(RepartoDeCandidaturaComun reparto, int[] porcentajes) =>
        new Contendiente.CandidaturaComun("CC", "CC", [0, 1, 2], ModoDeCandidaturaComun.EmblemasYCombinaciones, reparto, porcentajes);

    private static string Repartir(string votos, Contendiente ultimo) =>
        string.Join(' ', RepartoDeCoalicion.Repartir([.. Partidos, ultimo], new("b", [0, 1, 2, 3]), [.. votos.Split(' ').Select(long.Parse)]));
}
