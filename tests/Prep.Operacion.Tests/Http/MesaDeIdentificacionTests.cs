using System.Net;
using System.Text.RegularExpressions;
using Prep.Datos.Tests;
using Prep.Operacion.Captura;

namespace Prep.Operacion.Tests.Http;

public sealed partial class MesaDeIdentificacionTests(ClusterDePostgres cluster)
{
    private const string Mesa = "/puestos/identificacion";

    private static Task<Respuesta> DiceAsync(ServidorDePrueba s, string persona, long imagen, string acta, string puesto = "DIGITALIZADOR", string fuera = "") =>
        s.FormaAsync(persona, puesto, "CATD-01", Mesa, Mesa, ("imagen", $"{imagen}"), ("acta", acta), ("fuera-eleccion", fuera), ("seccion", "1"));

    private static async Task<long> ImagenAsync(ServidorDePrueba s, string contenido = "una") =>
        (await s.ImagenAsync(contenido, null, forma: "Ninguna", persona: "cae")).Bien().Json.GetProperty("imagen").GetInt64();

    [Theory, MemberData(nameof(ServidorDePrueba.Bases), MemberType = typeof(ServidorDePrueba))]
    public async Task La_segunda_persona_ve_lo_mismo_haya_hablado_alguien_o_no(string @base)
    {
        await using var s = await ServidorDePrueba.CrearAsync(@base, cluster);
        var imagen = await ImagenAsync(s);
        async Task<string> VeAsync(string persona, string puesto = "DIGITALIZADOR") => Ficha().Replace((await s.GetAsync(persona, puesto, $"{Mesa}?imagen={imagen}&seccion=1", "CATD-01")).Bien().Texto, "");
        var antes = await VeAsync("dos");
        var antesDeSupervision = await VeAsync("super", "SUPERVISOR");
        Assert.Contains($"/operacion/imagenes/{imagen}/archivo", antes);

        Assert.Contains("Quedó registrado lo que usted vio", (await DiceAsync(s, "uno", imagen, s.Acta())).Texto);

        Assert.Equal(antes, await VeAsync("dos"));
        Assert.Equal(antesDeSupervision, await VeAsync("super", "SUPERVISOR"));
        Assert.Contains("No hay imágenes por identificar para usted", await VeAsync("uno"));
        Assert.Contains("ya se registró lo que usted dijo", (await DiceAsync(s, "uno", imagen, s.Acta())).Texto);

        Assert.Contains("Quedó registrado lo que usted vio", (await DiceAsync(s, "dos", imagen, s.Acta())).Texto);
        await using var db = s.Datos.Almacen.Base.Contexto();
        Assert.Equal("EnCola", db.Actas.Single(a => a.Numero == 1).Estado);
        Assert.Contains("ya no hace falta", (await DiceAsync(s, "tres", imagen, s.Acta())).Texto);
    }

    [Theory, MemberData(nameof(ServidorDePrueba.Bases), MemberType = typeof(ServidorDePrueba))]
    public async Task Tres_que_no_coinciden_la_dejan_a_supervision(string @base)
    {
        await using var s = await ServidorDePrueba.CrearAsync(@base, cluster);
        var imagen = await ImagenAsync(s);
        foreach (var (persona, i) in new[] { ("uno", 0), ("dos", 1), ("tres", 2) })
        {
            Assert.Contains($"/operacion/imagenes/{imagen}/", (await s.GetAsync(persona, "DIGITALIZADOR", Mesa)).Texto);
            await DiceAsync(s, persona, imagen, s.Acta(i));
        }

        Assert.Contains("No hay imágenes", (await s.GetAsync("cuatro", "DIGITALIZADOR", Mesa)).Texto);
        Assert.Contains($"/operacion/imagenes/{imagen}/", (await s.GetAsync("super", "SUPERVISOR", Mesa)).Texto);
        await DiceAsync(s, "super", imagen, s.Acta(1), "SUPERVISOR");
        await using var db = s.Datos.Almacen.Base.Contexto();
        Assert.Equal("EnCola", db.Actas.Single(a => a.Numero == 2).Estado);
        Assert.Empty(db.Identidades);
        Assert.Equal(3, db.Bitacora.Count(b => b.Accion == "identidad_propuesta"));
    }

    [Theory, MemberData(nameof(ServidorDePrueba.Bases), MemberType = typeof(ServidorDePrueba))]
    public async Task Quien_tuvo_la_imagen_antes_de_que_se_supiera_su_acta_no_la_captura(string @base)
    {
        await using var s = await ServidorDePrueba.CrearAsync(@base, cluster);
        var imagen = await ImagenAsync(s);
        foreach (var (persona, acta) in new[] { ("uno", s.Acta()), ("dos", s.Acta(1)), ("tres", s.Acta()) })
        {
            await DiceAsync(s, persona, imagen, acta);
        }

        foreach (var persona in new[] { "cae", "uno", "dos", "tres" })
        {
            (await TomarActa.EjecutarAsync(s.Datos.Como(persona), default)).Rechaza("cola_vacia");
        }

        (await TomarActa.EjecutarAsync(s.Datos.Como("cuatro"), default)).Debe();
    }

