using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Prep.Datos.Tests;
using Prep.Dominio.Actas;
using Prep.Operacion.Tests.Http;

namespace Prep.Operacion.Tests.Captura;

/// <summary>Every byte that a captor receives, in each round: pages, answers, headers, lengths. Rounds one and two are the same bytes; three is the same with fewer fields.</summary>
[Trait("Regla", "A-01")]
public sealed partial class CegueraTests(ClusterDePostgres cluster)
{
    // Numbers that nothing else in the answers carries; persons and sites of one length, so that lengths may be compared.
    private const int DeLaPrimera = 8881, DeLaSegunda = 7773, DeLaTercera = 6667;

    [Theory, MemberData(nameof(ServidorDePrueba.Bases), MemberType = typeof(ServidorDePrueba))]
    public async Task Nada_de_lo_que_recibe_un_captor_dice_la_ronda_ni_lo_ajeno(string @base)
    {
        await using var s = await ServidorDePrueba.CrearAsync(@base, cluster);
        (await s.ImagenAsync("uno", s.Acta())).Bien();
        Captor[] captores = [new("captora-uno", "CATD-001", DeLaPrimera), new("captora-dos", "CATD-002", DeLaSegunda), new("captora-tre", "CATD-003", DeLaTercera)];
        var recibido = new List<string>();
        foreach (var captor in captores)
        {
            // Each at an hour of its own: another's hour would be a trace of another.
            s.Datos.Reloj.Avanzar(TimeSpan.FromMinutes(17));
            captor.Hora = s.Datos.Reloj.Ahora;
            recibido.Add(await TrabajarAsync(s, captor));
        }

        Assert.Equal("Supervision", await EstadoAsync(s));
        foreach (var (captor, texto) in captores.Zip(recibido))
        {
            foreach (var otro in captores.Where(c => c != captor))
            {
                Assert.DoesNotContain(otro.Persona, texto, StringComparison.OrdinalIgnoreCase);
                Assert.DoesNotContain(otro.Sitio, texto, StringComparison.OrdinalIgnoreCase);
                Assert.DoesNotContain(otro.Hora.ToString("HH:mm"), texto, StringComparison.Ordinal);
                Assert.DoesNotMatch($@"(?<!\w){otro.Valor}(?!\w)", texto);
            }

            Assert.All(new[] { "ronda", "primera", "segunda", "tercera", "difere", "diferenc", "coincid", "vacante", "supervis", "verific" },
                palabra => Assert.DoesNotContain(palabra, texto, StringComparison.OrdinalIgnoreCase));
            Assert.DoesNotContain(s.Datos.Acta().ClaveActa, texto, StringComparison.Ordinal);
        }

        // The same bytes, lengths and headers in rounds one and two, but for the person's own name, lease and hour.
        var comunes = captores.Zip(recibido, (c, texto) => Comun(c, texto)).ToList();
        Assert.Equal(comunes[0], comunes[1]);
        Assert.Equal(SinCampos(comunes[0]), SinCampos(comunes[2]));
        Assert.NotEqual(comunes[0], comunes[2]);
    }

    [Theory, MemberData(nameof(ServidorDePrueba.Bases), MemberType = typeof(ServidorDePrueba))]
    public async Task Una_clave_que_no_es_la_del_acta_recibe_los_mismos_bytes(string @base)
    {
        await using var s = await ServidorDePrueba.CrearAsync(@base, cluster);
        (await s.ImagenAsync("uno", s.Acta())).Bien();
        Captor bien = new("captora-uno", "CATD-001", DeLaPrimera), mal = new("captora-dos", "CATD-002", DeLaSegunda) { Seccion = "0009" };
        (bien.Hora, mal.Hora) = (s.Datos.Reloj.Ahora, s.Datos.Reloj.Ahora);
        Assert.Equal(Comun(bien, await TrabajarAsync(s, bien)), Comun(mal, await TrabajarAsync(s, mal)));
        Assert.Equal("PorIdentificar", await EstadoAsync(s));
    }

