namespace Prep.Verbos;

/// <summary>Starts several hosts and stops them all when the person says so (Ctrl C) or one of them ends badly.</summary>
internal static class Corrida
{
    public static async Task HastaQueTermineAsync(IReadOnlyList<IHost> servidores, CancellationToken ct)
    {
        var arrancados = new List<IHost>();
        try
        {
            foreach (var servidor in servidores)
            {
                await servidor.StartAsync(ct);
                arrancados.Add(servidor);
            }

            Console.WriteLine("Ctrl C para detener.");
            await Task.Delay(Timeout.Infinite, ct);
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            Console.WriteLine("Deteniendo …");
        }
        finally
        {
            foreach (var servidor in arrancados.AsEnumerable().Reverse())
            {
                await servidor.StopAsync(CancellationToken.None);
                servidor.Dispose();
            }
        }
    }
}
