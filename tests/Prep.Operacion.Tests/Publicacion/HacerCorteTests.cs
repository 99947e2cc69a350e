using Prep.Datos;
using Prep.Datos.Cortes;
using Prep.Dominio;
using Prep.Dominio.Catalogo;
using Prep.Dominio.Cortes;
using Prep.Operacion.Publicacion;
using Prep.Publicacion.Paquete;

namespace Prep.Operacion.Tests.Publicacion;

public sealed class HacerCorteTests
{
    private static readonly Rechazo _ocupada = new("publicacion_ocupada", "…", ClaseDeRechazo.Conflicto);

    private static PublicarCorte Publica(List<Corte>? hechos = null, params string[] sinAvance) => (corte, _) =>
    {
        hechos?.Add(corte);
        return Task.FromResult<Result<IReadOnlyList<EleccionId>>>(sinAvance.Select(e => new EleccionId(e)).ToArray());
    };

    private static Task<Result<HacerCorte.Hecho>> CorteAsync(AlmacenDePrueba a, PublicarCorte publicar, LectorDeCorte? lector = null)
    {
        a.Reloj.Avanzar(TimeSpan.FromMinutes(1));
        return HacerCorte.EjecutarAsync(new(a.Reloj.Ahora), lector ?? a.Lector, publicar, a.Como("corte"), default);
    }

    private static async Task VerificarAsync(AlmacenDePrueba a, int i, int pan = 100)
    {
        var clave = Dominio.Actas.ClaveEscrita.De(a.Proceso.Dip().Actas[i].Casilla);
        await a.ImagenAsync(a.Acta(i));
        (await a.CapturarAsync("ana", AlmacenDePrueba.Valores(pan), clave)).Debe();
        (await a.CapturarAsync("beto", AlmacenDePrueba.Valores(pan), clave)).Debe();
    }

    [Fact]
    public async Task Lo_verificado_despues_del_instante_espera_al_siguiente()
    {
        await using var a = await AlmacenDePrueba.CrearAsync();
        await VerificarAsync(a, 0);
        var instante = a.Reloj.Ahora;
        a.Reloj.Avanzar(TimeSpan.FromTicks(10));
        await VerificarAsync(a, 1);
        var primero = (await HacerCorte.EjecutarAsync(new(instante), a.Lector, Publica(), a.Como("corte"), default)).Debe().Corte.Elecciones[0];
        Assert.Equal([true, false, false], primero.Registros.Select(r => r is not null));
        var segundo = (await CorteAsync(a, Publica())).Debe().Corte.Elecciones[0];
        Assert.Equal([true, true, false], segundo.Registros.Select(r => r is not null));
        Assert.Equal(a.Acta(1), Assert.Single(segundo.Agregadas).Id);
    }

    [Fact]
    public async Task Lo_que_se_confirma_tarde_con_hora_anterior_entra_en_el_siguiente()
    {
        await using var a = await AlmacenDePrueba.CrearAsync();
        (await CorteAsync(a, Publica())).Debe();
        a.Reloj.Avanzar(TimeSpan.FromSeconds(-30));
        await VerificarAsync(a, 0);
        a.Reloj.Avanzar(TimeSpan.FromSeconds(30));
        Assert.Equal(a.Acta(), Assert.Single((await CorteAsync(a, Publica())).Debe().Corte.Elecciones[0].Agregadas).Id);
    }

    [Fact]
    public async Task Un_corte_que_no_es_posterior_se_rechaza()
    {
        await using var a = await AlmacenDePrueba.CrearAsync();
        (await CorteAsync(a, Publica())).Debe();
        (await HacerCorte.EjecutarAsync(new(a.Reloj.Ahora), a.Lector, Publica(), a.Como("corte"), default)).Rechaza("corte_ya_hecho");
    }

    [Fact]
    public async Task Lo_que_agregaba_una_eleccion_sin_avance_va_en_el_siguiente()
    {
        await using var a = await AlmacenDePrueba.CrearAsync();
        await VerificarAsync(a, 0);
        Assert.Equal(["dip_loc"], (await CorteAsync(a, Publica(sinAvance: "dip_loc"))).Debe().SinAvance.Select(e => e.Valor));
        var siguiente = (await CorteAsync(a, Publica())).Debe().Corte.Elecciones[0];
        Assert.Equal(a.Acta(), Assert.Single(siguiente.Agregadas).Id);
        Assert.Empty((await CorteAsync(a, Publica())).Debe().Corte.Elecciones[0].Agregadas);
    }

    [Fact]
    public async Task El_que_no_se_pudo_publicar_sale_igual_antes_que_el_siguiente()
    {
        await using var a = await AlmacenDePrueba.CrearAsync();
        await VerificarAsync(a, 0);
        Corte? preparado = null;
        (await CorteAsync(a, (corte, _) =>
        {
            preparado = corte;
            return Task.FromResult<Result<IReadOnlyList<EleccionId>>>(_ocupada);
        })).Rechaza("publicacion_ocupada");
        await VerificarAsync(a, 1);
        List<Corte> hechos = [];
        (await CorteAsync(a, Publica(hechos), new LectorDeCorte(a.Almacen))).Debe();
        Assert.Equal(2, hechos.Count);
        Assert.Equal((preparado!.Id, preparado.InstanteEn, preparado.RaizDeBitacora), (hechos[0].Id, hechos[0].InstanteEn, hechos[0].RaizDeBitacora));
        Assert.Equal(preparado.Elecciones[0].Registros, hechos[0].Elecciones[0].Registros);
        Assert.Equal(preparado.Elecciones[0].Agregadas, hechos[0].Elecciones[0].Agregadas);
        Assert.Equal(a.Acta(1), Assert.Single(hechos[1].Elecciones[0].Agregadas).Id);
    }

    [Fact]
    public async Task Muerto_despues_de_publicar_y_antes_de_marcar_se_marca_al_arrancar()
    {
        await using var a = await AlmacenDePrueba.CrearAsync();
        var carpeta = Directory.CreateTempSubdirectory("prep-");
        try
        {
            await VerificarAsync(a, 0);
            using var clave = ClaveDeFirma.AbrirOCrear(Path.Combine(carpeta.FullName, "claves"));
            var publicacion = Path.Combine(carpeta.FullName, "publicacion");
            var publicar = PublicarEnCarpeta.Con(new Publicador(publicacion, clave, a.Reloj, new()), publicacion, a.Almacen);
            await Assert.ThrowsAsync<InvalidOperationException>(() => CorteAsync(a, async (corte, ct) =>
            {
                (await publicar(corte, ct)).Debe();
                throw new InvalidOperationException("muerto");
            }));
            var actual = await File.ReadAllTextAsync(Path.Combine(publicacion, "actual.json"));

            Assert.Equal(1, (await CortePendiente.TerminarAsync(new(a.Almacen), publicar, a.Como("corte"), default)).Debe());
            Assert.Equal(actual, await File.ReadAllTextAsync(Path.Combine(publicacion, "actual.json")));
            Assert.Equal(0, (await CortePendiente.TerminarAsync(new(a.Almacen), publicar, a.Como("corte"), default)).Debe());
            (await CorteAsync(a, publicar)).Debe();
        }
        finally
        {
            carpeta.Delete(recursive: true);
        }
    }
}
