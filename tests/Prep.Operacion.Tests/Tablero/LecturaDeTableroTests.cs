using FsCheck;
using FsCheck.Fluent;
using Prep.Datos.Tests;
using Prep.Operacion.Tablero;
using Prep.Operacion.Tests.Http;

namespace Prep.Operacion.Tests.Tablero;

public sealed class LecturaDeTableroTests(ClusterDePostgres cluster)
{
    private static readonly Gen<PasoDeNoche> _paso =
        from obra in Gen.Elements(NocheDePrueba.Obras)
        from acta in Gen.Choose(0, 2)
        from persona in Gen.Choose(0, 8)
        from valor in Gen.Choose(1, 2)
        from minutos in Gen.Choose(0, 9)
        select new PasoDeNoche(obra, acta, persona, valor, minutos);

    [Theory, MemberData(nameof(ServidorDePrueba.Bases), MemberType = typeof(ServidorDePrueba))]
    public void La_lectura_al_dia_dice_lo_mismo_que_leerlo_todo_de_nuevo(string @base) => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(@base == "sqlite" ? 25 : 6),
        Prop.ForAll(_paso.ListOf(60).Select(l => l.ToArray()).ToArbitrary(), pasos => AndarAsync(pasos, @base).GetAwaiter().GetResult()));

    private async Task AndarAsync(PasoDeNoche[] pasos, string @base)
    {
        await using var a = await AlmacenDePrueba.CrearAsync(postgres: @base == "postgres" ? await cluster.NuevaBaseAsync() : null, proceso: NocheDePrueba.Proceso());
        using LectorDeTablero lector = new(a.Almacen, a.Reloj, AjustesDeTablero.PorOmision);
        foreach (var (i, paso) in pasos.Index())
        {
            await NocheDePrueba.DarAsync(a, paso);
            if (i % 7 == 0 || i == pasos.Length - 1)
            {
                Assert.Equal(TableroIngenuo.Leer(a), TableroIngenuo.De(await lector.LeerAhoraAsync(default)));
            }
        }
    }
}
