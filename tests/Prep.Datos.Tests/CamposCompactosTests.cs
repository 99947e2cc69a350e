using FsCheck;
using FsCheck.Fluent;
using Prep.Datos.Filas;
using Prep.Dominio.Actas;

namespace Prep.Datos.Tests;

public sealed class CamposCompactosTests
{
    [Fact]
    public void Lo_que_se_escribe_es_lo_que_se_lee() => Check.QuickThrowOnFailure(Prop.ForAll(
        Gen.Choose(-3, 20_000).Select(Cantidad.DeCodigo).ListOf().Select(l => l.ToArray()).ToArbitrary(),
        campos => CamposCompactos.Leer(CamposCompactos.Escribir(campos)).SequenceEqual(campos)));

    [Fact]
    public void Un_acta_cabe_en_pocas_decenas_de_bytes() =>
        Assert.Equal(3, CamposCompactos.Escribir([Cantidad.SinDato, Cantidad.Numero(250)]).Length);
}
