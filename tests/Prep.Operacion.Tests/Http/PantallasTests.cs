using System.Net;
using Prep.Datos.Tests;

namespace Prep.Operacion.Tests.Http;

public sealed class PantallasTests(ClusterDePostgres cluster)
{
    [Fact]
    public async Task Sin_entrar_no_hay_pantalla()
    {
        await using var s = await ServidorDePrueba.CrearAsync("sqlite", cluster);

        Assert.Equal(HttpStatusCode.Unauthorized, (await s.EnviarAsync(HttpMethod.Get, null, "CAPTURA", "/puestos", null)).Estado);
    }

    [Fact]
    public async Task Una_pantalla_dice_quien_trabaja_y_trae_sus_estilos_de_una_direccion_que_no_cambia()
    {
        await using var s = await ServidorDePrueba.CrearAsync("sqlite", cluster);

        var pagina = (await s.GetAsync("ana", "DIFUSOR", "/puestos")).Bien().Texto;

        Assert.Contains("<strong>ana</strong>", pagina);
        var estilo = System.Text.RegularExpressions.Regex.Match(pagina, "/recursos/[0-9a-f]{16}/puesto.css").Value;
        Assert.Contains(".marco", (await s.GetAsync("ana", "DIFUSOR", estilo)).Bien().Texto);
        Assert.Equal(HttpStatusCode.NotFound, (await s.GetAsync("ana", "DIFUSOR", "/recursos/0123456789abcdef/puesto.css")).Estado);
    }
}
