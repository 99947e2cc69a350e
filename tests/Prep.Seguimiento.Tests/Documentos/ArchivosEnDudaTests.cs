using System.Text;
using Prep.Datos.Seguimiento;
using Prep.Operacion.Tests;
using Prep.Seguimiento.Asuntos;
using Prep.Seguimiento.Documentos;
using Prep.Seguimiento.Libro;
using Prep.Seguimiento.Plan;

namespace Prep.Seguimiento.Tests.Documentos;

/// <summary>The folder of documents holds what the book names, and nothing that it refused; what it names nobody takes away.</summary>
public sealed class ArchivosEnDudaTests : IAsyncLifetime
{
    private static readonly Asunto _actividad = new(TipoDeAsunto.Actividad, "2024-02-6");

    private readonly string _carpeta = Directory.CreateTempSubdirectory("prep-dudosos-").FullName;
    private AlmacenDeSeguimiento _almacen = null!;
    private ContextoDeSeguimiento _secretaria = null!;

    private static string Id => DatosQueSeEntregan.Oaxaca.Id;

    public async ValueTask InitializeAsync()
    {
        RelojManual reloj = new(ProgramaDePrueba.Ahora);
        _almacen = await AlmacenDeSeguimiento.AbrirAsync(new(_carpeta), reloj, default);
        _secretaria = new("clave", "SECRETARIA_TECNICA", new(_almacen), reloj);
        (await AbrirPrograma.EjecutarAsync(DatosQueSeEntregan.Oaxaca, _secretaria, default)).Debe();
    }

    public async ValueTask DisposeAsync()
    {
        await _almacen.DisposeAsync();
        Directory.Delete(_carpeta, recursive: true);
    }

    [Fact]
    public async Task Lo_que_el_libro_rechaza_no_deja_nada()
    {
        var numero = (await EntregarAsync("Acuerdo", "uno")).Debe().Documentos.Todos.Keys.Single();
        var antes = Archivos();

        // The other version of a document that meanwhile says the same: refused once its file came.
        (await EntregarAsync("Acuerdo", "uno", numero)).Rechaza("documento_igual");
        using (var otra = await RecibirAsync("nunca nombrada"))
        {
            (await _secretaria.AnotarAsync(Id, Rechazar, default, otra.Poner)).Rechaza("documento_desconocido");
        }

        Assert.Equal(antes, Archivos());
        Assert.Single(antes);
    }

    [Fact]
    public async Task De_los_mismos_bytes_se_rechaza_uno_y_el_otro_se_queda()
    {
        using var rechazada = await RecibirAsync("los mismos");
        (await EntregarAsync("Acuerdo", "los mismos")).Debe();
        (await _secretaria.AnotarAsync(Id, Rechazar, default, rechazada.Poner)).Rechaza("documento_desconocido");
        rechazada.Dispose();
        await _secretaria.Libro.QuitarDudososAsync(default);

        Assert.Single(Archivos());
        using var dado = await _almacen.Documentos.AbrirAsync(rechazada.Codigo, default);
        Assert.NotNull(dado);
    }

    [Theory]
    [InlineData(false, 0)]
    [InlineData(true, 1)]
    public async Task Lo_que_puso_un_servidor_que_murio_se_quita_si_el_libro_no_lo_nombra(bool nombrado, int quedan)
    {
        using (var subida = await RecibirAsync("a medias"))
        {
            subida.Poner();
            if (nombrado)
            {
                // Died after the commit, before it took its mark away.
                (await _secretaria.AnotarAsync(Id, (p, _) => EntregarDocumento.Decidir(p, new(_actividad, "Acuerdo", "a.pdf", ClaseDeDocumento.Acuerdo), new(subida.Codigo.Hex, subida.Bytes)), default)).Debe();
            }
        }

        Assert.Equal(2, Archivos().Count);
        await _secretaria.Libro.QuitarDudososAsync(default);
        Assert.Equal(quedan, Archivos().Count);
    }

    [Fact]
    public async Task Quien_limpia_espera_a_quien_esta_por_nombrar_lo_que_puso()
    {
        using var subida = await RecibirAsync("por nombrar");
        var limpia = Task.CompletedTask;
        (await _secretaria.AnotarAsync(
            Id,
            (p, _) => EntregarDocumento.Decidir(p, new(_actividad, "Acuerdo", "a.pdf", ClaseDeDocumento.Acuerdo), new(subida.Codigo.Hex, subida.Bytes)),
            default,
            () =>
            {
                subida.Poner();
                limpia = Task.Run(() => new LibroDeSeguimiento(_almacen).QuitarDudososAsync(default));
                Assert.False(limpia.Wait(200), "limpió mientras otro escribía");
            })).Debe();
        await limpia;

        Assert.Equal([_almacen.Documentos.Ruta(subida.Codigo)], Archivos());
    }

    private static Dominio.Result<Suceso> Rechazar(Programa programa, DateTimeOffset ahora) => EntregarDocumento.Desconocido;

    private async Task<Dominio.Result<Programa>> EntregarAsync(string titulo, string contenido, int? numero = null)
    {
        using MemoryStream corriente = new(Encoding.UTF8.GetBytes(contenido));
        return await EntregarDocumento.EjecutarAsync(Id, new(_actividad, titulo, "a.pdf", ClaseDeDocumento.Acuerdo, Numero: numero), corriente, AjustesDeDocumentos.PorOmision, _secretaria, default);
    }

    private async Task<Datos.Imagenes.ImagenesEnDisco.Subida> RecibirAsync(string contenido)
    {
        using MemoryStream corriente = new(Encoding.UTF8.GetBytes(contenido));
        return (await _almacen.Documentos.RecibirAsync(corriente, 100, default))!;
    }

    private List<string> Archivos() => [.. Directory.EnumerateFiles(Path.Combine(_carpeta, "seguimiento", "documentos"), "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];
}