    /// <summary>All that the screen asks in the life of an acta, and what a curious person would ask besides.</summary>
    private static async Task<string> TrabajarAsync(ServidorDePrueba s, Captor captor)
    {
        using var cliente = s.Cliente();
        cliente.DefaultRequestHeaders.Add("X-Persona", captor.Persona);
        cliente.DefaultRequestHeaders.Add("X-Puesto", "CAPTURA");
        cliente.DefaultRequestHeaders.Add("X-Sitio", captor.Sitio);
        StringBuilder todo = new();
        var pagina = await PedirAsync(HttpMethod.Get, "/puestos/captura");
        foreach (Match recurso in RecursosDeLaPagina().Matches(pagina))
        {
            await PedirAsync(HttpMethod.Get, recurso.Value);
        }

        await PedirAsync(HttpMethod.Get, "/puestos");
        const string rutas = "/operacion/captura";
        var turno = JsonNode.Parse(await PedirAsync(HttpMethod.Post, $"{rutas}/turnos"))!;
        captor.Turno = (string)turno["turno"]!;
        await PedirAsync(HttpMethod.Post, $"{rutas}/turnos");
        await PedirAsync(HttpMethod.Post, $"{rutas}/turnos/{captor.Turno}/siguiente");
        await PedirAsync(HttpMethod.Get, $"{rutas}/turnos/{captor.Turno}/imagen");
        var valores = AlmacenDePrueba.Valores(captor.Valor);
        var clave = ClaveEscrita.De(s.Datos.Proceso.Dip().Actas[0].Casilla);
        var captura = new
        {
            turno = captor.Turno,
            clave = new { seccion = captor.Seccion ?? clave.Seccion, tipo = clave.Tipo, numero = clave.Numero, extContigua = clave.ExtContigua },
            campos = turno["campos"]!.AsArray().Select(c => valores[(int)c!["campo"]!]).ToArray(),
        };
        await PedirAsync(HttpMethod.Post, $"{rutas}/capturas", captura);
        await PedirAsync(HttpMethod.Post, $"{rutas}/capturas", captura);
        await PedirAsync(HttpMethod.Post, $"{rutas}/capturas", captura with { campos = [] });
        await PedirAsync(HttpMethod.Post, $"{rutas}/reportes", new { turno = captor.Turno, defecto = "Cortada" });
        await PedirAsync(HttpMethod.Get, $"{rutas}/turnos/{captor.Turno}/imagen");
        await PedirAsync(HttpMethod.Post, $"{rutas}/turnos/{captor.Turno}/siguiente");
        await PedirAsync(HttpMethod.Post, $"{rutas}/turnos");
        await PedirAsync(HttpMethod.Get, "/puestos/captura");
        foreach (var ajena in new[] { "/operacion/pendientes", "/operacion/imagenes/1/archivo" })
        {
            await PedirAsync(HttpMethod.Get, ajena);
        }

        return todo.ToString();

        async Task<string> PedirAsync(HttpMethod metodo, string ruta, object? cuerpo = null)
        {
            using HttpRequestMessage peticion = new(metodo, ruta) { Content = cuerpo is null ? null : JsonContent.Create(cuerpo) };
            using var respuesta = await cliente.SendAsync(peticion);
            var bytes = await respuesta.Content.ReadAsByteArrayAsync();
            var texto = Encoding.UTF8.GetString(bytes);
            todo.AppendLine($"== {metodo} {ruta} → {(int)respuesta.StatusCode}, {bytes.Length} bytes");
            todo.AppendJoin('\n', respuesta.Headers.Concat(respuesta.Content.Headers).Select(e => $"{e.Key}: {string.Join(' ', e.Value)}")).AppendLine();
            todo.AppendLine(texto);
            return texto;
        }
    }

    private static string Comun(Captor captor, string texto) => Fichas().Replace(texto, m => $"ficha de {m.Value.Length}")
        .Replace(captor.Turno, "TURNO", StringComparison.Ordinal)
        .Replace(captor.Persona, "PERSONA", StringComparison.Ordinal)
        .Replace(captor.Sitio, "SITIO", StringComparison.Ordinal)
        .Replace(JsonSerializer.Serialize(captor.Hora), "AHORA", StringComparison.Ordinal)
        .Replace(JsonSerializer.Serialize(captor.Hora.AddMinutes(10)), "VENCE", StringComparison.Ordinal);

    // The fields of the lease and the lengths that they give; nothing else.
    private static string SinCampos(string comun) => LargoDelTurno().Replace(CamposDelTurno().Replace(comun, "\"campos\":[]"), "$1 N bytes");

    private static Task<string?> EstadoAsync(ServidorDePrueba s) => s.Datos.Almacen.Base.LeerAsync(tx => tx.EscalarAsync<string>("SELECT estado FROM acta WHERE numero = 1"), default);

    [GeneratedRegex("/recursos/[0-9a-f]{16}/[a-z-]+\\.(js|css)")]
    private static partial Regex RecursosDeLaPagina();

    [GeneratedRegex("CfDJ8[A-Za-z0-9_-]+")]
    private static partial Regex Fichas();

    [GeneratedRegex("\"campos\":\\[\\{.*?\\}\\]")]
    private static partial Regex CamposDelTurno();

    [GeneratedRegex("(== POST /operacion/captura/turnos → 200,) \\d+ bytes")]
    private static partial Regex LargoDelTurno();

    private sealed class Captor(string persona, string sitio, int valor)
    {
        public string Persona => persona;

        public string Sitio => sitio;

        public int Valor => valor;

        public string? Seccion { get; init; }

        public DateTimeOffset Hora { get; set; }

        public string Turno { get; set; } = "";
    }
}
