using Prep.Datos.Bases;

namespace Prep.Datos.Tests;

public sealed class TurnoTests
{
    [Fact]
    public async Task Pasan_de_uno_en_uno_y_en_el_orden_en_que_llegaron()
    {
        Turno turno = new();
        await turno.TomarAsync();
        List<int> orden = [];
        var dentro = 0;
        var esperas = Enumerable.Range(0, 50).Select(i => EntrarAsync(turno.TomarAsync(), i)).ToArray();
        turno.Soltar();
        await Task.WhenAll(esperas);
        Assert.Equal(Enumerable.Range(0, 50), orden);

        async Task EntrarAsync(Task toma, int i)
        {
            await toma;
            Assert.Equal(1, Interlocked.Increment(ref dentro));
            orden.Add(i);
            await Task.Yield();
            Interlocked.Decrement(ref dentro);
            turno.Soltar();
        }
    }
}
