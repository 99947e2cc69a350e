using System.Reflection;
using System.Text.RegularExpressions;
using Prep.Publicacion.Tests.Ejemplos;

namespace Prep.Publicacion.Tests.Sitio;

/// <summary>Whole pages and documents against files kept beside the tests. To renew them: <c>PREP_DORADOS=1</c>, run, read the difference.</summary>
public sealed partial class DoradosDelSitioTests
{
    private static readonly string Carpeta = Path.Combine(
        Assembly.GetExecutingAssembly().GetCustomAttributes<AssemblyMetadataAttribute>().Single(m => m.Key == "Raiz").Value!, "tests/Prep.Publicacion.Tests/Dorados/Sitio");

    [Theory]
    [InlineData("index.html", "inicio.html")]
    [InlineData("cortes/20240602_2000/dip_loc/index.html", "estado.html")]
    [InlineData("cortes/20240602_2000/dip_loc/distrito/001/index.html", "distrito.html")]
    [InlineData("cortes/20240602_2000/dip_loc/distrito/001/seccion/0002.html", "seccion.html")]
    [InlineData("actas/dip_loc/200003B01003.v1.html", "acta.html")]
    [InlineData("actas/dip_loc/200003B01003.v1.json", "acta.json")]
    [InlineData("cortes/20240602_2000/dip_loc/avance.json", "avance.json")]
    [InlineData("cortes/20240602_2000/ayun/municipio/067/resultados.json", "area.json")]
    public async Task Lo_publicado_es_lo_de_siempre(string ruta, string dorado)
    {
        var sitio = await SitioDePrueba.De(CorteDeEjemplo.Primero());
        var texto = Recurso().Replace(sitio.Texto(ruta), "recursos/HUELLA.");
        var archivo = Path.Combine(Carpeta, dorado);
        if (Environment.GetEnvironmentVariable("PREP_DORADOS") is not null)
        {
            await File.WriteAllTextAsync(archivo, texto);
        }

        Assert.Equal(await File.ReadAllTextAsync(archivo), texto);
    }

    [GeneratedRegex("recursos/[0-9a-f]{16}\\.")]
    private static partial Regex Recurso();
}
