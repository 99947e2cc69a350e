using System.Text.RegularExpressions;
using Prep.Dominio.Actas;
using Prep.Dominio.Tests.Casa;

namespace Prep.Dominio.Tests.Actas;

[Trait("Regla", "A-05")]
public sealed class MaquinaDePapelTests
{
    [Theory]
    [InlineData(EstadoDePapel.Esperado, "Recibido")]
    [InlineData(EstadoDePapel.SinBolsa, "Recibido")]              // what was missing appeared
    [InlineData(EstadoDePapel.Recibido, "bolsa_ya_registrada")]
    [InlineData(EstadoDePapel.Cotejado, "bolsa_ya_registrada")]
    [InlineData(EstadoDePapel.Empaquetado, "bolsa_ya_registrada")]
    public void Llega_el_acta(EstadoDePapel papel, string despues) => Assert.Equal(despues, Dice(MaquinaDePapel.Recibir(papel, presente: true)));

    [Theory]
    [InlineData(EstadoDePapel.Esperado, "SinBolsa")]
    [InlineData(EstadoDePapel.SinBolsa, "bolsa_ya_registrada")]
    [InlineData(EstadoDePapel.Recibido, "bolsa_ya_registrada")]
    [InlineData(EstadoDePapel.Cotejado, "bolsa_ya_registrada")]
    [InlineData(EstadoDePapel.Empaquetado, "bolsa_ya_registrada")]
    public void Llega_la_bolsa_sin_el_acta(EstadoDePapel papel, string despues) => Assert.Equal(despues, Dice(MaquinaDePapel.Recibir(papel, presente: false)));

    [Theory]
    [InlineData(EstadoDePapel.Esperado, "sin_papel")]
    [InlineData(EstadoDePapel.SinBolsa, "sin_papel")]
    [InlineData(EstadoDePapel.Recibido, "Cotejado")]
    [InlineData(EstadoDePapel.Cotejado, "Cotejado")]              // again, after a correction
    [InlineData(EstadoDePapel.Empaquetado, "ya_empaquetada")]
    public void Se_coteja(EstadoDePapel papel, string despues) => Assert.Equal(despues, Dice(MaquinaDePapel.Cotejar(papel)));

    [Theory]
    [InlineData(EstadoDePapel.Esperado, "sin_papel")]
    [InlineData(EstadoDePapel.SinBolsa, "sin_papel")]
    [InlineData(EstadoDePapel.Recibido, "Empaquetado")]           // packing needs paper, not publication nor cotejo
    [InlineData(EstadoDePapel.Cotejado, "Empaquetado")]
    [InlineData(EstadoDePapel.Empaquetado, "ya_empaquetada")]
    public void Se_empaqueta(EstadoDePapel papel, string despues) => Assert.Equal(despues, Dice(MaquinaDePapel.Empaquetar(papel)));

    [Fact]
    public void El_dibujo_dice_lo_mismo_que_la_maquina()
    {
        var dibujo = File.ReadAllText(Path.Combine(Arbol.Raiz, "docs", "estados.md")).Split("## Paper")[1].Split("## Counting")[0];
        var flechas = Regex.Matches(dibujo, @"^\s+(\w+) --> (\w+)", RegexOptions.Multiline).Select(m => $"{m.Groups[1].Value} --> {m.Groups[2].Value}");

        var hechas = Enum.GetValues<EstadoDePapel>().SelectMany(p => new[] { MaquinaDePapel.Recibir(p, true), MaquinaDePapel.Recibir(p, false), MaquinaDePapel.Cotejar(p), MaquinaDePapel.Empaquetar(p) }
            .Where(r => r.IsOk && r.Value != p).Select(r => $"{p} --> {r.Value}"));

        Assert.Equal(hechas.Order(), flechas.Order());
    }

    private static string Dice(Result<EstadoDePapel> resultado) => resultado.IsOk ? $"{resultado.Value}" : resultado.Rechazo.Codigo;
}
