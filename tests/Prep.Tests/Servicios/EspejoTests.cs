using System.Text;
using System.Text.RegularExpressions;
using Prep.Dominio.Actas;
using Prep.Dominio.Catalogo;
using Prep.Dominio.Cortes;
using Prep.Operacion.Preparacion.Carpeta;
using Prep.Publicacion.Paquete;
using Prep.Servicios;
using Prep.Simulador.Noches;
using Prep.Tests.Casa;

namespace Prep.Tests.Servicios;

/// <summary>The mirror of docs/operacion/sitio.md, run as whoever copies it from there would.</summary>
public sealed partial class EspejoTests : IDisposable
{
    private readonly CarpetaPasajera _carpeta = new();

    public void Dispose() => _carpeta.Dispose();

    [Fact]
    public async Task El_guion_del_manual_trae_la_publicacion_entera_corte_a_corte_y_el_espejo_pasa()
    {
        var ct = TestContext.Current.CancellationToken;
        var publicacion = _carpeta.En("publicacion");
        using var clave = ClaveDeFirma.AbrirOCrear(_carpeta.En("claves"));
        var publicador = new Publicador(publicacion, clave, TimeProvider.System, new());
        var (cortes, imagenes) = Cortes();
        var guion = _carpeta.Escribir("espejo.sh", Guion(await File.ReadAllTextAsync(Path.Combine(Programa.Raiz, "docs/operacion/sitio.md"), ct)));

        // In pairs, so that the second round finds what it already has; the last is the final corte.
        foreach (var par in cortes.Chunk(2))
        {
            foreach (var corte in par)
            {
                Assert.True((await publicador.PublicarAsync(corte, (codigo, _) => ValueTask.FromResult(imagenes.GetValueOrDefault(codigo.Hex)), ct)).IsOk);
            }

            await using var sitio = Servidores.Sitio(publicacion, "http://127.0.0.1:0");
            await sitio.StartAsync(ct);
            var final = await Programa.AjenoAsync(_carpeta.Ruta, "bash", guion, sitio.Urls.Single());
            Assert.True(final.Codigo == 0, final.Error);
            Assert.Equal("", final.Error);
            Assert.Equal(Archivos(publicacion), Archivos(_carpeta.En("ESPEJO")));
        }

        var comprobado = await Programa.CorrerAsync("comprobar", _carpeta.En("ESPEJO"), "--clave", Path.Combine(publicacion, "clave-publica.pem"), "--todos");
        Assert.Equal("PASA", comprobado.UltimaLinea);
        Assert.NotEmpty(Directory.GetFiles(_carpeta.En("ESPEJO", "imagenes"), "*.jpg", SearchOption.AllDirectories));
    }

    // One district of Oaxaca and its invented night, with an image in each acta.
    private static (Corte[] Cortes, Dictionary<string, byte[]> Imagenes) Cortes()
    {
        var proceso = LectorDeCarpeta.Leer(Path.Combine(Programa.Raiz, "datos", "oaxaca-2024")).Resultado.Value;
        var eleccion = proceso.Elecciones[0];
        var area = eleccion.Areas.First(a => a.Tipo != TipoDeArea.SinArea);
        var chico = proceso with
        {
            Clase = ClaseDeProceso.Simulacro,
            Elecciones = [eleccion with { Areas = [area], Actas = [.. eleccion.Actas.Where(a => a.Area == area.Id).Take(24)] }],
            SistemasNormativos = [],
        };
        var noche = Noche.De(chico, 7, new());
        var calendario = chico.Calendario;
        DateTimeOffset[] horas = [calendario.InicioEn, calendario.InicioEn.AddHours(3), calendario.InicioEn.AddHours(6), calendario.UltimaActualizacionEn];
        Dictionary<string, byte[]> imagenes = new(StringComparer.Ordinal);
        return ([.. horas.Select((h, i) => ConImagenes(noche.CorteEn(h, i == 0 ? null : horas[i - 1]), imagenes))], imagenes);
    }

    private static Corte ConImagenes(Corte corte, Dictionary<string, byte[]> imagenes)
    {
        RegistroDeActa Con(RegistroDeActa registro)
        {
            if (registro.Imagen is not { } imagen)
            {
                return registro;
            }

            var bytes = Encoding.UTF8.GetBytes($"imagen de {registro.Id.Nombre}");
            var codigo = CodigoDeIntegridad.De(bytes);
            imagenes[codigo.Hex] = bytes;
            return registro with { Imagen = imagen with { Codigo = codigo } };
        }

        return corte with
        {
            Elecciones = [.. corte.Elecciones.Select(e => e with { Registros = [.. e.Registros.Select(r => r is null ? null : Con(r))], Agregadas = [.. e.Agregadas.Select(Con)] })],
        };
    }

    private static string Guion(string manual) => Bloque().Matches(manual).Select(b => b.Groups[1].Value).Single(b => b.Contains("sitio=$1", StringComparison.Ordinal));

    // What a mirror brings: all but the lock and the link for a local server.
    private static SortedDictionary<string, string> Archivos(string carpeta) => new(
        Directory.EnumerateFiles(carpeta, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint })
            .Select(r => (Nombre: Path.GetRelativePath(carpeta, r), Ruta: r)).Where(a => a.Nombre != RutasDePaquete.Candado)
            .ToDictionary(a => a.Nombre, a => CodigoDeIntegridad.De(File.ReadAllBytes(a.Ruta)).Hex),
        StringComparer.Ordinal);

    [GeneratedRegex("```sh\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Bloque();
}
