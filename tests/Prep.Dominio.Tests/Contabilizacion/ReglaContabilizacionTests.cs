using Prep.Dominio.Actas;
using Prep.Dominio.Catalogo;
using Prep.Dominio.Contabilizacion;

namespace Prep.Dominio.Tests.Contabilizacion;

public sealed class ReglaContabilizacionTests
{
    [Theory, Trait("Regla", "C-02")]
    [InlineData("1 2 3", Contabilizada.Si, Observacion.Ninguna)]
    [InlineData("0 0 0", Contabilizada.Si, Observacion.Ninguna)]                          // zeros are data
    [InlineData("1 S 3", Contabilizada.Si, Observacion.AlgunoSinDato)]
    [InlineData("1 I 3", Contabilizada.Si, Observacion.AlgunoIlegible)]
    [InlineData("1 I S", Contabilizada.Si, Observacion.AlgunoIlegible | Observacion.AlgunoSinDato)]
    [InlineData("0 S S", Contabilizada.Si, Observacion.AlgunoSinDato)]                    // one legible zero is enough
    [InlineData("S S S", Contabilizada.No, Observacion.TodosVacios)]
    [InlineData("I I I", Contabilizada.No, Observacion.TodosIlegibles)]
    [InlineData("I S I", Contabilizada.No, Observacion.TodosIlegiblesOVacios)]
    [InlineData("101 0 0", Contabilizada.No, Observacion.ExcedeListaNominal)]
    [InlineData("101 S 0", Contabilizada.No, Observacion.ExcedeListaNominal | Observacion.AlgunoSinDato)]
    [InlineData("101 I 0", Contabilizada.No, Observacion.ExcedeListaNominal | Observacion.AlgunoIlegible)]
    [InlineData("101 I S", Contabilizada.No, Observacion.ExcedeListaNominal | Observacion.AlgunoIlegible | Observacion.AlgunoSinDato)]
    [InlineData("N 5 S", Contabilizada.Si, Observacion.AlgunoSinDato)]                    // a row not printed is nobody's omission
    [InlineData("N S S", Contabilizada.No, Observacion.TodosVacios)]
    [InlineData("N I I", Contabilizada.No, Observacion.TodosIlegibles)]
    public void Con_limite_de_100_votos(string votos, Contabilizada contabilizada, Observacion observacion) =>
        Assert.Equal(new Conteo(contabilizada, observacion), ReglaContabilizacion.Decidir(Caso.Datos(votos), 100));

    [Theory, Trait("Regla", "C-02")]
    [InlineData(0)]
    [InlineData(-1)]
    public void Los_casos_sin_dato_legible_ganan_al_exceso(int maximo)
    {
        Assert.Equal(Observacion.TodosVacios, ReglaContabilizacion.Decidir(Caso.Datos("S S"), maximo).Observacion);
        Assert.Equal(Observacion.TodosIlegibles, ReglaContabilizacion.Decidir(Caso.Datos("I I"), maximo).Observacion);
        Assert.Equal(Observacion.TodosIlegiblesOVacios, ReglaContabilizacion.Decidir(Caso.Datos("I S"), maximo).Observacion);
    }

    [Theory, Trait("Regla", "C-02")]
    [InlineData("750 0", true)]      // exactly lista nominal + representantes is counted
    [InlineData("751 0", false)]
    [InlineData("0 751", false)]     // nulos add to the sum
    public void Con_lista_de_700_y_50_representantes(string votos, bool seContabiliza) =>
        Assert.Equal(seContabiliza, ReglaContabilizacion.Decidir(Caso.Datos(votos), Caso.Casilla(), AjustesDeEleccion.PorOmision).Contabilizada == Contabilizada.Si);

    [Fact, Trait("Regla", "C-02")]
    public void Sin_limite_todo_numero_se_contabiliza() =>
        Assert.Equal(new Conteo(Contabilizada.Si, Observacion.Ninguna), ReglaContabilizacion.Decidir(Caso.Datos("9999 9999"), null));

    [Theory, Trait("Regla", "C-06")]
    [InlineData("S")]
    [InlineData("I")]
    public void Una_palabra_fuera_de_los_votos_no_tiene_efecto(string palabra)
    {
        var campo = Caso.Cantidad(palabra);
        var datos = new DatosDeActa(campo, campo, campo, campo, Caso.Cantidades("1 2 3"), campo);

        Assert.Equal(new Conteo(Contabilizada.Si, Observacion.Ninguna), ReglaContabilizacion.Decidir(datos, 100));
    }

    [Theory, Trait("Regla", "C-07")]
    [InlineData(MotivoSinActa.PaqueteNoEntregado, Observacion.SinActaPaqueteNoEntregado)]
    [InlineData(MotivoSinActa.CasillaNoInstalada, Observacion.SinActaCasillaNoInstalada)]
    [InlineData(MotivoSinActa.PaqueteEntregadoSinBolsa, Observacion.SinActaPaqueteSinBolsa)]
    public void Sin_acta_no_se_contabiliza_ni_es_inconsistencia(MotivoSinActa motivo, Observacion observacion)
    {
        var conteo = ReglaContabilizacion.Decidir(motivo);

        Assert.Equal(new Conteo(Contabilizada.No, observacion), conteo);
        Assert.False(conteo.Observacion.EsInconsistencia());
    }

    [Fact, Trait("Regla", "C-08")]
    public void Fuera_de_catalogo_no_se_contabiliza_ni_es_inconsistencia()
    {
        Assert.Equal(new Conteo(Contabilizada.FueraDeCatalogo, Observacion.FueraDeCatalogo), ReglaContabilizacion.FueraDeCatalogo);
        Assert.False(ReglaContabilizacion.FueraDeCatalogo.Observacion.EsInconsistencia());
    }

    [Theory, Trait("Regla", "F-08")]
    [InlineData(Observacion.AlgunoIlegible)]
    [InlineData(Observacion.AlgunoSinDato)]
    [InlineData(Observacion.ExcedeListaNominal)]
    [InlineData(Observacion.TodosIlegibles)]
    [InlineData(Observacion.TodosVacios)]
    [InlineData(Observacion.TodosIlegiblesOVacios)]
    public void Estas_observaciones_son_inconsistencias(Observacion observacion) => Assert.True(observacion.EsInconsistencia());

    [Fact, Trait("Regla", "F-08")]
    public void Toda_observacion_es_inconsistencia_sin_acta_o_fuera_de_catalogo()
    {
        var todas = Enum.GetValues<Observacion>().Aggregate((a, b) => a | b);

        Assert.Equal(Observaciones.DeInconsistencia | Observaciones.DeSinActa | Observacion.FueraDeCatalogo, todas);
        Assert.Equal(Observacion.Ninguna, Observaciones.DeInconsistencia & Observaciones.DeSinActa);
        Assert.False(Observacion.Ninguna.EsInconsistencia());
    }
}
