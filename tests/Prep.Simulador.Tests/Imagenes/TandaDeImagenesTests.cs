using System.Collections.Concurrent;
using Prep.Dominio.Catalogo;
using Prep.Simulador.Imagenes;
using Prep.Operacion.Digitalizacion.Imagenes;

namespace Prep.Simulador.Tests.Imagenes;

public sealed class TandaDeImagenesTests
{
    [Fact]
    public async Task Cada_acta_recibe_su_imagen_una_vez()
    {
        var e = EjemplosDeActa.Ayuntamientos();
        var recibidas = new ConcurrentBag<(ActaId Acta, int Bytes)>();
        using var taller = new TallerDeImagenes(new(Comando: ObreroDePrueba.Sano));

        var hechas = await Dibujar(taller, e, 8, (acta, jpeg) => recibidas.Add((acta, jpeg.Length)));

        Assert.Equal(8, hechas.Value);
        Assert.Equal(e.Eleccion.Actas.Take(8).Select(a => a.Id.Nombre), recibidas.Select(r => r.Acta.Nombre).Order(StringComparer.Ordinal));
        Assert.All(recibidas, r => Assert.True(r.Bytes > 100_000));
    }

    [Fact]
    public async Task La_primera_que_no_se_puede_detiene_la_tanda_y_dice_por_que()
    {
        var e = EjemplosDeActa.Ayuntamientos();
        using var taller = new TallerDeImagenes(new(Obreros: 1, Comando: ObreroDePrueba.QueDiceOtraCosa));

        var hechas = await Dibujar(taller, e, 8, (_, _) => Assert.Fail("No había imagen que guardar."));

        Assert.Equal("imagen_no_se_pudo", hechas.Rechazo.Codigo);
    }

    private static Task<Prep.Dominio.Result<int>> Dibujar(TallerDeImagenes taller, EjemplosDeActa.Ejemplo e, int cuantas, Action<ActaId, byte[]> recibir) =>
        TandaDeImagenes.DibujarAsync(
            taller,
            e.Proceso,
            e.Eleccion,
            Enumerable.Range(0, cuantas).Select(i => new ActaPorDibujar(e.Eleccion.Actas[i], EjemplosDeActa.Datos(e, i))),
            (acta, jpeg, _) =>
            {
                recibir(acta, jpeg);
                return Task.CompletedTask;
            },
            default);
}
