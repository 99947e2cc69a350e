using Prep.Datos.Tests;
using Prep.Dominio.Sitios;
using Prep.Operacion.Cuentas;
using Prep.Operacion.Tests.Cuentas;
using Prep.Operacion.Tests.Http;

namespace Prep.Operacion.Tests.Seguimiento;

/// <summary>What the Commission sees of the operation, over HTTP and by itself.</summary>
public sealed class InstalacionEnVivoTests(ClusterDePostgres cluster)
{
    private const string Instalacion = "/seguimiento/oaxaca-2023-2024/instalacion";

    [Theory(Timeout = 60_000), MemberData(nameof(ServidorDePrueba.Bases), MemberType = typeof(ServidorDePrueba))]
    public async Task Lo_que_pasa_en_la_operacion_aparece_solo_y_no_cambia_el_estado(string @base)
    {
        await using var s = await ServidorDePrueba.CrearAsync(@base, cluster);
        await s.AbrirProgramaAsync(new(2024, 6, 2, 14, 0, 0, TimeSpan.Zero));
        var sitio = s.Datos.Proceso.Catds().First();
        var pantalla = $"{Instalacion}/{sitio}";
        Assert.Contains("0 de 9", (await s.GetAsync("zaira", "INTEGRANTE", pantalla)).Bien().Texto);

        ContextoDeCuentas cuentas = new(new("consola"), s.Cuentas, s.Datos.Proceso, s.Datos.Reloj);
        (await CargarPadron.EjecutarAsync(LectorDePadron.Leer("padron.csv", System.Text.Encoding.UTF8.GetBytes($"persona,nombre,puestos,sitio\nana,Ana López,CAPTURA,{sitio}\ncoco,Coco Sosa,COORDINADOR_CATD,{sitio}\ncd,Rosa Díaz,CONSEJO,dip_loc/001\n"), LectorDePadron.SitiosDe(s.Datos.Proceso)), cuentas, default)).Debe();
        (await s.EnviarEnSitioAsync("coco", "COORDINADOR_CATD", sitio, $"/operacion/sitios/{sitio}/puntos", new { lista = MomentoDeLista.Apertura.ToString(), punto = "escaner", respuesta = RespuestaDeLista.Si.ToString() })).Bien();
        (await s.EnviarEnSitioAsync("coco", "COORDINADOR_CATD", sitio, $"/operacion/sitios/{sitio}/incidentes", new { categoria = CategoriaDeIncidente.Energia.ToString(), texto = "Se fue la luz." })).Bien();
        (await s.EnviarEnSitioAsync("cd", "CONSEJO", "dip_loc/001", $"/operacion/sitios/{sitio}/observaciones", new { texto = "Falta una lona." })).Bien();

        // Nobody waits for a reading that takes long: who looks again finds it.
        string visto;
        do
        {
            visto = System.Net.WebUtility.HtmlDecode((await s.GetAsync("zaira", "INTEGRANTE", pantalla)).Bien().Texto);
        }
        while (!(visto.Contains("1 de 9", StringComparison.Ordinal) && visto.Contains("Falta una lona.", StringComparison.Ordinal)) && !TestContext.Current.CancellationToken.IsCancellationRequested);
        Assert.Contains("Captura 1, Coordinación de CATD 1", visto);
        Assert.Contains("1 abiertos de 1", visto);
        Assert.Contains("Rosa Díaz (Consejo)", visto);    // who observes does it over its name
        Assert.DoesNotContain("Ana López", visto);    // of the rest, counts
        var actividad = System.Net.WebUtility.HtmlDecode((await s.GetAsync("zaira", "INTEGRANTE", "/seguimiento/oaxaca-2023-2024/actividades/2024-02-4")).Bien().Texto);
        Assert.Contains("con su lista de apertura completa", actividad);
        Assert.Contains("Nadie la ha movido todavía", actividad);

        var constancia = await s.FormaAsync("irving", "SECRETARIA_TECNICA", "CENTRAL", Instalacion, $"{Instalacion}/constancias", ("nota", "Se fue la luz a media prueba."));
        Assert.Contains("1 incidentes, 1 abiertos", constancia.Texto);
        Assert.Contains("Se fue la luz a media prueba.", constancia.Texto);
        Assert.Contains("ya dice lo mismo", (await s.FormaAsync("irving", "SECRETARIA_TECNICA", "CENTRAL", Instalacion, $"{Instalacion}/constancias", ("nota", "Se fue la luz a media prueba."))).Texto);
    }

    [Fact]
    public async Task La_secretaria_planea_y_anota_visitas_y_los_demas_solo_miran()
    {
        await using var s = await ServidorDePrueba.CrearAsync("sqlite", cluster, conProceso: false);
        await s.AbrirProgramaAsync(new(2024, 6, 2, 14, 0, 0, TimeSpan.Zero));
        Assert.Contains("Todavía no hay un proceso electoral cargado", (await s.GetAsync("ine", "INE", Instalacion)).Bien().Texto);

        var nuevo = await s.FormaAsync("irving", "SECRETARIA_TECNICA", "CENTRAL", Instalacion, Instalacion, ("clave", "ccv-1"), ("tipo", "Ccv"), ("domicilio", "Reforma 1"), ("personas", "doce"));
        Assert.Equal(System.Net.HttpStatusCode.BadRequest, nuevo.Estado);
        Assert.Contains("value=\"Reforma 1\"", nuevo.Texto);
        nuevo = await s.FormaAsync("irving", "SECRETARIA_TECNICA", "CENTRAL", Instalacion, Instalacion, ("clave", "ccv-1"), ("tipo", "Ccv"), ("domicilio", "Reforma 1"), ("personas", "12"));
        Assert.Contains("Quedó en el plan: CCV-1.", nuevo.Texto);
        Assert.Contains("0 de 12", nuevo.Texto);

        var hoy = s.Datos.Reloj.Ahora.ToString("yyyy-MM-dd");
        (string, string)[] visita = [("fecha", hoy), ("visitantes", "Zaira"), .. Enumerable.Range(0, 10).SelectMany(i => new[] { ($"punto-{i}", i == 3 ? "No" : "Si"), ($"nota-{i}", i == 3 ? "Falta el enlace" : "") })];
        var incompleta = await s.FormaAsync("irving", "SECRETARIA_TECNICA", "CENTRAL", $"{Instalacion}/CCV-1", $"{Instalacion}/CCV-1/visitas", [.. visita.Where(v => v.Item1 != "punto-9")]);
        Assert.Contains("Faltan puntos de la lista: «El consejo conoce", incompleta.Texto);
        Assert.Contains("value=\"Falta el enlace\"", incompleta.Texto);
        var hecha = await s.FormaAsync("irving", "SECRETARIA_TECNICA", "CENTRAL", $"{Instalacion}/CCV-1", $"{Instalacion}/CCV-1/visitas", visita);
        Assert.Contains("Quedó anotada la visita", hecha.Texto);
        Assert.Contains("1 por resolver", hecha.Texto);
        Assert.DoesNotContain("Anotar la visita", (await s.GetAsync("zaira", "INTEGRANTE", $"{Instalacion}/CCV-1")).Bien().Texto);
        (await s.GetAsync("zaira", "INTEGRANTE", $"{Instalacion}/NO-ESTA")).Rechaza(System.Net.HttpStatusCode.NotFound, "sitio_desconocido");
    }
}
