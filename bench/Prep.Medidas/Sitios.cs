using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Hosting;
using Prep.Publicacion.Paquete;
using Prep.Servicios;

namespace Prep.Medidas;

/// <summary>The public site beside nginx with the configuration of its manual: the same files, by turns, each server on one core and the load from another.</summary>
public static partial class Sitios
{
    /// <summary>First argument of this program when it is the server measured.</summary>
    public const string ComoServidor = "servidor-del-sitio";

    private const int Pares = 5;
    private const string Segundos = "3";
    private const string DePrep = "http://127.0.0.1:15081";
    private const string DeNginx = "http://127.0.0.1:15082";

    public static async Task<IReadOnlyList<Toma>> TomarAsync(CancellationToken ct)
    {
        using var lugar = new Lugar();
        var publicacion = lugar.En("publicacion");
        using (var clave = ClaveDeFirma.AbrirOCrear(lugar.En("claves")))
        {
            _ = (await new Publicador(publicacion, clave, TimeProvider.System, new()).PublicarAsync(new Estado(Lugar.Dato("oaxaca-2024")).Toda(), null, ct)).Value;
        }

        if (Environment.ProcessorCount < 2 || !File.Exists("/usr/bin/wrk") || !File.Exists("/usr/sbin/nginx"))
        {
            throw new InvalidOperationException("Hacen falta dos núcleos, wrk, nginx, libnginx-mod-http-brotli-static y libnginx-mod-http-brotli-filter.");
        }

        using var prep = Programa.Lanzar(["taskset", "-c", "0", .. Programa.Propio(ComoServidor, publicacion, DePrep)]);
        using var nginx = Programa.Lanzar(["taskset", "-c", "0", "/usr/sbin/nginx", "-e", lugar.En("error.log"), "-c", Configuracion(lugar, publicacion)]);
        try
        {
            var primera = await PrimeraPaginaAsync(DePrep, ct);
            _ = await PrimeraPaginaAsync(DeNginx, ct);
            var corte = EstadoDePublicacion.LeerActual(publicacion).Value.Corte;
            var seccion = Directory.EnumerateFiles(Path.Combine(publicacion, RutasDePaquete.Cortes, corte!), "*.html", SearchOption.AllDirectories).Where(a => a.Contains("/seccion/", StringComparison.Ordinal)).Order(StringComparer.Ordinal).First();
            List<Toma> tomas = [.. await ContraNginxAsync("portada", "/index.html"), .. await ContraNginxAsync("seccion", "/" + Path.GetRelativePath(publicacion, seccion))];
            tomas.Add(Toma.AloMas("primera_pagina", primera / 1000.0, "kB por la red", 60));
            return tomas;
        }
        finally
        {
            nginx.Kill(entireProcessTree: true);
            prep.Kill(entireProcessTree: true);
        }
    }

    /// <summary>The server measured, until it is told to stop.</summary>
    public static async Task<int> ServirAsync(string carpeta, string url, CancellationToken ct)
    {
        await using var app = Servidores.Sitio(carpeta, url);
        await app.StartAsync(ct);
        await app.WaitForShutdownAsync(ct);
        return 0;
    }

    private static async Task<IReadOnlyList<Toma>> ContraNginxAsync(string nombre, string ruta)
    {
        _ = await CargarAsync(DePrep + ruta);    // warm: a night lasts hours
        var (razones, nuestras, suyas, cargas) = (new List<double>(), new List<double>(), new List<double>(), new List<double>());
        for (var i = 0; i < Pares; i++)
        {
            var (nuestra, carga) = await CargarAsync(DePrep + ruta);
            var (suya, otra) = await CargarAsync(DeNginx + ruta);
            nuestras.Add(nuestra);
            suyas.Add(suya);
            razones.Add(nuestra / suya);
            cargas.Add(Math.Max(carga, otra));
            await Console.Error.WriteLineAsync($"{nombre}: {nuestra:N0} y {suya:N0} por segundo, {nuestra / suya:N2}; el generador ocupa {cargas[^1]:P0} de su núcleo");
        }

        var razon = razones.Order().ElementAt(Pares / 2);
        var vara = suyas.Order().ElementAt(Pares / 2);
        return
        [
            new($"{nombre}_contra_nginx", nuestras.Order().ElementAt(Pares / 2), "respuestas/s", vara, "nginx, mediana de los pares", razon, razon >= 0.65),
            Toma.Aparte($"{nombre}_generador", cargas.Max(), "de su núcleo", 1, "lleno: sería él quien frena"),
        ];
    }

