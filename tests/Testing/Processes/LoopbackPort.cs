using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace PlanetGraph.Testing.Processes;

/// <summary>Free ports of 127.0.0.1.</summary>
public static class LoopbackPort
{
    private static readonly ConcurrentDictionary<int, bool> Taken = new();

    /// <summary>A port that nothing listens on now and that was not handed out before in this process.</summary>
    public static int Free()
    {
        while (true)
        {
            using var listener = new TcpListener(IPAddress.Loopback, 0);
            listener.Start();
            var port = ((IPEndPoint)listener.LocalEndpoint).Port;
            if (Taken.TryAdd(port, true))
            {
                return port;
            }
        }
    }

    /// <summary>Whether something accepts connections on the port.</summary>
    public static async Task<bool> AcceptsAsync(int port)
    {
        using var client = new TcpClient();
        try
        {
            await client.ConnectAsync(IPAddress.Loopback, port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
