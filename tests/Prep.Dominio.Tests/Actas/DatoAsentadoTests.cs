using Prep.Dominio.Actas;

namespace Prep.Dominio.Tests.Actas;

[Trait("Regla", "D-01")]
public sealed class DatoAsentadoTests
{
    [Theory]
    [InlineData("15", "S", false, "15", OrigenDelDato.Letra)]     // only the letter was written
    [InlineData("S", "15", false, "15", OrigenDelDato.Numero)]    // only the number
    [InlineData("15", "15", false, "15", OrigenDelDato.Ambos)]
    [InlineData("15", "15", true, "15", OrigenDelDato.Ambos)]     // altered, but they agree
    [InlineData("15", "51", false, "15", OrigenDelDato.Letra)]    // they differ and the letter is clean
    [InlineData("15", "51", true, "51", OrigenDelDato.Numero)]    // they differ and the letter is altered
    [InlineData("I", "15", false, "15", OrigenDelDato.Numero)]
    [InlineData("15", "I", false, "15", OrigenDelDato.Letra)]
    [InlineData("15", "I", true, "15", OrigenDelDato.Letra)]      // altered but the only legible one
    [InlineData("0", "S", false, "0", OrigenDelDato.Letra)]       // "cero" is a number
    [InlineData("I", "I", false, "I", null)]
    [InlineData("I", "S", false, "I", null)]                      // something is written and cannot be read
    [InlineData("S", "I", false, "I", null)]
    [InlineData("S", "S", false, "S", null)]
    [InlineData("N", "N", false, "N", null)]
    public void Entre_letra_y_numero(string letra, string numero, bool alterada, string captura, OrigenDelDato? origen) =>
        Assert.Equal(new DatoAsentado(Caso.Cantidad(captura), origen), DatoAsentado.Decidir(Caso.Cantidad(letra), Caso.Cantidad(numero), alterada));
}
