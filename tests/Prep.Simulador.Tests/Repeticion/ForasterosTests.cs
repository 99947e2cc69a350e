using Prep.Datos;
using Prep.Dominio.Actas;
using Prep.Dominio.Contabilizacion;
using Prep.Dominio.Cortes;
using Prep.Publicacion.Formatos;
using Prep.Publicacion.Paquete;
using Prep.Publicacion.Tests.Formatos.Forasteros;
using Prep.Simulador.Repeticion;

namespace Prep.Simulador.Tests.Repeticion;

/// <summary>Files of institutes that the project never saw, replayed: nothing unexplained, and reasons only where the layout gives cause.</summary>
public sealed class ForasterosTests
{
    public static TheoryData<string> Familia => Familias.Nombres;

    [Theory]
    [MemberData(nameof(Familia))]
    [Trait("Regla", "R-01")]
    public void Un_archivo_ajeno_se_repite_sin_nada_inexplicado(string archivo)
    {
        var inferido = Inferir(archivo, out _);

        var comparacion = ComoCorte(inferido, inferido.Hechos);

        Assert.DoesNotContain(comparacion.Diferencias, d => d.Razon is null);
        Assert.All(comparacion.Cifras, c => Assert.True(c.Igual, $"{c.Nombre}: {c.Nuestra} y {c.Original}"));
        // Sin acta is never dated; nothing else of these files may need a reason.
        Assert.DoesNotContain(comparacion.Diferencias, d => d.Razon is not (Razon.SIN_FECHA or Razon.TEXTO_AJENO or Razon.IMAGEN));
        Assert.True(comparacion.Diferencias.Count(d => d.ClaveActa.StartsWith("FC-", StringComparison.Ordinal)) == comparacion.Diferencias.Count,
            string.Join('\n', comparacion.Diferencias.Take(5)));
    }

    [Theory]
    [InlineData("PRES_2018.csv")]
    [InlineData("PUE_DIP_LOC_2024.csv")]
    [InlineData("NL_AYU_2021.csv")]
    public async Task Por_los_casos_de_uso_sale_lo_mismo(string archivo)
    {
        var carpeta = Directory.CreateTempSubdirectory("prep-forastero-").FullName;
        try
        {
            var ruta = Path.Combine(carpeta, archivo);
            var familia = Familias.Buscar(archivo);
            await File.WriteAllBytesAsync(ruta, familia.Bytes(NocheForastera.De(familia)), TestContext.Current.CancellationToken);
            var plan = LecturaDePlan.Leer(new(ruta, null, null, null, [], false), []).Value;
            await using var almacen = await Almacen.AbrirAsync(new(carpeta), TimeProvider.System, TestContext.Current.CancellationToken);
            using var clave = ClaveDeFirma.AbrirOCrear(Path.Combine(carpeta, "claves"));
            var salida = Path.Combine(carpeta, "salida");
            var publicador = new Publicador(salida, clave, TimeProvider.System, new());

            var resultado = await new Repetidor(almacen, publicador, salida, _ => null, (_, _, _) => { }).EjecutarAsync(plan, TestContext.Current.CancellationToken);

            Assert.True(resultado.IsOk, resultado.IsOk ? "" : resultado.Rechazo.Mensaje);
            Assert.DoesNotContain(resultado.Value.Comparaciones.SelectMany(c => c.Diferencias), d => d.Razon is null);
            Assert.All(Assert.Single(resultado.Value.Comparaciones).Cifras, c => Assert.True(c.Igual, $"{c.Nombre}: {c.Nuestra} y {c.Original}"));
            Assert.Empty(Prep.Publicacion.Comprobacion.Comprobador.Comprobar(salida, new(), TestContext.Current.CancellationToken).Value.Faltas);
        }
        finally
        {
            Directory.Delete(carpeta, true);
        }
    }

