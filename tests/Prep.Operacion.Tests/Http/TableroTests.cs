using System.Net;
using System.Net.ServerSentEvents;
using System.Text.RegularExpressions;
using Prep.Datos.Tests;
using Prep.Operacion.Http;
using Prep.Operacion.Tablero;

namespace Prep.Operacion.Tests.Http;

public sealed partial class TableroTests(ClusterDePostgres cluster)
{
    private static readonly string[] _quienes = [.. Puesto.Permisos.Where(p => p.Value.Contains(Permiso.VerTablero)).Select(p => p.Key)];

    [Fact]
    public void Lo_ven_quienes_siguen_la_noche_y_nadie_que_capture() =>
        Assert.Equal(["AUDITOR", "CONSEJO", "COORDINADOR_CATD", "COTAPREP", "INSTANCIA_INTERNA", "INTEGRANTE", "OBSERVADOR", "OPERADOR_PUBLICACION", "PRESIDENCIA", "REPRESENTACION", "SECRETARIA_TECNICA", "SUPERVISOR"], _quienes.Order(StringComparer.Ordinal));

    // Numbers that nothing else would print, on two actas: neither they nor their sums may be in any byte that any puesto receives.
    [Theory, MemberData(nameof(ServidorDePrueba.Bases), MemberType = typeof(ServidorDePrueba))]
    public async Task Ningun_puesto_recibe_un_voto_ni_una_suma_antes_ni_despues_del_corte(string @base)
    {
        await using var s = await ServidorDePrueba.CrearAsync(@base, cluster);
        int[] raros = [7391, 8263];
        foreach (var (i, raro) in raros.Index())
        {
            (await s.ImagenAsync($"imagen {i}", s.Acta(i))).Bien();
            foreach (var (persona, valor) in i == 0 ? [("ana", raro), ("beto", raro)] : new[] { ("ana", raro), ("beto", raro + 1), ("caro", raro) })
            {
                (await CapturarAsync(s, persona, valor, i)).Bien();
            }
        }

        string[] prohibidos = ["7391", "7,391", "8263", "8,263", "8264", "15654", "15,654", "15655"];
        string[] rutas = ["/tablero", "/tablero.csv", .. TablasDeTablero.Claves.SelectMany(c => new[] { $"/tablero/tablas/{c}", $"/tablero/tablas/{c}.csv" })];
        for (var momento = 0; momento < 2; momento++)
        {
            foreach (var puesto in Puesto.Permisos.Keys)
            {
                foreach (var ruta in rutas)
                {
                    using var cliente = s.Cliente("alguien", puesto, "CATD-01");
                    using var respuesta = await cliente.GetAsync(ruta);
                    var texto = $"{string.Join('\n', respuesta.Headers)}\n{respuesta.Content.Headers}\n{AlAzar().Replace(await respuesta.Content.ReadAsStringAsync(), "")}";
                    Assert.Equal(_quienes.Contains(puesto) ? HttpStatusCode.OK : HttpStatusCode.Forbidden, respuesta.StatusCode);
                    Assert.All(prohibidos, p => Assert.False(AlAzar().Replace(texto, "").Contains(p, StringComparison.Ordinal), $"{puesto} recibe {p} en {ruta}"));
                }

                foreach (var aviso in _quienes.Contains(puesto) ? await AvisosAsync(s, puesto, 1) : [])
                {
                    Assert.Matches(@"^\d{1,3}$", aviso);
                }
            }

            await s.Datos.CorteAsync();
        }
    }

