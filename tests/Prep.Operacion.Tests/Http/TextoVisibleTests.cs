using Prep.Operacion.Http;

namespace Prep.Operacion.Tests.Http;

public sealed class TextoVisibleTests
{
    [Theory]
    [InlineData("Lic. Núñez, 3ª vez: «sí» 🗳️\r\n\totro renglón", "Lic. Núñez, 3ª vez: «sí» 🗳️\r\n\totro renglón")]
    [InlineData("Responsable \u202Eodreuca\u202C.", "Responsable odreuca.")]
    [InlineData("\u200F\u2067a\u2069\u061C\u200E", "a")]
    [InlineData("a\0b\u001Bc\u0085d", "abcd")]
    [InlineData("", "")]
    public void Queda_lo_que_se_lee(string llega, string queda) => Assert.Equal(queda, TextoVisible.De(llega));
}
