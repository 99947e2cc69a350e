using Microsoft.EntityFrameworkCore;
using Prep.Datos.Bases;

namespace Prep.Datos.Tests;

public sealed class BaseSqliteTests : IAsyncDisposable
{
    private readonly string _carpeta = Directory.CreateTempSubdirectory("prep-").FullName;
    private readonly BaseSqlite _base;

    public BaseSqliteTests() => _base = new(Path.Combine(_carpeta, "prep.db"));

    private Task<int> EscribirAsync(int valor, bool confirmar = true, bool falla = false) => _base.EscribirAsync(
        async tx =>
        {
            var hecho = await tx.EjecutarAsync("INSERT INTO orden (valor) VALUES (@p0)", valor);
            return falla ? throw new InvalidOperationException("a medias") : hecho;
        },
        _ => confirmar, default);

    private Task<List<int>> LeerAsync() => _base.LeerAsync(tx => tx.TodosAsync("SELECT valor FROM orden ORDER BY rowid", f => f.GetInt32(0)), default);

    private Task CrearAsync() => _base.EscribirAsync(async tx => await tx.EjecutarAsync("CREATE TABLE orden (valor INTEGER)") >= 0, _ => true, default);

    [Fact]
    public async Task Los_que_esperan_pasan_en_el_orden_en_que_llegaron()
    {
        await CrearAsync();
        await Task.WhenAll(Enumerable.Range(0, 200).Select(i => EscribirAsync(i)).ToArray());
        Assert.Equal(Enumerable.Range(0, 200), await LeerAsync());
    }

    [Fact]
    public async Task Lo_rechazado_o_lo_que_falla_no_deja_nada_ni_arrastra_a_los_demas()
    {
        await CrearAsync();
        Task[] obras = [.. Enumerable.Range(0, 90).Select(i => EscribirAsync(i, confirmar: i % 3 != 1, falla: i % 3 == 2))];
        foreach (var (obra, i) in obras.Select((o, i) => (o, i)))
        {
            Assert.Equal(i % 3 == 2, await Record.ExceptionAsync(() => obra) is InvalidOperationException);
        }

        Assert.Equal(Enumerable.Range(0, 90).Where(i => i % 3 == 0), await LeerAsync());
    }

    [Fact]
    public async Task Una_lectura_ve_una_sola_foto()
    {
        await CrearAsync();
        await EscribirAsync(1);
        await _base.LeerAsync(
            async tx =>
            {
                Assert.Equal(1, await tx.EscalarAsync<long>("SELECT COUNT(*) FROM orden"));
                await EscribirAsync(2);
                Assert.Equal(1, await tx.EscalarAsync<long>("SELECT COUNT(*) FROM orden"));
                return true;
            },
            default);
        Assert.Equal([1, 2], await LeerAsync());
    }

    [Fact]
    public async Task Cada_conexion_escribe_de_verdad_al_disco()
    {
        await CrearAsync();
        Assert.Equal(2, await _base.LeerAsync(tx => tx.EscalarAsync<long>("PRAGMA synchronous"), default));
        Assert.Equal("wal", await _base.LeerAsync(tx => tx.EscalarAsync<string>("PRAGMA journal_mode"), default));
        await using var contexto = _base.Contexto();
        await contexto.Database.OpenConnectionAsync(TestContext.Current.CancellationToken);
        await using var comando = contexto.Database.GetDbConnection().CreateCommand();
        comando.CommandText = "PRAGMA synchronous";
        Assert.Equal(2L, await comando.ExecuteScalarAsync(TestContext.Current.CancellationToken));
    }

    public async ValueTask DisposeAsync()
    {
        await _base.DisposeAsync();
        Directory.Delete(_carpeta, recursive: true);
    }
}