    private static async Task<(double PorSegundo, double Carga)> CargarAsync(string direccion)
    {
        var antes = Maquina.ProcesadorDeHijos();
        var reloj = Stopwatch.StartNew();
        using var wrk = Programa.Lanzar(["taskset", "-c", "1", "wrk", "-t1", "-c64", $"-d{Segundos}s", "-H", "Accept-Encoding: gzip, deflate, br", direccion]);
        var dice = await wrk.StandardOutput.ReadToEndAsync();
        await wrk.WaitForExitAsync();
        if (dice.Contains("Non-2xx", StringComparison.Ordinal) || !Ritmo().IsMatch(dice))
        {
            throw new InvalidOperationException($"{direccion} no se sirvió bien: {dice}");
        }

        return (double.Parse(Ritmo().Match(dice).Groups[1].Value, CultureInfo.InvariantCulture), (Maquina.ProcesadorDeHijos() - antes) / reloj.Elapsed.TotalSeconds);
    }

    // The front page and all that it asks for before anyone touches it, with what the headers weigh.
    private static async Task<long> PrimeraPaginaAsync(string sitio, CancellationToken ct)
    {
        using var cliente = new HttpClient(new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.None }) { BaseAddress = new(sitio) };
        using var legible = new HttpClient { BaseAddress = new(sitio) };
        for (var intento = 0; ; intento++)
        {
            try
            {
                var pagina = await legible.GetStringAsync("/index.html", ct);
                string[] piezas = [.. Pieza().Matches(pagina).Select(m => m.Groups[1].Value).Where(p => !p.StartsWith("data:", StringComparison.Ordinal)).Distinct(), "actual.json"];
                var total = await PesoAsync("index.html");
                foreach (var pieza in piezas)
                {
                    total += await PesoAsync(pieza);
                }

                return total;
            }
            catch (HttpRequestException) when (intento < 100)
            {
                await Task.Delay(100, ct);
            }
        }

        async Task<long> PesoAsync(string ruta)
        {
            using var peticion = new HttpRequestMessage(HttpMethod.Get, ruta);
            peticion.Headers.Add("Accept-Encoding", "br");
            using var respuesta = await cliente.SendAsync(peticion, ct);
            var cuerpo = await respuesta.EnsureSuccessStatusCode().Content.ReadAsByteArrayAsync(ct);
            var peso = cuerpo.Length + respuesta.Headers.ToString().Length + respuesta.Content.Headers.ToString().Length;
            await Console.Error.WriteLineAsync($"{sitio}/{ruta}: {peso:N0} bytes");
            return peso;
        }
    }

    // The one of the manual, word for word, but for its folder and its port.
    private static string Configuracion(Lugar lugar, string publicacion)
    {
        var manual = File.ReadAllText(Path.Combine(Lugar.Raiz, "docs", "operacion", "sitio.md"));
        var servidor = BloqueDeNginx().Match(manual).Groups[1].Value.Replace("/srv/prep/publicacion", publicacion, StringComparison.Ordinal).Replace("listen 80;", $"listen {DeNginx[7..]};", StringComparison.Ordinal);
        var archivo = lugar.En("nginx.conf");
        File.WriteAllText(archivo, $$"""
            load_module /usr/lib/nginx/modules/ngx_http_brotli_static_module.so;
            load_module /usr/lib/nginx/modules/ngx_http_brotli_filter_module.so;
            {{(Environment.IsPrivilegedProcess ? "user root;" : "")}}
            worker_processes 1; daemon off; pid {{lugar.En("nginx.pid")}}; error_log {{lugar.En("error.log")}};
            events { worker_connections 4096; }
            http {
            access_log off; keepalive_requests 1000000000;
            client_body_temp_path {{lugar.En("a")}}; proxy_temp_path {{lugar.En("b")}}; fastcgi_temp_path {{lugar.En("c")}}; uwsgi_temp_path {{lugar.En("d")}}; scgi_temp_path {{lugar.En("e")}};
            {{servidor}}
            }
            """);
        return archivo;
    }

    [GeneratedRegex(@"Requests/sec:\s+([0-9.]+)")]
    private static partial Regex Ritmo();

    [GeneratedRegex("""<(?:link[^>]*\shref|script[^>]*\ssrc|img[^>]*\ssrc)="?([^"\s>]+)""")]
    private static partial Regex Pieza();

    [GeneratedRegex("```nginx\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex BloqueDeNginx();
}
