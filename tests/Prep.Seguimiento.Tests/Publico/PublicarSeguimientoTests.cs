using System.Security.Cryptography;
using System.Text;
using Prep.Datos;
using Prep.Datos.Seguimiento;
using Prep.Operacion.Tests;
using Prep.Publicacion.Comprobacion;
using Prep.Publicacion.Paquete;
using Prep.Publicacion.Sitio;
using Prep.Seguimiento.Asuntos;
using Prep.Seguimiento.Documentos;
using Prep.Seguimiento.Libro;
using Prep.Seguimiento.Plan;
using Prep.Seguimiento.Publico;

namespace Prep.Seguimiento.Tests.Publico;

/// <summary>From a book with its files to a folder that a stranger verifies.</summary>
public sealed class PublicarSeguimientoTests : IAsyncLifetime
{
    private readonly string _carpeta = Directory.CreateTempSubdirectory("prep-publico-").FullName;
    private readonly RelojManual _reloj = new(Programas.Ahora);
    private AlmacenDeSeguimiento _almacen = null!;
    private ClaveDeFirma _clave = null!;
    private ContextoDeSeguimiento _secretaria = null!;
    private PublicarSeguimiento _publicar = null!;

    private string Publicacion => Path.Combine(_carpeta, "publicacion");

    private static string Id => DatosQueSeEntregan.Oaxaca.Id;

    public async ValueTask InitializeAsync()
    {
        _almacen = await AlmacenDeSeguimiento.AbrirAsync(new(_carpeta), _reloj, default);
        _clave = ClaveDeFirma.AbrirOCrear(Path.Combine(_carpeta, "claves"));
        _secretaria = new(Programas.Persona, "SECRETARIA_TECNICA", new(_almacen), _reloj);
        _publicar = new(_secretaria.Libro, new(Publicacion, _clave, _reloj), Publicacion, ConfiguracionDeSitio.Leer(_carpeta).Debe(), _reloj);
        (await AbrirPrograma.EjecutarAsync(DatosQueSeEntregan.Oaxaca, _secretaria, default)).Debe();
    }

    public async ValueTask DisposeAsync()
    {
        _clave.Dispose();
        await _almacen.DisposeAsync();
        Directory.Delete(_carpeta, recursive: true);
    }

    [Fact]
    public async Task Lo_reservado_no_esta_en_ningun_byte_aunque_haya_sido_publico()
    {
        await EntregarAsync("Proyecto de acuerdo", "publico.pdf", "%PDF lo que todos leen", reservado: false);
        await EntregarAsync("Plan de seguridad", "reservado.pdf", "%PDF dónde están las llaves", reservado: true);
        Assert.True((await _publicar.EjecutarAsync(default)).Debe());
        Assert.True(Dice("lo que todos leen"));
        Assert.False(Dice("dónde están las llaves", "Plan de seguridad", "reservado.pdf", Programas.Persona));
        Assert.Empty(Comprobar());

        (await _secretaria.AnotarAsync(Id, (p, _) => ReservarDocumento.Decidir(p, new(p.Documentos.Todos.Keys.First(), 1, true, "Datos personales")), default)).Debe();
        Assert.True((await _publicar.EjecutarAsync(default)).Debe());
        Assert.False(Dice("lo que todos leen", "publico.pdf", "Datos personales"));
        Assert.Empty(Comprobar());
    }

    [Fact]
    public async Task Se_escribe_cuando_cambia_el_libro_o_el_dia_y_no_antes()
    {
        Assert.True((await _publicar.EjecutarAsync(default)).Debe());
        Assert.False((await _publicar.EjecutarAsync(default)).Debe());

        (await CambiarEstado.EjecutarAsync(Id, new("2024-02-6", EstadoDeActividad.EnCurso, "Tres candidatas"), _secretaria, default)).Debe();
        Assert.True((await _publicar.EjecutarAsync(default)).Debe());
        Assert.True(Dice("Tres candidatas"));

        _reloj.Ahora = Programas.Ahora.AddDays(1);
        Assert.True((await _publicar.EjecutarAsync(default)).Debe());
        Assert.Empty(Comprobar());
    }

