using Prep.Operacion.Cuentas;

namespace Prep.Operacion.Tests.Cuentas;

public sealed class TotpTests
{
    // RFC 6238, appendix B: the secret "12345678901234567890"; the last six of its eight digits.
    private const string Clave = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1111111109, "081804")]
    [InlineData(1234567890, "005924")]
    [InlineData(20000000000, "353130")]
    public void Da_los_codigos_de_la_norma(long segundos, string codigo) => Assert.Equal(codigo, Totp.Codigo(Clave, segundos / 30));

    [Fact]
    public void Perdona_un_paso_de_reloj_y_ningun_codigo_sirve_dos_veces()
    {
        var ahora = DateTimeOffset.FromUnixTimeSeconds(1_000_000_020);
        var paso = Totp.Paso(ahora);
        Assert.Equal(paso - 1, Totp.Verificar(Clave, Totp.Codigo(Clave, paso - 1), ahora, 0));
        Assert.Equal(paso + 1, Totp.Verificar(Clave, Totp.Codigo(Clave, paso + 1).Insert(3, " "), ahora, 0));
        Assert.Null(Totp.Verificar(Clave, Totp.Codigo(Clave, paso - 2), ahora, 0));
        Assert.Null(Totp.Verificar(Clave, Totp.Codigo(Clave, paso), ahora, paso));
        Assert.Null(Totp.Verificar(Clave, "", ahora, 0));
    }
}