    [Theory, MemberData(nameof(ServidorDePrueba.Bases), MemberType = typeof(ServidorDePrueba))]
    public async Task Lo_mismo_si_primero_se_dijo_que_estaba_fuera_de_catalogo(string @base)
    {
        await using var s = await ServidorDePrueba.CrearAsync(@base, cluster);
        var imagen = await ImagenAsync(s);
        foreach (var (persona, acta) in new[] { ("uno", "fuera"), ("dos", "fuera"), ("tres", s.Acta()), ("cuatro", s.Acta()) })
        {
            await DiceAsync(s, persona, imagen, acta, puesto: persona is "uno" or "dos" ? "DIGITALIZADOR" : "SUPERVISOR", fuera: "dip_loc");
            if (persona == "dos")
            {
                await using var db = s.Datos.Almacen.Base.Contexto();
                Assert.Contains(db.Actas, a => a.Clave == "FC-0001");
            }
        }

        foreach (var persona in new[] { "uno", "dos", "tres", "cuatro" })
        {
            (await TomarActa.EjecutarAsync(s.Datos.Como(persona), default)).Rechaza("cola_vacia");
        }

        (await TomarActa.EjecutarAsync(s.Datos.Como("cinco"), default)).Debe();
    }

    [Theory, MemberData(nameof(ServidorDePrueba.Bases), MemberType = typeof(ServidorDePrueba))]
    public async Task Fuera_de_catalogo_es_un_final_normal_de_dos_personas(string @base)
    {
        await using var s = await ServidorDePrueba.CrearAsync(@base, cluster);
        var imagen = await ImagenAsync(s);
        var sin = await DiceAsync(s, "uno", imagen, "fuera");
        Assert.Equal(HttpStatusCode.BadRequest, sin.Estado);
        Assert.Contains("Diga de qué elección", sin.Texto);
        Assert.Contains("Elija de la lista", (await DiceAsync(s, "uno", imagen, "")).Texto);
        await DiceAsync(s, "uno", imagen, "fuera", fuera: "ayun");
        await DiceAsync(s, "dos", imagen, "fuera", fuera: "ayun");
        await using var db = s.Datos.Almacen.Base.Contexto();
        Assert.Equal("FueraDeCatalogo", db.Actas.Single(a => a.Clave == "FC-0001").Estado);
        Assert.Contains("No hay imágenes", (await s.GetAsync("tres", "DIGITALIZADOR", Mesa)).Texto);
    }

    [Fact]
    public async Task Una_elegida_a_mano_la_confirma_otra_persona_a_ciegas()
    {
        await using var s = await ServidorDePrueba.CrearAsync("sqlite", cluster);
        var imagen = (await s.ImagenAsync("a mano", s.Acta(), forma: "AMano")).Bien().Json.GetProperty("imagen").GetInt64();
        Assert.Contains("No hay imágenes", (await s.GetAsync("digi", "DIGITALIZADOR", Mesa)).Texto);
        Assert.Contains($"/operacion/imagenes/{imagen}/", (await s.GetAsync("dos", "DIGITALIZADOR", Mesa)).Texto);
        await DiceAsync(s, "dos", imagen, s.Acta(2));
        await DiceAsync(s, "tres", imagen, s.Acta());
        await using var db = s.Datos.Almacen.Base.Contexto();
        Assert.Equal("EnCola", db.Actas.Single(a => a.Numero == 1).Estado);
    }

    [Theory]
    [InlineData("seccion=2", 2)]
    [InlineData("seccion=0002&eleccion=ayun", 1)]
    [InlineData("seccion=2&tipo=C", 0)]
    [InlineData("area=acat", 6)]
    [InlineData("area=1&numero=1&seccion=3&tipo=b&ext=0", 2)]
    [InlineData("eleccion=ayun", 0)]
    public async Task Se_busca_por_lo_que_dice_el_encabezado(string consulta, int halladas)
    {
        await using var s = await ServidorDePrueba.CrearAsync("sqlite", cluster);
        await ImagenAsync(s);
        var pagina = (await s.GetAsync("uno", "DIGITALIZADOR", $"{Mesa}?{consulta}")).Bien().Texto;
        Assert.Equal(halladas, Regex.Count(pagina, "name=\"acta\" value=\"(dip_loc|ayun)/"));
    }

    [GeneratedRegex("name=\"(prep-ficha|ficha)\" (content|value)=\"[^\"]+\"|value=\"[^\"]{100,}\"")]
    private static partial Regex Ficha();
}
