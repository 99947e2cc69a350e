using Prep.Datos.Cortes;
using Prep.Dominio.Actas;
using Prep.Dominio.Catalogo;
using Prep.Dominio.Contabilizacion;
using Prep.Operacion.Acopio;
using Prep.Operacion.Identificacion;
using Prep.Operacion.Publicacion;

namespace Prep.Operacion.Tests;

public sealed class CaminoDeUnActaTests
{
    private static readonly PublicarCorte _publica = (_, _) => Task.FromResult<Dominio.Result<IReadOnlyList<EleccionId>>>(Array.Empty<EleccionId>());

    [Fact]
    public async Task Un_acta_va_de_la_bolsa_al_corte()
    {
        await using var a = await AlmacenDePrueba.CrearAsync();
        (await RegistrarBolsa.EjecutarAsync(new([new(a.Acta())]), a.Como("acopio"), default)).Debe();
        await a.ImagenAsync(a.Acta());
        (await a.CapturarAsync("ana", AlmacenDePrueba.Valores())).Debe();
        a.Reloj.Avanzar(TimeSpan.FromMinutes(1));
        (await a.CapturarAsync("beto", AlmacenDePrueba.Valores())).Debe();

        LectorDeCorte lector = new(a.Almacen);
        var corte = (await HacerCorte.EjecutarAsync(new(a.Reloj.Ahora), lector, _publica, a.Como("corte"), default)).Debe().Corte;

        var registro = corte.Elecciones[0].Registros[0]!;
        Assert.Equal(100, registro.Datos!.Votos[0].Valor);
        Assert.Equal(Contabilizada.Si, registro.Conteo.Contabilizada);
        Assert.Equal(a.Reloj.Ahora, registro.VerificadaEn);
        Assert.Equal(a.Reloj.Ahora.AddMinutes(-1), registro.CapturaEn);
        Assert.Equal(registro, Assert.Single(corte.Elecciones[0].Agregadas));

        a.Reloj.Avanzar(TimeSpan.FromMinutes(20));
        (await SinActa.ProponerAsync(new([a.Acta(1)], MotivoSinActa.PaqueteNoEntregado), a.Como("acopio"), default)).Debe();
        (await SinActa.ConfirmarAsync(new([a.Acta(1)], MotivoSinActa.PaqueteNoEntregado), a.Como("super"), default)).Debe();
        var fc = await a.ImagenAsync(null, "otra");
        Assert.False((await FueraDeCatalogo.EjecutarAsync(fc.Imagen, a.Proceso.Dip().Id, a.Como("digi"), default)).Debe().Resuelta);
        Assert.Equal("FC-0001", (await FueraDeCatalogo.EjecutarAsync(fc.Imagen, a.Proceso.Dip().Id, a.Como("digi2"), default)).Debe().Acta!.Value.ClaveActa);

        var segundo = (await HacerCorte.EjecutarAsync(new(a.Reloj.Ahora), lector, _publica, a.Como("corte"), default)).Debe().Corte;
        Assert.Equal(registro, segundo.Elecciones[0].Registros[0]);
        Assert.IsType<Contenido.SinActa>(segundo.Elecciones[0].Registros[1]!.Contenido);
        Assert.Single(segundo.Elecciones[0].FueraDeCatalogo);
        Assert.Equal(2, segundo.Elecciones[0].Agregadas.Count);
        var rehecho = await new LectorDeCorte(a.Almacen).RehacerAsync(segundo.Id, default);
        Assert.Equal(segundo.RaizDeBitacora, rehecho!.RaizDeBitacora);
        Assert.Equal(segundo.Elecciones[0].Registros, rehecho.Elecciones[0].Registros);
        Assert.Equal(segundo.Elecciones[0].Agregadas, rehecho.Elecciones[0].Agregadas);
    }
}
