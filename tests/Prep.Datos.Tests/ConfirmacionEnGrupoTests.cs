using FsCheck;
using FsCheck.Fluent;
using Prep.Datos.Bases;

namespace Prep.Datos.Tests;

/// <summary>Many use cases in one commit: each stands or falls alone, and nobody is answered before it is durable.</summary>
public sealed class ConfirmacionEnGrupoTests : IAsyncDisposable
{
    private enum Suerte
    {
        Bien,
        Rechazada,
        Falla,
        SentenciaMala,
        Cancelada,
    }

    private readonly string _carpeta = Directory.CreateTempSubdirectory("prep-").FullName;
    private readonly BaseSqlite _base;

    public ConfirmacionEnGrupoTests() => _base = new(Path.Combine(_carpeta, "prep.db"));

    [Fact]
    public async Task Cada_quien_recibe_lo_suyo_y_solo_queda_lo_bueno()
    {
        await CrearAsync();
        var grupos = Gen.Elements(Enum.GetValues<Suerte>()).NonEmptyListOf().ToArbitrary();
        Prop.ForAll(grupos, suertes => ProbarAsync([.. suertes]).GetAwaiter().GetResult()).Check(Config.QuickThrowOnFailure.WithMaxTest(30));
    }

    [Fact]
    public async Task Nadie_recibe_respuesta_antes_de_que_se_confirme_el_grupo()
    {
        await CrearAsync();
        var (puerta, llego) = (new TaskCompletionSource(), new TaskCompletionSource());
        var primera = EscribirAsync(1);
        await primera;
        var abierta = _base.EscribirAsync(async _ => { llego.SetResult(); await puerta.Task; return 0; }, _ => true, default);
        await llego.Task;
        var segunda = EscribirAsync(2);
        List<int>? vistos = null;
        var yaRespondida = false;
        var tercera = _base.EscribirAsync(
            async _ =>
            {
                yaRespondida = segunda.IsCompleted;
                vistos = await LeerAsync();
                return 0;
            },
            _ => true, default);
        puerta.SetResult();
        await Task.WhenAll(abierta, segunda, tercera);

        Assert.False(yaRespondida);
        Assert.Equal([1], vistos);
        Assert.Equal([1, 2], await LeerAsync());
    }

    [Fact]
    public async Task Si_no_se_puede_confirmar_fallan_todos_y_los_que_siguen_pasan()
    {
        await CrearAsync();
        var (puerta, llego) = (new TaskCompletionSource(), new TaskCompletionSource());
        var abierta = _base.EscribirAsync(async _ => { llego.SetResult(); await puerta.Task; return 0; }, _ => true, default);
        await llego.Task;
        Task[] grupo = [EscribirAsync(1), _base.EscribirAsync(tx => tx.EjecutarAsync("INSERT INTO hijo (padre) VALUES (99)"), _ => true, default), EscribirAsync(2)];
        puerta.SetResult();
        await abierta;

        foreach (var obra in grupo)
        {
            Assert.NotNull(await Record.ExceptionAsync(() => obra));
        }

        await EscribirAsync(3);
        Assert.Equal([3], await LeerAsync());
    }

    public async ValueTask DisposeAsync()
    {
        await _base.DisposeAsync();
        Directory.Delete(_carpeta, recursive: true);
    }

    // A foreign key that is looked at only on COMMIT.
    private async Task CrearAsync()
    {
        await _base.EscribirAsync(tx => tx.EjecutarAsync("CREATE TABLE orden (valor INTEGER UNIQUE)"), _ => true, default);
        await _base.EscribirAsync(tx => tx.EjecutarAsync("CREATE TABLE hijo (padre INTEGER REFERENCES orden (valor) DEFERRABLE INITIALLY DEFERRED)"), _ => true, default);
    }

    private async Task<bool> ProbarAsync(Suerte[] suertes)
    {
        await _base.EscribirAsync(tx => tx.EjecutarAsync("DELETE FROM orden"), _ => true, default);
        var obras = suertes.Select((s, i) => EscribirAsync(i, s)).ToArray();
        for (var i = 0; i < obras.Length; i++)
        {
            var falla = await Record.ExceptionAsync(() => obras[i]);
            var esperada = suertes[i] switch
            {
                Suerte.Bien or Suerte.Rechazada => falla is null,
                Suerte.Falla => falla is InvalidOperationException,
                Suerte.Cancelada => falla is OperationCanceledException,
                _ => falla is System.Data.Common.DbException,
            };
            if (!esperada)
            {
                return false;
            }
        }

        return (await LeerAsync()).SequenceEqual(Enumerable.Range(0, suertes.Length).Where(i => suertes[i] == Suerte.Bien));
    }

    private Task<int> EscribirAsync(int valor, Suerte suerte = Suerte.Bien) => _base.EscribirAsync(
        async tx =>
        {
            var hecho = await tx.EjecutarAsync("INSERT INTO orden (valor) VALUES (@p0)", valor);
            return suerte switch
            {
                Suerte.Falla => throw new InvalidOperationException("a medias"),
                Suerte.SentenciaMala => await tx.EjecutarAsync("INSERT INTO orden (valor) VALUES (@p0)", valor),
                _ => hecho,
            };
        },
        _ => suerte != Suerte.Rechazada, new CancellationToken(suerte == Suerte.Cancelada));

    private Task<List<int>> LeerAsync() => _base.LeerAsync(tx => tx.TodosAsync("SELECT valor FROM orden ORDER BY rowid", f => f.GetInt32(0)), default);
}
