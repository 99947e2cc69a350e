using Prep.Tests.Casa;

namespace Prep.Tests.Repeticion;

/// <summary>The whole night of 2022 replayed once, as the README says, for all the tests that look at what came out.</summary>
public sealed class NocheDeOaxaca : IAsyncLifetime
{
    private readonly CarpetaPasajera _carpeta = new();

    public string Publicacion => _carpeta.En("X");

    public Final Final { get; private set; } = null!;

    /// <summary>What was left in the program's folder of temporary files.</summary>
    public IReadOnlyList<string> Temporales { get; private set; } = [];

    public async ValueTask InitializeAsync()
    {
        Final = await Programa.CorrerEnAsync(
            _carpeta.Ruta,
            "repetir", Programa.Real("20220606_1500_PREP_GUB_OAX/OAX_GUB_2022.csv"), "--cortes", "2022-06-05T21:20,2022-06-06T15:00",
            "--contra", $"2022-06-05T21:20={Programa.Real("20220605_2120_PREP_GUB_OAX/OAX_GUB_2022.csv")}", "--salida", Publicacion);
        Temporales = [.. Directory.EnumerateFileSystemEntries(_carpeta.Ruta).Select(r => Path.GetFileName(r)).Where(n => n.StartsWith("prep-", StringComparison.Ordinal))];
    }

    public ValueTask DisposeAsync()
    {
        _carpeta.Dispose();
        return ValueTask.CompletedTask;
    }
}
