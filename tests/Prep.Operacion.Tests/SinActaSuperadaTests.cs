using Prep.Dominio.Actas;
using Prep.Operacion.Acopio;
using Prep.Operacion.Digitalizacion;
using Prep.Operacion.Identificacion;

namespace Prep.Operacion.Tests;

public sealed class SinActaSuperadaTests
{
    [Fact, Trait("Regla", "A-01")]
    public async Task Una_imagen_que_resulta_de_otra_acta_no_deja_a_medias_la_que_estaba_sin_acta()
    {
        await using var a = await AlmacenDePrueba.CrearAsync();
        SinActa.Request sinActa = new([a.Acta(1)], MotivoSinActa.PaqueteNoEntregado);
        (await SinActa.ProponerAsync(sinActa, a.Como("acopio"), default)).Debe();
        (await SinActa.ConfirmarAsync(sinActa, a.Como("super"), default)).Debe();

        var imagen = await a.ImagenAsync(a.Acta(1), forma: FormaDeIdentificar.AMano);
        Assert.False((await Identificar.EjecutarAsync(imagen.Imagen, a.Acta(2), a.Como("digi"), default)).Debe().Resuelta);
        Assert.True((await Identificar.EjecutarAsync(imagen.Imagen, a.Acta(2), a.Como("digi2"), default)).Debe().Resuelta);

        (await SinActa.ConfirmarAsync(sinActa, a.Como("otra"), default)).Rechaza("ya_tiene_registro");
        (await a.CapturarAsync("ana", AlmacenDePrueba.Valores(), ClaveEscrita.De(a.Proceso.Dip().Actas[2].Casilla))).Debe();
    }
}
