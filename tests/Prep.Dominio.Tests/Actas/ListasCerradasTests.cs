using Prep.Dominio.Actas;
using Prep.Dominio.Catalogo;

namespace Prep.Dominio.Tests.Actas;

public sealed class ListasCerradasTests
{
    [Fact, Trait("Regla", "D-02")]
    public void Los_documentos_son_los_del_leeme_de_2024_en_su_orden() =>
        Assert.Equal("ACTA PREP|RPP|CC|PPC|ACTA VMRE|ACTA VA|ACTA VPPP|ACTA UE", string.Join('|', TiposDeDocumento.Todos));

    [Fact, Trait("Regla", "D-02")]
    public void En_una_bolsa_solo_hay_acta_prep_o_copias() =>
        Assert.Equal("ACTA PREP|RPP|CC|PPC", string.Join('|', TiposDeDocumento.EnBolsa));

    [Theory, Trait("Regla", "D-03")]
    [InlineData("", true)]
    [InlineData("D", true)]
    [InlineData("F", true)]
    [InlineData("I", true)]
    [InlineData("F-D", true)]
    [InlineData("D-F-I", true)]
    [InlineData("N", false)]
    [InlineData("F-F", false)]
    [InlineData("FD", false)]
    [InlineData("-", false)]
    [InlineData("F-", false)]
    [InlineData("f", false)]
    public void Mecanismo_de_traslado(string texto, bool valido) => Assert.Equal(valido, MecanismosDeTraslado.EsValido(texto));
}
