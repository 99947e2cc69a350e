using Prep.Dominio.Actas;

namespace Prep.Dominio.Tests.Actas;

public sealed class MotivosDeVersionTests
{
    [Theory]
    [InlineData(true, true, true, true, MotivoDeVersion.LlegoElActa)]
    [InlineData(false, true, true, true, MotivoDeVersion.Reidentificacion)]
    [InlineData(false, false, true, true, MotivoDeVersion.Cotejo)]
    [InlineData(false, false, true, false, MotivoDeVersion.Cotejo)]
    [InlineData(false, false, false, true, MotivoDeVersion.ImagenNueva)]
    [InlineData(false, false, false, false, MotivoDeVersion.Supervision)]
    public void Cada_version_despues_de_la_primera_dice_por_que(bool sinActa, bool eraDeOtra, bool porCotejo, bool otraImagen, MotivoDeVersion motivo) =>
        Assert.Equal(motivo, MotivosDeVersion.Decidir(sinActa, eraDeOtra, porCotejo, otraImagen));
}
