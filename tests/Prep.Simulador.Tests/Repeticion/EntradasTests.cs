using System.IO.Compression;
using System.Text;
using Prep.Dominio;
using Prep.Dominio.Cortes;
using Prep.Publicacion.Formatos;
using Prep.Publicacion.Tests.Formatos.Forasteros;
using Prep.Simulador.Repeticion;

namespace Prep.Simulador.Tests.Repeticion;

/// <summary>What a person may hand to <c>repetir</c> besides one clean CSV.</summary>
public sealed class EntradasTests : IDisposable
{
    private const string Archivo = "TAMPS_GUB_2022.csv";
    private const string Instante = "2021-06-07T08:00";

    private static readonly Familia _familia = Familias.Buscar(Archivo);
    private static readonly Acta[] _actas = [.. NocheForastera.De(_familia)];

    private readonly string _carpeta = Directory.CreateTempSubdirectory("prep-entradas-").FullName;

    public void Dispose() => Directory.Delete(_carpeta, recursive: true);

    [Fact]
    public void Un_ZIP_con_una_sola_base_se_lee()
    {
        var ruta = Zip("uno.zip", ("PREP/" + Archivo, _familia.Bytes(_actas)), ("PREP/TAMPS_GUB_CANDIDATURAS_2022.csv", "x"u8.ToArray()), ("PREP/LEEME.txt", "x"u8.ToArray()));

        Assert.Equal(Plan(Suelto()).Value.Eleccion.Actas.Count, Plan(ruta).Value.Eleccion.Actas.Count);
    }

    [Fact]
    public void Un_ZIP_de_un_ZIP_con_una_sola_base_se_lee() =>
        Assert.True(Plan(Zip("fuera.zip", ("dentro.zip", File.ReadAllBytes(Zip("dentro.zip", (Archivo, _familia.Bytes(_actas))))))).IsOk);

    [Fact]
    public void Un_ZIP_con_dos_bases_se_rechaza_y_las_nombra()
    {
        var rechazo = Plan(Zip("dos.zip", ("A_GUB_2022.csv", _familia.Bytes(_actas)), ("B_AYUN_2022.csv", _familia.Bytes(_actas)))).Rechazo;

        Assert.Equal(ClaseDeRechazo.Entrada, rechazo.Clase);
        Assert.Contains("2 bases de datos", rechazo.Mensaje);
        Assert.Contains("A_GUB_2022.csv, B_AYUN_2022.csv", rechazo.Mensaje);
    }

    [Fact]
    public void Un_ZIP_sin_base_se_rechaza_y_dice_lo_que_trae() =>
        Assert.Contains("Trae: LEEME.txt", Plan(Zip("nada.zip", ("LEEME.txt", "x"u8.ToArray()))).Rechazo.Mensaje);

    [Fact]
    public void Un_ZIP_que_sale_de_su_carpeta_se_rechaza() =>
        Assert.Equal("zip_sale_de_su_carpeta", Plan(Zip("malo.zip", ("../" + Archivo, _familia.Bytes(_actas)))).Rechazo.Codigo);

    // The two files of the institute deny each other: said row by row, and the figures follow from those rows.
    [Theory, Trait("Regla", "R-01")]
    [InlineData(true, "no está en el archivo repetido")]
    [InlineData(false, "registrada")]
    public void Un_acta_que_solo_tiene_uno_de_los_dos_archivos_se_dice_y_no_se_rechaza(bool faltaEnElRepetido, string nuestra)
    {
        var i = Array.FindIndex(_actas, a => a.Cuenta);
        var sinUna = Suelto("sin-una.csv", [.. _actas.Where((_, n) => n != i)]);
        var entera = Suelto();

        var plan = Plan(faltaEnElRepetido ? sinUna : entera, $"{Instante}={(faltaEnElRepetido ? entera : sinUna)}");

        Assert.True(plan.IsOk, plan.IsOk ? "" : plan.Rechazo.Mensaje);
        var nuestro = HechosEnCorte.De(plan.Value.Hechos, plan.Value.Cortes[0], false);
        var corte = new Corte(plan.Value.Proceso, plan.Value.Contra.Keys.Single(), plan.Value.Cortes[0], false, [nuestro]);
        var comparacion = Comparador.Comparar(corte, nuestro, plan.Value.Contra.Values.Single(), plan.Value.Hechos);
        var acta = Assert.Single(comparacion.Diferencias, d => d.Campo == "ACTA");
        Assert.Equal((Razon.CONTRADICCION, nuestra), (acta.Razon, acta.Nuestra));
        Assert.Equal([acta.ClaveActa], comparacion.Cifras.Single(c => c.Nombre == "ACTAS_ESPERADAS").Razones.Single().Actas);
        Assert.Equal(0, comparacion.Inexplicadas);
    }

