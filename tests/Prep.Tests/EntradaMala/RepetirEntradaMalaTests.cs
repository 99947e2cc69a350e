using System.Text.RegularExpressions;
using Prep.Tests.Casa;

namespace Prep.Tests.EntradaMala;

/// <summary>Whatever is wrong with what <c>repetir</c> is given: one plain sentence with its place, exit 2, and nothing changed.</summary>
public sealed partial class RepetirEntradaMalaTests : IDisposable
{
    private const int Linea = 10;

    private static readonly Dictionary<string, Func<BaseChica, byte[]>> _danos = new()
    {
        ["truncado"] = b => b.Bytes()[..^150],
        ["columna de votos mal escrita"] = b => b.Renombrar("MC", "XYZ").Bytes(),
        ["columna de control mal escrita"] = b => b.Renombrar("LISTA_NOMINAL", "LISTA_NOMINALX").Bytes(),
        ["clave de acta mal escrita"] = b => b.Renombrar("CLAVE_ACTA", "CLAVE_ATA").Bytes(),
        ["distrito que no existe"] = b => b.Cambiar(Linea, "ID_DISTRITO_LOCAL", "'099").Bytes(),
        ["votos negativos"] = b => b.Cambiar(Linea, "PAN", "-3").Bytes(),
        ["votos con exponente"] = b => b.Cambiar(Linea, "PAN", "1e9").Bytes(),
        ["votos con letras"] = b => b.Cambiar(Linea, "PAN", "12a").Bytes(),
        ["votos desmedidos"] = b => b.Cambiar(Linea, "PAN", "99999999999999999999").Bytes(),
        ["casilla repetida"] = b => b.Insertar(13, b.Linea(11)).Bytes(),
        ["byte nulo"] = b => b.Cambiar(Linea, "PAN", "1\0").Bytes(),
        ["línea de más de 1 MiB"] = b => b.Cambiar(Linea, "OBSERVACIONES", new string('A', 1 << 20)).Bytes(),
        ["vacío"] = _ => [],
        ["cómputos"] = _ => File.ReadAllBytes(Programa.Real("computos_oaxaca/ayuntamientos_oaxaca_2018_casilla_computo.csv")),
        ["binario"] = _ => [0x7F, (byte)'E', (byte)'L', (byte)'F', 0, 0, 0, 0, 1, 2, 3],
        ["bomba"] = _ => Zips.Bomba(),
        ["zip que se sale"] = _ => Zips.QueSeSale(),
    };

    private readonly CarpetaPasajera _carpeta = new();

    public static TheoryData<string, int, int> Danos() => new()
    {
        { "truncado", BaseChica.LineaDeNombres + BaseChica.Actas, 0 },
        { "columna de votos mal escrita", 7, 22 },
        { "columna de control mal escrita", 6, 44 },
        { "clave de acta mal escrita", 6, 2 },
        { "distrito que no existe", Linea, 5 },
        { "votos negativos", Linea, 17 },
        { "votos con exponente", Linea, 17 },
        { "votos con letras", Linea, 17 },
        { "votos desmedidos", Linea, 17 },
        { "casilla repetida", 13, 2 },
        { "byte nulo", Linea, 17 },
        { "línea de más de 1 MiB", Linea, 1 },
        { "vacío", 1, 1 },
        { "cómputos", 1, 1 },
        { "binario", 1, 1 },
        { "bomba", 1, 1 },
        { "zip que se sale", 1, 1 },
    };

    /// <param name="columna">0: any.</param>
    [Theory]
    [MemberData(nameof(Danos))]
    public async Task Un_archivo_malo_se_dice_con_su_lugar_y_no_deja_nada(string dano, int linea, int columna)
    {
        var archivo = _carpeta.Escribir("malo.csv", _danos[dano](new BaseChica()));
        await SeNiegaAsync($"malo.csv, línea {linea}, columna {(columna == 0 ? "" : columna)}", archivo, "--eleccion", Path.Combine(Programa.Raiz, "datos", "oaxaca-2022"));
        Assert.False(File.Exists(Path.GetFullPath(_carpeta.En("..", Zips.Fuera))));
    }

    [Theory]
    [InlineData("una carpeta", ".", "es una carpeta")]
    [InlineData("nada", "no-existe.csv", "No existe el archivo")]
    public async Task Lo_que_no_es_un_archivo(string _, string nombre, string dice) => await SeNiegaAsync(dice, _carpeta.En(nombre));

    [Theory]
    [InlineData("--contra", "2022-06-06T15:00=no.csv", "No existe el archivo no.csv")]
    [InlineData("--contra", "2022-06-06T16:00=no.csv", "no es ninguno de los cortes")]
    [InlineData("--contra", "ayer", "no se entiende")]
    [InlineData("--cortes", "ayer", "no se entiende")]
    [InlineData("--cortes", "2022-06-06T15:00,2022-06-06T15:00", "repetidos")]
    [InlineData("--eleccion", "no", "No está el archivo")]
    [InlineData("--candidaturas", "no.csv", "No existe el archivo")]
    [InlineData("--diferencias", "no/d.csv", "No se puede escribir")]
    [InlineData("--formato", "otro", "otro")]
    public async Task Una_opcion_mala_no_empieza_nada(string opcion, string valor, string dice) =>
        await SeNiegaAsync(dice, _carpeta.Escribir("OAX_GUB_2022.csv", new BaseChica().Bytes()), opcion, valor);

    [Fact]
    public async Task Sin_permiso_de_lectura_lo_dice_en_español()
    {
        var archivo = _carpeta.Escribir("cerrado.csv", new BaseChica().Bytes());
        await Programa.AjenoAsync(_carpeta.Ruta, "chmod", "000", archivo);
        foreach (string[] verbo in new string[][] { ["repetir", archivo, "--salida", _carpeta.En("X")], ["comprobar", archivo] })
        {
            var final = await Programa.CorrerSinPrivilegiosAsync(verbo);

            Assert.Equal((2, ""), (final.Codigo, final.Salida));
            Assert.Contains($"Sin permiso para abrir {archivo}", final.Error);
        }

        Assert.False(Directory.Exists(_carpeta.En("X")));
    }

    [Fact]
    public async Task Una_salida_con_algo_dentro_o_que_es_un_archivo_no_se_toca()
    {
        var archivo = _carpeta.Escribir("OAX_GUB_2022.csv", new BaseChica().Bytes());
        _carpeta.Escribir("ocupada/mio.txt", "mío");
        var antes = _carpeta.Huella();
        foreach (var salida in new[] { _carpeta.En("ocupada"), archivo })
        {
            var final = await Programa.CorrerAsync("repetir", archivo, "--salida", salida);

            Assert.Equal(2, final.Codigo);
            Assert.Contains("no está vacía", final.Error);
        }

        Assert.Equal(antes, _carpeta.Huella());
    }

    public void Dispose() => _carpeta.Dispose();

    private async Task SeNiegaAsync(string dice, string archivo, params string[] opciones)
    {
        var antes = _carpeta.Huella();
        var final = await Programa.CorrerEnAsync(_carpeta.Ruta, ["repetir", archivo, .. opciones, "--salida", _carpeta.En("X")]);

        Assert.Equal((2, ""), (final.Codigo, final.Salida));
        Assert.Contains(dice, final.Error);
        Assert.DoesNotContain("   at ", final.Error);
        Assert.DoesNotMatch(DeControl(), final.Error);
        Assert.Equal(antes, _carpeta.Huella());
    }

    [GeneratedRegex(@"[\x00-\x08\x0B-\x1F]")]
    private static partial Regex DeControl();
}
