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
