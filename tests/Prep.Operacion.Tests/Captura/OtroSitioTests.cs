using System.Text.Json;
using Prep.Datos.Filas;
using Prep.Datos.Tests;
using Prep.Dominio.Actas;
using Prep.Operacion.Captura;
using Prep.Operacion.Tests.Http;

namespace Prep.Operacion.Tests.Captura;

/// <summary>The second capture goes rather to another CATD or CCV than the first; never at the price of nobody doing it.</summary>
[Trait("Regla", "A-02")]
public sealed class OtroSitioTests(ClusterDePostgres cluster)
{
    private async Task<AlmacenDePrueba> ConColaAsync(string @base, int actas)
    {
        var a = await AlmacenDePrueba.CrearAsync(casillas: actas, postgres: @base == "postgres" ? await cluster.NuevaBaseAsync() : null);
        for (var i = 0; i < actas; i++)
        {
            await a.ImagenAsync(a.Acta(i), $"imagen {i}");
            a.Reloj.Avanzar(TimeSpan.FromMinutes(1));
        }

        return a;
    }

    private static async Task<(long Acta, TomarActa.ActaTomada Tomada)> TomarAsync(AlmacenDePrueba a, string persona, string sitio)
    {
        var tomada = (await TomarActa.EjecutarAsync(a.Como(persona) with { Sitio = sitio }, default)).Debe();
        return ((await a.Almacen.Base.LeerAsync(tx => TurnoFila.LeerSinBloqueoAsync(tx, tomada.Turno), default))!.Acta, tomada);
    }

    private static async Task<long> CapturarAsync(AlmacenDePrueba a, string persona, string sitio)
    {
        var (acta, tomada) = await TomarAsync(a, persona, sitio);
        var clave = ClaveEscrita.De(a.Proceso.Dip().Actas[(int)acta - 1].Casilla);
        var valores = AlmacenDePrueba.Valores();
        (await CapturarActa.EjecutarAsync(new(tomada.Turno, clave, [.. tomada.Campos.Select(f => Cantidad.DeCodigo(valores[f.Campo]))]), a.Como(persona) with { Sitio = sitio }, default)).Debe();
        return acta;
    }

    [Theory, MemberData(nameof(ServidorDePrueba.Bases), MemberType = typeof(ServidorDePrueba))]
    public async Task Se_prefiere_la_que_nadie_de_ese_sitio_ha_tenido(string @base)
    {
        await using var a = await ConColaAsync(@base, 2);
        Assert.Equal(1, await CapturarAsync(a, "ana", "CCV-1"));
        Assert.Equal(2, (await TomarAsync(a, "beto", "CCV-1")).Acta);
        Assert.Equal(1, (await TomarAsync(a, "caro", "CATD-05")).Acta);

        // What is left was begun at this site: better here than nowhere.
        Assert.Equal(2, (await TomarAsync(a, "dora", "CCV-1")).Acta);
    }

    [Theory, MemberData(nameof(ServidorDePrueba.Bases), MemberType = typeof(ServidorDePrueba))]
    public async Task Con_un_solo_sitio_o_sin_decirlo_la_cola_avanza_en_su_orden(string @base)
    {
        await using var a = await ConColaAsync(@base, 1);
        Assert.Equal(1, await CapturarAsync(a, "ana", "CCV-1"));
        Assert.Equal(1, await CapturarAsync(a, "beto", "CCV-1"));
        await using var sinSitio = await ConColaAsync(@base, 2);
        Assert.Equal(1, await CapturarAsync(sinSitio, "ana", ""));
        Assert.Equal(1, await CapturarAsync(sinSitio, "beto", ""));
    }

    [Theory, MemberData(nameof(ServidorDePrueba.Bases), MemberType = typeof(ServidorDePrueba))]
    public async Task La_preferencia_solo_mira_la_cabeza_de_la_cola(string @base)
    {
        await using var a = await ConColaAsync(@base, TurnoFila.Vista + 1);
        for (var i = 1; i <= TurnoFila.Vista; i++)
        {
            Assert.Equal(i, await CapturarAsync(a, "ana", "CCV-1"));
        }

        Assert.Equal(1, (await TomarAsync(a, "beto", "CCV-1")).Acta);
    }

    [Fact]
    public async Task Lo_que_recibe_el_captor_tiene_la_misma_forma_en_las_dos_rondas()
    {
        await using var a = await ConColaAsync("sqlite", 1);
        var primera = (await TomarAsync(a, "ana", "CCV-1")).Tomada;
        var segunda = (await TomarAsync(a, "beto", "CATD-05")).Tomada;
        Assert.Equal(Forma(primera), Forma(segunda));

        static string Forma(TomarActa.ActaTomada tomada) => JsonSerializer.Serialize(tomada with { Turno = "" });
    }
}