    [Fact]
    public void El_archivo_de_otra_eleccion_en_contra_se_rechaza()
    {
        var otra = Familias.Buscar("HGO_GUB_2022.csv");
        var ruta = Path.Combine(_carpeta, otra.Archivo);
        File.WriteAllBytes(ruta, otra.Bytes(NocheForastera.De(otra)));

        Assert.Contains("no está en el catálogo", Plan(Suelto(), $"{Instante}={ruta}").Rechazo.Mensaje);
    }

    [Theory]
    [InlineData("2.00E+11")]
    [InlineData("#####")]
    [InlineData("-")]
    [InlineData("")]
    public void Con_claves_inservibles_las_actas_se_conocen_por_su_seccion_y_su_casilla(string clave)
    {
        var buenas = Plan(Suelto()).Value;
        var malas = Plan(Suelto("malas.csv", _actas, _familia with { Clave = _ => clave }));

        Assert.True(malas.IsOk, malas.IsOk ? "" : malas.Rechazo.Mensaje);
        Assert.Equal(buenas.Eleccion.Actas.Count, malas.Value.Eleccion.Actas.Count);
        Assert.Equal(buenas.Eleccion.Actas.Select(a => a.Casilla.Clave), malas.Value.Eleccion.Actas.Select(a => a.Casilla.Clave));
        var nuestro = HechosEnCorte.De(malas.Value.Hechos, malas.Value.Cortes[0], false);
        var corte = new Corte(malas.Value.Proceso, CorteId.De(malas.Value.Cortes[0], malas.Value.Proceso.Calendario.Zona), malas.Value.Cortes[0], false, [nuestro]);
        Assert.Equal(0, Comparador.Comparar(corte, nuestro, malas.Value.Hechos, malas.Value.Hechos).Inexplicadas);
    }

    [Fact]
    public void Sin_clave_ni_seccion_se_rechaza_con_lugar_y_remedio()
    {
        var ruta = Suelto("sin.csv", _actas, _familia with { Clave = _ => "2.00E+11" });
        File.WriteAllText(ruta, File.ReadAllText(ruta).Replace(",SECCION,", ",PARAJE,", StringComparison.Ordinal));

        var mensaje = Plan(ruta).Rechazo.Mensaje;

        Assert.Matches(@"^sin\.csv, línea \d+, columna \d+: ", mensaje);
        Assert.Contains("como texto", mensaje);
    }

    [Theory]
    [InlineData("", "123", "sin comparar: el original la deja vacía")]
    [InlineData("", "0.0000", "igual (el original la deja vacía por ser cero)")]
    [InlineData("123", "123", "igual")]
    public void Una_cifra_que_el_original_no_trae_se_dice(string original, string nuestra, string dicho)
    {
        using var salida = new StringWriter();

        InformeDeRepeticion.ImprimirCifras(new("20210607_0800", [new("ACTAS_CAPTURADAS", nuestra, original, true, [])], []), salida);

        Assert.Equal($"ACTAS_CAPTURADAS\t{nuestra}\t{original}\t{dicho}", salida.ToString().TrimEnd());
    }

    private static Result<PlanDeRepeticion> Plan(string ruta, params string[] contra) => LecturaDePlan.Leer(new(ruta, null, null, null, contra, false), []);

    private string Suelto() => Suelto(Archivo, _actas);

    private string Suelto(string nombre, IReadOnlyList<Acta> actas, Familia? familia = null)
    {
        var ruta = Path.Combine(_carpeta, nombre);
        File.WriteAllBytes(ruta, (familia ?? _familia).Bytes(actas));
        return ruta;
    }

    private string Zip(string nombre, params (string Nombre, byte[] Bytes)[] entradas)
    {
        var ruta = Path.Combine(_carpeta, nombre);
        using var zip = ZipFile.Open(ruta, ZipArchiveMode.Create, Encoding.UTF8);
        foreach (var (entrada, bytes) in entradas)
        {
            using var flujo = zip.CreateEntry(entrada).Open();
            flujo.Write(bytes);
        }

        return ruta;
    }
}
