using Prep.Dominio.Computo;
using Prep.Publicacion.Comprobacion;
using Prep.Publicacion.Formatos;
using Prep.Publicacion.Tests.Formatos.Forasteros;

namespace Prep.Publicacion.Tests.Formatos;

/// <summary>Files of institutes that the project never saw: read, judged and counted as a naive model counts them.</summary>
public sealed class ForasterosTests
{
    public static TheoryData<string> Familia => Familias.Nombres;

    [Theory]
    [MemberData(nameof(Familia))]
    public void Un_archivo_ajeno_se_lee_y_pasa(string archivo)
    {
        var familia = Familias.Buscar(archivo);

        var informe = ComprobadorDeBase.Comprobar(archivo, familia.Bytes(NocheForastera.De(familia)));

        Assert.True(informe.IsOk, informe.IsOk ? "" : informe.Rechazo.Mensaje);
        Assert.Empty(informe.Value.Faltas);
        Assert.DoesNotContain(informe.Value.Avisos, a => a.Codigo is not ("limite_deducido" or "posterior_al_corte" or "palabra_en_lista_nominal"));
    }

    [Theory]
    [MemberData(nameof(Familia))]
    public void Las_13_cifras_son_las_del_modelo_ingenuo(string archivo)
    {
        var familia = Familias.Buscar(archivo);
        var actas = NocheForastera.De(familia);
        var hechos = CatalogoInferido.De(ArchivoOficial.Leer(archivo, familia.Bytes(actas)).Value).Value.Hechos;

        var cifras = Resultados.De(HechosEnCorte.De(hechos, hechos.CorteEn!.Value, ultimo: false)).Estado.Cifras;

        Assert.Empty(hechos.Faltas);
        Assert.Equal(ModeloForastero.Cifras(actas), cifras.Valores);
    }

    [Theory]
    [MemberData(nameof(Familia))]
    public void Una_cifra_cambiada_se_dice(string archivo)
    {
        var familia = Familias.Buscar(archivo);
        var actas = NocheForastera.De(familia);
        var bien = familia.Bytes(actas);
        var otras = actas.ToArray();
        var i = Array.FindIndex(otras, a => a.Cuenta && a.Tipo == 'B');

        // one vote more in a row, under the header of the untouched night
        otras[i] = otras[i] with { Votos = [otras[i].Votos[0] + 1, .. otras[i].Votos.Skip(1)] };
        var mal = Mezclar(familia, bien, familia.Bytes(otras));

        var faltas = ComprobadorDeBase.Comprobar(archivo, mal).Value.Faltas;
        Assert.Contains(faltas, f => f is { Codigo: "cifra_distinta", Campo: "TOTAL_VOTOS_C_CS" });
        Assert.All(faltas, f => Assert.True(f is { Linea: > 0, Columna: > 0 }));
    }

    // The preamble of one file over the rows of the other.
    private static byte[] Mezclar(Familia familia, byte[] deCifras, byte[] deRenglones)
    {
        var marca = familia.Codificacion == "UTF-16" ? System.Text.Encoding.Unicode.GetBytes("CLAVE_CASILLA") : "CLAVE_CASILLA"u8.ToArray();
        return [.. deCifras[..deCifras.AsSpan().IndexOf(marca)], .. deRenglones[deRenglones.AsSpan().IndexOf(marca)..]];
    }
}
