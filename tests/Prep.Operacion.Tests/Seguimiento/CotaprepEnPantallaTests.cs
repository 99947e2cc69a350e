using System.Net;
using Prep.Datos.Tests;
using Prep.Operacion.Tests.Http;

namespace Prep.Operacion.Tests.Seguimiento;

/// <summary>A review of the COTAPREP from its opening to the final report, over HTTP.</summary>
public sealed class CotaprepEnPantallaTests(ClusterDePostgres cluster)
{
    private const string Programa = "/seguimiento/oaxaca-2023-2024";
    private const string Cotaprep = Programa + "/cotaprep";
    private const string Revision = Cotaprep + "/revisiones/prototipo-1";

    [Fact]
    public async Task Observa_se_le_responde_concluye_e_informa()
    {
        await using var s = await ServidorDePrueba.CrearAsync("sqlite", cluster, conProceso: false);
        await s.AbrirProgramaAsync(new(2024, 2, 20, 18, 0, 0, TimeSpan.Zero));
        Task<Respuesta> Irving(string pantalla, string destino, params (string, string)[] cajas) => s.FormaAsync("irving", "SECRETARIA_TECNICA", "CENTRAL", pantalla, destino, cajas);

        Assert.Contains("Dra. Laura Cruz", (await Irving(Cotaprep, $"{Cotaprep}/integrantes", ("nombre", "Dra. Laura Cruz"), ("cargo", "Redes"), ("persona", "laura"), ("desde", "2024-01-10"), ("documento", "IEEPCO-CG-3/2024"))).Texto);
        var abierta = await Irving(Cotaprep, $"{Cotaprep}/revisiones", ("objeto", "Prototipo"), ("que", "Versión 1, en https://prueba.example"), ("hasta", "2024-02-28"));
        Assert.Contains("Prototipo navegable, revisión 1", abierta.Texto);

        var asunto = $"{Programa}/asuntos/revision:prototipo-1/observaciones";
        var observada = await s.FormaAsync("laura", "COTAPREP", "CENTRAL", Revision, asunto, ("texto", "Falta la hora del corte."));
        Assert.Contains("Quedó su observación", observada.Texto);
        Assert.Equal(HttpStatusCode.Forbidden, (await s.FormaAsync("audi", "AUDITOR", "CENTRAL", Revision, asunto, ("texto", "Yo también."))).Estado);
        var numero = System.Text.RegularExpressions.Regex.Match(observada.Texto, "id=\"observacion-(\\d+)\"").Groups[1].Value;
        Assert.Contains($"Falta responder la {numero}:", (await Irving(Revision, $"{Revision}/conclusion", ("fecha", "2024-02-20"), ("opinion", "Favorable"))).Texto);
        Assert.Contains("Atendida", (await Irving(Revision, $"{Programa}/observaciones/{numero}/respuesta", ("texto", "Se agregó."), ("atencion", "Atendida"))).Texto);
        Assert.Contains("Favorable", (await Irving(Revision, $"{Revision}/conclusion", ("fecha", "2024-02-20"), ("opinion", "Favorable"))).Texto);
        Assert.Contains("Quedaron guardadas", (await Irving(Cotaprep, $"{Cotaprep}/conclusiones", ("texto", "El sitio cumple."))).Texto);

        var informe = WebUtility.HtmlDecode((await s.GetAsync("zaira", "INTEGRANTE", $"{Cotaprep}/informe")).Bien().Texto);
        foreach (var dicho in new[] { "Dra. Laura Cruz", "Falta la hora del corte.", "Atendida: Se agregó.", "Opinión: Favorable (20/02/2024)", "El sitio cumple." })
        {
            Assert.Contains(dicho, informe);
        }
    }
}
