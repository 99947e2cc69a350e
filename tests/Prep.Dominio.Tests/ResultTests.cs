namespace Prep.Dominio.Tests;

public sealed class ResultTests
{
    private static readonly Rechazo No = new("no", "No se puede.");

    [Fact]
    public void Un_valor_o_un_rechazo_nunca_ambos()
    {
        Result<int> si = 5;
        Result<int> no = No;

        Assert.True(si.IsOk);
        Assert.Equal(5, si.Value);
        Assert.Throws<InvalidOperationException>(() => si.Rechazo);
        Assert.False(no.IsOk);
        Assert.Same(No, no.Rechazo);
        Assert.Throws<InvalidOperationException>(() => no.Value);
    }

    [Fact]
    public void El_rechazo_pasa_de_largo()
    {
        Result<int> no = No;

        Assert.Equal("6", ((Result<int>)5).Luego<string>(n => $"{n + 1}").Value);
        Assert.Same(No, no.Luego<string>(_ => throw new InvalidOperationException()).Rechazo);
    }
}
