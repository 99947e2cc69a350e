using Prep.Seguimiento.Asuntos;

namespace Prep.Seguimiento.Tests.Asuntos;

public sealed class AsuntoTests
{
    [Theory]
    [InlineData("actividad:2024-01-4", TipoDeAsunto.Actividad, "2024-01-4")]
    [InlineData("sitio:CATD-01", TipoDeAsunto.Sitio, "CATD-01")]
    public void Se_escribe_y_se_lee(string texto, TipoDeAsunto tipo, string clave)
    {
        Assert.True(Asunto.TryParse(texto, out var asunto));
        Assert.Equal(new(tipo, clave), asunto);
        Assert.Equal(texto, $"{asunto}");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("actividad")]
    [InlineData("actividad:")]
    [InlineData("Actividad:1")]
    [InlineData("1:1")]
    [InlineData("otra:1")]
    [InlineData("actividad:1:2")]
    [InlineData("actividad:../x")]
    [InlineData("actividad:a b")]
    public void Lo_demas_no_es_un_asunto(string? texto) => Assert.False(Asunto.TryParse(texto, out _));
}
