using System.Net;
using Prep.Datos.Tests;
using Prep.Operacion.Tests.Http;

namespace Prep.Operacion.Tests.Seguimiento;

/// <summary>What the auditor found is seen by few, by whatever address it is asked.</summary>
public sealed class HallazgosReservadosTests(ClusterDePostgres cluster)
{
    private const string Programa = "/seguimiento/oaxaca-2023-2024";
    private const string Auditoria = Programa + "/auditoria";

    [Fact]
    public async Task Un_hallazgo_y_lo_suyo_no_los_ve_quien_no_ve_la_auditoria()
    {
        await using var s = await ServidorDePrueba.CrearAsync("sqlite", cluster, conProceso: false);
        await s.AbrirProgramaAsync(new(2024, 4, 20, 18, 0, 0, TimeSpan.Zero));
        var registrado = await s.FormaAsync("audi", "AUDITOR", "CENTRAL", Auditoria, Auditoria, ("clave", "H-01"), ("severidad", "Critica"), ("titulo", "La sesión no vence"), ("evidencia", "Cuatro horas"), ("recomendacion", "Acortarla"));
        Assert.Contains("Quedó registrado el hallazgo.", registrado.Texto);
        Assert.Equal(HttpStatusCode.Forbidden, (await s.FormaAsync("irving", "SECRETARIA_TECNICA", "CENTRAL", Auditoria, Auditoria, ("clave", "H-02"))).Estado);

        const string suAsunto = $"{Programa}/asuntos/hallazgo:H-01";
        Assert.Contains("La sesión no vence", (await s.GetAsync("ine", "INE", suAsunto)).Bien().Texto);
        Assert.Contains("Quedó su observación", (await s.FormaAsync("ine", "INE", "CENTRAL", $"{Auditoria}/H-01", $"{suAsunto}/observaciones", ("texto", "Urge."))).Texto);
        foreach (var puesto in new[] { "REPRESENTACION", "INVITADO", "CONSEJO" })
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await s.GetAsync("alguien", puesto, Auditoria)).Estado);
            Assert.Equal(HttpStatusCode.Forbidden, (await s.GetAsync("alguien", puesto, $"{Auditoria}/H-01")).Estado);
            (await s.GetAsync("alguien", puesto, suAsunto)).Rechaza(HttpStatusCode.NotFound, "asunto_desconocido");
            foreach (var pantalla in new[] { Programa, $"{Programa}/contratos", $"{Programa}/observaciones", $"{Programa}/documentos" })
            {
                Assert.DoesNotContain("La sesión no vence", WebUtility.HtmlDecode((await s.GetAsync("alguien", puesto, pantalla)).Bien().Texto));
            }
        }
    }
}