    [Fact]
    public async Task Solo_se_dibuja_el_programa_que_cambio_y_queda_byte_por_byte_como_si_fueran_todos()
    {
        (await AbrirPrograma.EjecutarAsync(DatosQueSeEntregan.Oaxaca with { Id = "otro" }, _secretaria, default)).Debe();
        await EntregarAsync("Proyecto de acuerdo", "publico.pdf", "%PDF lo que todos leen", reservado: false);
        Assert.True((await _publicar.EjecutarAsync(default)).Debe());
        var (quieta, movida) = (En("seguimiento/otro/plan.html"), En($"seguimiento/{Id}/plan.html"));
        File.SetLastWriteTimeUtc(quieta, DateTime.UnixEpoch);
        File.SetLastWriteTimeUtc(movida, DateTime.UnixEpoch);

        (await CambiarEstado.EjecutarAsync(Id, new("2024-02-6", EstadoDeActividad.EnCurso, "Tres candidatas"), _secretaria, default)).Debe();
        Assert.True((await _publicar.EjecutarAsync(default)).Debe());
        Assert.Equal((true, false), (File.GetLastWriteTimeUtc(quieta) == DateTime.UnixEpoch, File.GetLastWriteTimeUtc(movida) == DateTime.UnixEpoch));
        await EsComoSiFueranTodosAsync();

        // What somebody altered of the one that stands still is not carried on.
        foreach (var alterado in new[] { quieta, quieta + ".br" })
        {
            File.WriteAllText(alterado, "de otro");
            (await CambiarEstado.EjecutarAsync(Id, new("2024-02-6", EstadoDeActividad.EnCurso, alterado[^3..]), _secretaria, default)).Debe();
            Assert.True((await _publicar.EjecutarAsync(default)).Debe());
            await EsComoSiFueranTodosAsync();
        }

        _reloj.Ahora = Programas.Ahora.AddDays(1);
        Assert.True((await _publicar.EjecutarAsync(default)).Debe());
        await EsComoSiFueranTodosAsync();
    }

    [Fact]
    public async Task Un_documento_danado_en_el_almacen_detiene_la_publicacion_y_queda_la_de_antes()
    {
        Assert.True((await _publicar.EjecutarAsync(default)).Debe());
        await EntregarAsync("Acuerdo", "acuerdo.pdf", "%PDF entero", reservado: false);
        var guardado = Directory.GetFiles(Path.Combine(_carpeta, "seguimiento", "documentos"), "*", SearchOption.AllDirectories).Single();
        File.WriteAllText(guardado, "%PDF cambiado");

        (await _publicar.EjecutarAsync(default)).Rechaza("documento_alterado");
        Assert.Empty(Comprobar());
        File.WriteAllText(guardado, "%PDF entero");
        Assert.True((await _publicar.EjecutarAsync(default)).Debe());
    }

    // Drawn whole by another, in another folder: all the same but the signature, which is never twice the same.
    private async Task EsComoSiFueranTodosAsync()
    {
        Assert.Empty(Comprobar());
        var otra = Directory.CreateTempSubdirectory("prep-entera-").FullName;
        try
        {
            Assert.True((await new PublicarSeguimiento(_secretaria.Libro, new(otra, _clave, _reloj), otra, ConfiguracionDeSitio.Leer(_carpeta).Debe(), _reloj).EjecutarAsync(default)).Debe());
            Assert.Equal(Archivos(otra), Archivos(Publicacion));
        }
        finally
        {
            Directory.Delete(otra, recursive: true);
        }

        static IEnumerable<(string, string)> Archivos(string carpeta) => Directory.EnumerateFiles(carpeta, "*", SearchOption.AllDirectories).Where(a => !a.EndsWith(".firma", StringComparison.Ordinal))
            .Select(a => (Path.GetRelativePath(carpeta, a), Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(a))))).Order();
    }

    private string En(string ruta) => Path.Combine(Publicacion, ruta);

    private async Task EntregarAsync(string titulo, string archivo, string contenido, bool reservado)
    {
        using MemoryStream corriente = new(Encoding.UTF8.GetBytes(contenido));
        EntregarDocumento.Request pedido = new(new(TipoDeAsunto.Actividad, "2024-02-6"), titulo, archivo, ClaseDeDocumento.Proyecto, reservado, reservado ? "Seguridad" : "");
        (await EntregarDocumento.EjecutarAsync(Id, pedido, corriente, AjustesDeDocumentos.PorOmision, _secretaria, default)).Debe();
    }

    // Twins say what their files say: comprobar opens them.
    private bool Dice(params string[] textos) => Directory.EnumerateFiles(Publicacion, "*", SearchOption.AllDirectories)
        .Any(a => textos.Any((Path.GetFileName(a) + Encoding.UTF8.GetString(File.ReadAllBytes(a))).Contains));

    private IReadOnlyList<Hallazgo> Comprobar() => Comprobador.Comprobar(Publicacion, new(_clave.PemPublico), default).Debe().Faltas;
}
