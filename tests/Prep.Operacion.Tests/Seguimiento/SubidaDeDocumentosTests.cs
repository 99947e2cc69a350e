using System.Net;
using System.Reflection;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Prep.Datos.Seguimiento;
using Prep.Datos.Tests;
using Prep.Dominio;
using Prep.Operacion.Tests.Http;
using Prep.Seguimiento.Documentos;
using Prep.Seguimiento.Libro;
using Prep.Seguimiento.Plan;

namespace Prep.Operacion.Tests.Seguimiento;

/// <summary>A file over HTTP: kept as it comes, given back as a file and never as a page.</summary>
public sealed partial class SubidaDeDocumentosTests(ClusterDePostgres cluster)
{
    private const string Actividad = "/seguimiento/oaxaca-2023-2024/actividades/2024-01-4";
    private const string Documentos = "/seguimiento/oaxaca-2023-2024/documentos";
    private static readonly string _oaxaca = Path.Combine(
        typeof(SubidaDeDocumentosTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(m => m.Key == "Raiz").Value!, "datos", "seguimiento", "oaxaca-2023-2024");

    private static readonly byte[] Malo = "<html><script>alert(document.cookie)</script>"u8.ToArray();

    [Theory, MemberData(nameof(ServidorDePrueba.Bases), MemberType = typeof(ServidorDePrueba))]
    public async Task Lo_que_entra_sale_igual_como_archivo_y_nunca_como_pagina(string @base)
    {
        await using var s = await AbiertoAsync(@base);
        using var irving = s.Cliente("irving", "SECRETARIA_TECNICA");

        var (estado, pantalla) = await SubirAsync(irving, await FichaAsync(irving), "evidencia.html", Malo, ("titulo", "Oficio"), ("clase", "Oficio"));

        Assert.Equal(HttpStatusCode.SeeOther, estado);
        Assert.Contains("Quedó guardado el documento.", pantalla);
        using var visita = s.Cliente("ine", "INE");
        using var dado = await visita.GetAsync(Enlace().Match(pantalla).Groups[1].Value);
        Assert.Equal(Malo, await dado.Content.ReadAsByteArrayAsync());
        Assert.Equal(("application/octet-stream", "attachment", "evidencia.html"), (dado.Content.Headers.ContentType?.MediaType, dado.Content.Headers.ContentDisposition?.DispositionType, dado.Content.Headers.ContentDisposition?.FileName));
        Assert.Equal(["nosniff"], dado.Headers.GetValues("X-Content-Type-Options"));
        Assert.StartsWith("sandbox", Assert.Single(dado.Headers.GetValues("Content-Security-Policy")));
        Assert.Equal(HttpStatusCode.NotFound, (await visita.GetAsync("/seguimiento/oaxaca-2023-2024/documentos/2/2")).StatusCode);
    }

    [Fact]
    public async Task Lo_que_se_rechaza_dice_por_que_conserva_lo_escrito_y_no_deja_nada()
    {
        await using var s = await AbiertoAsync("sqlite");
        using var irving = s.Cliente("irving", "SECRETARIA_TECNICA");
        var ficha = await FichaAsync(irving);

        foreach (var (archivo, bytes, campos, dice) in new (string, byte[], (string, string)[], string)[]
        {
            ("", [], [("titulo", "Mi anexo"), ("clase", "Oficio")], "Elija el archivo"),
            ("vacio.pdf", [], [("titulo", "Mi anexo"), ("clase", "Oficio")], "Elija el archivo"),
            ("grande.pdf", new byte[AjustesDeDocumentos.De(1).Limite + 1], [("titulo", "Mi anexo"), ("clase", "Oficio")], "pasa de 1 MB"),
            ("a.pdf", [1], [("titulo", "Mi anexo"), ("clase", "Oficio"), ("reservado", "si")], "Diga por qué se reserva"),
            ("a.pdf", [1], [("titulo", "Mi anexo"), ("clase", "99")], "Diga qué es"),
        })
        {
            var (estado, pantalla) = await SubirAsync(irving, ficha, archivo, bytes, campos);

            Assert.Equal(HttpStatusCode.BadRequest, estado);
            Assert.Contains(dice, pantalla);
            Assert.Contains("value=\"Mi anexo\"", pantalla);
        }

        var (sinFicha, vencida) = await SubirAsync(irving, "otra", "a.pdf", [1], ("titulo", "Mi anexo"), ("clase", "Oficio"));
        Assert.Equal(HttpStatusCode.BadRequest, sinFicha);
        Assert.Contains("No se registró nada", vencida);
        Assert.Contains("Todavía no hay ninguno", await irving.GetStringAsync(Actividad));
        Assert.Empty(Directory.EnumerateFiles(Path.Combine(s.Datos.Opciones.Carpeta, "seguimiento", "documentos"), ".subida*", SearchOption.AllDirectories));
    }

    [Theory]
    [InlineData(Actividad, Documentos, "El archivo pasa de 1 MB", true)]
    [InlineData(Actividad, Documentos, "El archivo pasa de 1 MB", false)]
    [InlineData("/puestos/padron", "/puestos/padron", "El archivo pasa de 8 MB", true)]
    [InlineData("/puestos/capacitacion", "/puestos/capacitacion/archivo", "El archivo pasa de 8 MB", true)]
    public async Task Un_archivo_desmedido_se_oye_hasta_el_fin_y_se_responde_con_su_frase(string pantalla, string destino, string dice, bool conLargo)
    {
        await using var s = await AbiertoAsync("sqlite", conRed: true);
        using var cliente = pantalla == Actividad ? s.Cliente("irving", "SECRETARIA_TECNICA") : s.Cliente("admi", "ADMIN_TI", "CENTRAL");

        var (_, respuesta) = await SubirAsync(cliente, await FichaAsync(cliente, pantalla), destino, "grande.pdf", new Ceros(40 << 20, conLargo), ("titulo", "Mi anexo"), ("clase", "Oficio"));

        Assert.Contains(dice, respuesta);
        Assert.Equal(pantalla == Actividad, respuesta.Contains("value=\"Mi anexo\"", StringComparison.Ordinal));
        Assert.DoesNotContain(Directory.EnumerateFiles(s.Datos.Opciones.Carpeta, "*", SearchOption.AllDirectories), f => f.Contains("documentos", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Lo_que_el_disco_altero_no_se_da()
    {
        await using var s = await AbiertoAsync("sqlite");
        using var irving = s.Cliente("irving", "SECRETARIA_TECNICA");
        var (_, pantalla) = await SubirAsync(irving, await FichaAsync(irving), "a.pdf", Malo, ("titulo", "Oficio"), ("clase", "Oficio"));
        var codigo = Convert.ToHexStringLower(SHA256.HashData(Malo));
        var archivo = Path.Combine(s.Datos.Opciones.Carpeta, "seguimiento", "documentos", codigo[..2], codigo);
        foreach (var estropear in new Action[] { () => File.WriteAllBytes(archivo, [0, 1, 2]), () => File.Delete(archivo) })
        {
            estropear();
            using var dado = await irving.GetAsync(Enlace().Match(pantalla).Groups[1].Value);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, dado.StatusCode);
            Assert.Contains("restaure del respaldo", await dado.Content.ReadAsStringAsync());
        }

        // Brought again, it is mended.
        await SubirAsync(irving, await FichaAsync(irving), "a.pdf", Malo, ("titulo", "Otra vez"), ("clase", "Oficio"));
        Assert.Equal(Malo, await irving.GetByteArrayAsync(Enlace().Match(pantalla).Groups[1].Value));
    }

    private async Task<ServidorDePrueba> AbiertoAsync(string @base, bool conRed = false)
    {
        var s = await ServidorDePrueba.CrearAsync(@base, cluster, anexos: AjustesDeDocumentos.De(1), conRed: conRed);
        await using var almacen = await AlmacenDeSeguimiento.AbrirAsync(s.Datos.Opciones, s.Datos.Reloj, default);
        var definicion = LectorDePrograma.Leer(_oaxaca).Value;
        Assert.True((await AbrirPrograma.EjecutarAsync(definicion, new("programa", "", new LibroDeSeguimiento(almacen), s.Datos.Reloj), default)).IsOk);
        return s;
    }

    private static async Task<string> FichaAsync(HttpClient cliente, string pantalla = Actividad) => Ficha().Match(await cliente.GetStringAsync(pantalla)).Groups[1].Value;

    private static Task<(HttpStatusCode Estado, string Pantalla)> SubirAsync(HttpClient cliente, string ficha, string archivo, byte[] bytes, params (string Caja, string Valor)[] cajas) =>
        SubirAsync(cliente, ficha, Documentos, archivo, new ByteArrayContent(bytes), cajas);

    private static async Task<(HttpStatusCode Estado, string Pantalla)> SubirAsync(HttpClient cliente, string ficha, string destino, string archivo, HttpContent contenido, params (string Caja, string Valor)[] cajas)
    {
        using MultipartFormDataContent forma = [];
        foreach (var (caja, valor) in cajas.Prepend(("ficha", ficha)).Append(("asunto", "actividad:2024-01-4")))
        {
            forma.Add(new StringContent(valor), caja);
        }

        contenido.Headers.ContentDisposition = new("form-data") { Name = "\"archivo\"", FileName = $"\"{archivo}\"" };
        forma.Add(contenido);
        using var respuesta = await cliente.PostAsync(destino, forma);
        var texto = respuesta.StatusCode == HttpStatusCode.SeeOther ? await cliente.GetStringAsync(respuesta.Headers.Location) : await respuesta.Content.ReadAsStringAsync();
        return (respuesta.StatusCode, WebUtility.HtmlDecode(texto));
    }

    /// <summary>Bytes that are nowhere until they are sent.</summary>
    private sealed class Ceros(long bytes, bool conLargo) : HttpContent
    {
        private static readonly byte[] _bocado = new byte[1 << 20];

        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            for (var faltan = bytes; faltan > 0; faltan -= _bocado.Length)
            {
                await stream.WriteAsync(_bocado.AsMemory(0, (int)Math.Min(faltan, _bocado.Length)));
            }
        }

        protected override bool TryComputeLength(out long length)
        {
            length = bytes;
            return conLargo;
        }
    }

    [GeneratedRegex("name=\"prep-ficha\" content=\"([^\"]+)\"")]
    private static partial Regex Ficha();

    [GeneratedRegex("href=\"(/seguimiento/[^\"]+/documentos/[0-9]+/1)\"")]
    private static partial Regex Enlace();
}
