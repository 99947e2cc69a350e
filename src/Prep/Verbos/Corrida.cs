using System.Net;
using System.Net.Sockets;

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

    /// <summary>Says before any work that an address cannot be served here.</summary>
    /// <param name="remedio">What the person does about it.</param>
    /// <exception cref="IOException">A port is taken, or not ours to open.</exception>
    public static void ExigirLibres(IEnumerable<string> direcciones, string remedio)
    {
        foreach (var direccion in direcciones.Select(d => new Uri(d)))
        {
            try
            {
                using var puerta = new TcpListener(IPAddress.Loopback, direccion.Port);
                puerta.Start();
            }
            catch (SocketException e)
            {
                var motivo = e.SocketErrorCode == SocketError.AddressAlreadyInUse ? "ya lo usa otro programa" : "no se puede abrir con este usuario";
                throw new IOException($"el puerto {direccion.Port} {motivo}. {remedio}", e);
            }
        }
    }
}