    [Fact]
    public void Un_voto_nuestro_de_mas_no_lo_explica_nada()
    {
        var inferido = Inferir("TAMPS_GUB_2022.csv", out _);
        var instante = inferido.Hechos.CorteEn!.Value;
        var buena = HechosEnCorte.De(inferido.Hechos, instante, false);
        var i = buena.Registros.ToList().FindIndex(r => r is { Conteo.Contabilizada: Contabilizada.Si, Conteo.Observacion: 0 });
        var datos = buena.Registros[i]!.Datos!;
        var otros = new DatosDeActa(datos.Sobrantes, datos.Personas, datos.Representantes, datos.Sacados, [Cantidad.Numero(datos.Votos[0].Suma + 1), .. datos.Votos.Skip(1)], datos.TotalAsentado);
        var mala = buena with { Registros = [.. buena.Registros.Select((r, n) => n == i ? r! with { Contenido = new Contenido.Capturada(otros) } : r)] };

        var sin = Comparar(inferido, mala, inferido.Hechos).Diferencias.Where(d => d.Razon is null).Select(d => d.Campo).ToArray();

        Assert.Superset(new HashSet<string> { "voto:PAN", "Calculado", "TOTAL_VOTOS_C_CS", "TOTAL_VOTOS_S_CS" }, sin.ToHashSet());
    }

    [Fact]
    public void Un_acta_nuestra_mal_contada_no_la_explica_nada()
    {
        var inferido = Inferir("TAMPS_GUB_2022.csv", out _);
        var buena = HechosEnCorte.De(inferido.Hechos, inferido.Hechos.CorteEn!.Value, false);
        var i = buena.Registros.ToList().FindIndex(r => r is { Conteo.Contabilizada: Contabilizada.Si });
        var mala = buena with { Registros = [.. buena.Registros.Select((r, n) => n == i ? r! with { Conteo = new(Contabilizada.No, Observacion.ExcedeListaNominal) } : r)] };

        var sin = Comparar(inferido, mala, inferido.Hechos).Diferencias.Where(d => d.Razon is null).Select(d => d.Campo).ToArray();

        Assert.Contains("Contabilizada", sin);
        Assert.Contains("ACTAS_CONTABILIZADAS", sin);
        Assert.Contains("PORCENTAJE_ACTAS_CONTABILIZADAS", sin);
        Assert.Contains("LISTA_NOMINAL_ACTAS_CONTABILIZADAS", sin);
    }

    // A file of another corte: rows in another order, one acta corrected since, one lista known only there.
    [Theory]
    [InlineData("GTO_AYUN_2021.csv")]
    [InlineData("NL_AYU_2021.csv")]
    [InlineData("CDMX_DIP_2024.csv")]
    [InlineData("PRES_2024.csv")]
    public void Otro_archivo_en_otro_orden_y_con_un_voto_corregido(string archivo)
    {
        var familia = Familias.Buscar(archivo);
        var actas = NocheForastera.De(familia).ToArray();
        var inferido = CatalogoInferido.De(ArchivoOficial.Leer(archivo, familia.Bytes(actas)).Value).Value;
        var i = Array.FindIndex(actas, a => a is { Cuenta: true, Alguno: false } && a.Votos[0] > 0);
        actas[i] = actas[i] with { Votos = [actas[i].Votos[0] - 1, .. actas[i].Votos.Skip(1)] };
        var otro = ArchivoOficial.Leer(archivo, familia.Bytes([.. actas.Where(a => a.Suerte != Suerte.Fuera).Reverse(), .. actas.Where(a => a.Suerte == Suerte.Fuera)])).Value;
        var contra = LectorDeHechos.Leer(otro, inferido.Eleccion, inferido.Proceso.Calendario.Zona);

        var comparacion = ComoCorte(inferido, contra);

        Assert.Empty(contra.Faltas);
        Assert.DoesNotContain(comparacion.Diferencias, d => d.Razon is null);
        var distintas = comparacion.Diferencias.Where(d => d.Razon == Razon.CONTRADICCION && d.ClaveActa.Length > 0).ToArray();
        Assert.Contains(distintas, d => d.Campo == $"voto:{familia.Votos[0]}");
        Assert.Single(distintas.Select(d => d.ClaveActa).Distinct());
        Assert.Equal([distintas[0].ClaveActa], comparacion.Cifras.Single(c => c.Nombre == "TOTAL_VOTOS_C_CS").Razones.Single().Actas);
    }