    [Theory, MemberData(nameof(ServidorDePrueba.Bases), MemberType = typeof(ServidorDePrueba))]
    public async Task La_pantalla_el_csv_y_la_lectura_dicen_lo_mismo(string @base)
    {
        await using var s = await ServidorDePrueba.CrearAsync(@base, cluster);
        await s.Datos.ActaPublicadaAsync();
        await s.Datos.ImagenAsync(s.Datos.Acta(1));

        var pagina = WebUtility.HtmlDecode((await s.GetAsync("com", "INTEGRANTE", "/tablero")).Bien().Texto);
        var csv = (await s.GetAsync("com", "INTEGRANTE", "/tablero/tablas/datos.csv")).Bien().Texto.Split("\r\n");

        Assert.Contains("<dt>Publicadas</dt><dd>16.6 %</dd>", pagina);
        Assert.Contains("1 de 6 actas", pagina);
        Assert.Contains("Sin pronóstico", pagina);
        Assert.Equal("LECTURA,ESTADO,ACTAS,PORCENTAJE", csv[0]);
        Assert.Contains("2024-06-02T18:06:00.000000-06:00,Publicadas,1,16.6666", csv);
        Assert.Contains("2024-06-02T18:06:00.000000-06:00,En captura,1,16.6666", csv);
        Assert.Equal(HttpStatusCode.NotFound, (await s.GetAsync("com", "INTEGRANTE", "/tablero/tablas/votos.csv")).Estado);
    }

    [Fact]
    public async Task La_coordinacion_ve_marcado_su_catd()
    {
        await using var s = await ServidorDePrueba.CrearAsync("sqlite", cluster);

        Assert.Contains("Su CATD: CATD-01", (await s.GetAsync("coord", "COORDINADOR_CATD", "/tablero", "CATD-01")).Bien().Texto);
        Assert.Contains("Su CATD: CATD-01", (await s.GetAsync("cd", "CONSEJO", "/tablero", "dip_loc/001")).Bien().Texto);
        Assert.DoesNotContain("Su CATD", (await s.GetAsync("com", "INTEGRANTE", "/tablero")).Bien().Texto);
    }

    [Fact]
    public async Task El_aviso_llega_a_todos_con_la_misma_lectura()
    {
        await using var s = await ServidorDePrueba.CrearAsync("sqlite", cluster);

        var avisos = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => AvisosAsync(s, "OBSERVADOR", 1)));

        Assert.All(avisos, a => Assert.Equal(avisos[0], a));
    }

    private static async Task<Respuesta> CapturarAsync(ServidorDePrueba s, string persona, int total, int i)
    {
        var turno = (await s.PostAsync(persona, "CAPTURA", "/operacion/captura/turnos")).Bien().Json;
        var valores = AlmacenDePrueba.Valores().ToArray();
        (valores[4], valores[^1]) = (total, total);
        var clave = Dominio.Actas.ClaveEscrita.De(s.Datos.Proceso.Dip().Actas[i].Casilla);
        return await s.PostAsync(persona, "CAPTURA", "/operacion/captura/capturas", new
        {
            turno = turno.GetProperty("turno").GetString(),
            clave = new { seccion = clave.Seccion, tipo = clave.Tipo, numero = clave.Numero, extContigua = clave.ExtContigua },
            campos = turno.GetProperty("campos").EnumerateArray().Select(c => valores[c.GetProperty("campo").GetInt32()]).ToArray(),
        });
    }

    private static async Task<string[]> AvisosAsync(ServidorDePrueba s, string puesto, int cuantos)
    {
        using var cliente = s.Cliente("alguien", puesto, "CATD-01");
        using var respuesta = await cliente.GetAsync("/tablero/vivo", HttpCompletionOption.ResponseHeadersRead);
        Assert.Equal("text/event-stream", respuesta.Content.Headers.ContentType!.MediaType);
        var avisos = new List<string>();
        await foreach (var aviso in SseParser.Create(await respuesta.Content.ReadAsStreamAsync()).EnumerateAsync())
        {
            Assert.Equal("lectura", aviso.EventType);
            avisos.Add(aviso.Data);
            if (avisos.Count == cuantos)
            {
                break;
            }
        }

        return [.. avisos];
    }

    /// <summary>What is random by itself: the ficha, its cookie, the address of the styles.</summary>
    [GeneratedRegex("""(content|value)="[A-Za-z0-9_-]{60,}"|prep\.ficha=[^;\]]+|/recursos/[0-9a-f]{16}/""")]
    private static partial Regex AlAzar();
}
