using Prep.Dominio.Actas;
using Prep.Dominio.Catalogo;
using Prep.Dominio.Contabilizacion;
using Prep.Publicacion.Formatos;
using Prep.Simulador.Repeticion;

namespace Prep.Simulador.Tests.Repeticion;

/// <summary>Each reason of the closed list on a real row of Oaxaca 2022; the same question on a clean row has no answer.</summary>
[Trait("Regla", "R-01")]
public sealed class ExplicadorDeCeldaTests
{
    private static readonly CatalogoInferido Oaxaca = CatalogoInferido.De(
        ArchivoOficial.Leer(Path.Combine(Raiz.Datos, "reales", "20220606_1500_PREP_GUB_OAX", "OAX_GUB_2022.csv")).Value).Value;

    private static readonly Hecho Limpia = Primera(h => h.Clase == ClaseDeHecho.Capturada && h.Publicado.Observacion.Observacion == Observacion.Ninguna
        && h.AcopioEn <= h.CapturaEn && h.CapturaEn <= h.VerificacionEn && h.Codigo is not null && h.Origen is not null && h.Medio is not null);

    [Fact]
    public void Sin_causa_conocida_no_hay_razon()
    {
        foreach (var campo in new[] { "ListaNominal", "Acopio", "Captura", "Verificacion", "Origen", "Digitalizacion", "Nulos", "Sacados", "voto:PAN" })
        {
            Assert.Null(ExplicadorDeCelda.DeCelda(Fila(Limpia), campo, "1", "2"));
        }

        Assert.Null(ExplicadorDeCelda.DeCelda(Fila(Limpia), "Codigo", new string('a', 64), new string('b', 64)));
    }

    [Fact]
    public void REGLA_el_original_cuenta_un_acta_que_es_toda_sin_dato()
    {
        var fila = Fila(Primera(h => h.Id.ClaveActa.StartsWith("200347B0100", StringComparison.Ordinal)));

        Assert.Equal(Contabilizada.No, fila.Nuestro!.Conteo.Contabilizada);
        Assert.Equal(Razon.REGLA, ExplicadorDeCelda.DeCelda(fila, "Contabilizada", "1", "0"));
    }

    [Fact]
    public void CONTRADICCION_contabilizada_y_excede_a_la_vez()
    {
        var publicado = Limpia.Publicado with { Observacion = Limpia.Publicado.Observacion with { Observacion = Observacion.ExcedeListaNominal } };

        Assert.True(ExplicadorDeCelda.SeContradice(Limpia with { Publicado = publicado }));
        Assert.False(ExplicadorDeCelda.SeContradice(Limpia));
        Assert.Equal(Razon.CONTRADICCION, ExplicadorDeCelda.DeCelda(Fila(Limpia with { Publicado = publicado }), "Observaciones", "EXCEDE", "-"));
    }

    [Fact]
    public void SIN_FECHA_un_sin_acta_que_el_original_no_fecha() =>
        Assert.Equal(Razon.SIN_FECHA, ExplicadorDeCelda.DeExistencia(Fila(Primera(h => h.Clase == ClaseDeHecho.SinActa && h.VerificacionEn is null)) with { Nuestro = null }));

    [Fact]
    public void ORDEN_DE_TIEMPO_acopio_posterior_a_la_captura() =>
        Assert.Equal(Razon.ORDEN_DE_TIEMPO, ExplicadorDeCelda.DeCelda(Fila(Primera(h => h.AcopioEn > h.CapturaEn)), "Acopio", "2022-06-05 21:00:00", "2022-06-05 20:59:59"));

    [Fact]
    public void PALABRA_EN_LISTA_NOMINAL_la_palabra_de_los_votos_la_cubre() =>
        Assert.Equal(Razon.PALABRA_EN_LISTA_NOMINAL, ExplicadorDeCelda.DeCelda(Fila(Primera(h => h.Publicado.PalabraEnListaNominal)), "ListaNominal", "SIN ACTA", "512"));

    [Fact]
    public void TEXTO_AJENO_los_nombres_no_se_deducen() => Assert.Equal(Razon.TEXTO_AJENO, ExplicadorDeCelda.DeCelda(Fila(Limpia), "Distrito", "ACATLAN", "ACATLAN DE PEREZ"));

    [Fact]
    public void IMAGEN_la_nuestra_es_dibujada()
    {
        var fila = Fila(Limpia);
        var dibujada = fila with { Nuestro = fila.Nuestro! with { Imagen = new(CodigoDeIntegridad.De("dibujo"u8), Origen.Catd, Medio.Escaner) } };

        Assert.Equal(Razon.IMAGEN, ExplicadorDeCelda.DeCelda(dibujada, "Codigo", new string('a', 64), new string('b', 64)));
    }

    private static Hecho Primera(Func<Hecho, bool> cumple) => Oaxaca.Hechos.Actas.First(h => h is not null && cumple(h))!;

    private static FilaEnDisputa Fila(Hecho hecho)
    {
        var acta = Oaxaca.Eleccion.BuscarActa(hecho.Id)!;
        var registro = hecho.Datos is { } datos
            ? new RegistroDeActa(acta.Id, 1, new Contenido.Capturada(datos), ReglaContabilizacion.Decidir(datos, acta.Casilla, Oaxaca.Eleccion.Ajustes),
                hecho.Codigo is { } codigo ? new(codigo, hecho.Origen, hecho.Medio, Ajena: true) : null, hecho.Documento, hecho.AcopioEn, hecho.CapturaEn, hecho.VerificacionEn ?? Oaxaca.Hechos.CorteEn!.Value)
            : null;
        return new(Oaxaca.Eleccion, acta, Oaxaca.Hechos.CorteEn!.Value, hecho, hecho, registro, new Dictionary<string, string>());
    }
}