    // Outside the catalogue by one cell and counted by another; twice the same row; an especial without lista; keys in lower case.
    [Fact]
    public void Lo_que_se_contradice_se_dice_y_lo_que_no_se_escribe_se_deduce()
    {
        var familia = Familias.Buscar("TAMPS_GUB_2022.csv") with { Clave = c => c.ToLowerInvariant() };
        var actas = NocheForastera.De(familia).Select(a => a.Tipo == 'S' ? a with { Lista = null } : a).ToList();
        var texto = System.Text.Encoding.UTF8.GetString(familia.Bytes([.. actas, actas.First(a => a is { Suerte: Suerte.Fuera, SinCodigo: false })]));
        var bytes = System.Text.Encoding.UTF8.GetBytes(texto.Replace("Fuera de catálogo,2,-,-", "Fuera de catálogo,0,-,-", StringComparison.Ordinal));
        var inferido = CatalogoInferido.De(ArchivoOficial.Leer(familia.Archivo, bytes).Value).Value;

        var comparacion = ComoCorte(inferido, inferido.Hechos);

        Assert.DoesNotContain(comparacion.Diferencias, d => d.Razon is null);
        Assert.Equal(Razon.CONTRADICCION, comparacion.Diferencias.Single(d => d.Campo == "Contabilizada").Razon);
        Assert.Equal(3, comparacion.Diferencias.Count(d => d is { Campo: "ListaNominal", Razon: Razon.REGLA }));
    }

    [Fact]
    public void La_lista_que_cubre_una_palabra_se_toma_del_otro_archivo()
    {
        var carpeta = Directory.CreateTempSubdirectory("prep-forastero-").FullName;
        try
        {
            var (uno, otro) = (Path.Combine(carpeta, "20210607_0800_TAMPS_GUB_2022.csv"), Path.Combine(carpeta, "otro.csv"));
            var familia = Familias.Buscar("TAMPS_GUB_2022.csv") with { Fecha = "" };
            var actas = NocheForastera.De(familia);
            File.WriteAllBytes(otro, familia.Bytes(actas));
            File.WriteAllBytes(uno, (familia with { NoAplica = "Sin acta" }).Bytes([.. actas.Select(a => a.Suerte == Suerte.SinActa ? a with { Lista = null } : a)]));

            var plan = LecturaDePlan.Leer(new(uno, null, null, null, [$"2021-06-07T08:00={otro}"], false), []).Value;

            Assert.Equal(actas.Where(a => a.Suerte != Suerte.Fuera).Select(a => a.Lista), plan.Eleccion.Actas.Select(a => a.Casilla.ListaNominal));
            Assert.Equal("20210607_0800", CorteId.De(plan.Cortes[0], plan.Proceso.Calendario.Zona).Valor);
        }
        finally
        {
            Directory.Delete(carpeta, true);
        }
    }

    private static CatalogoInferido Inferir(string archivo, out byte[] bytes)
    {
        var familia = Familias.Buscar(archivo);
        bytes = familia.Bytes(NocheForastera.De(familia));
        return CatalogoInferido.De(ArchivoOficial.Leer(archivo, bytes).Value).Value;
    }

    private static Comparacion ComoCorte(CatalogoInferido inferido, Hechos originales)
    {
        return Comparar(inferido, HechosEnCorte.De(inferido.Hechos, originales.CorteEn!.Value, ultimo: false), originales);
    }

    private static Comparacion Comparar(CatalogoInferido inferido, CorteDeEleccion nuestra, Hechos originales) => Comparador.Comparar(
        new(inferido.Proceso, CorteId.De(nuestra.InstanteEn, inferido.Proceso.Calendario.Zona), nuestra.InstanteEn, false, [nuestra]), nuestra, originales, inferido.Hechos);
}
