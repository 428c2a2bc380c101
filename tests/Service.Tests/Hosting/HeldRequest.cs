using System.Net;
using System.Net.Sockets;
using System.Text;

namespace PlanetGraph.Service.Tests.Hosting;

/// <summary>A request of which the service has everything but the last byte: it is in flight until the test lets it go.</summary>
public sealed class HeldRequest : IDisposable
{
    private const string Body = """{"addrs":["北京"]}""";
    private readonly TcpClient connection = new();

    public static async Task<HeldRequest> SendAsync(Uri address)
    {
        var held = new HeldRequest();
        await held.connection.ConnectAsync(IPAddress.Loopback, address.Port, TestContext.Current.CancellationToken);
        var body = Encoding.UTF8.GetBytes(Body);
        var head = Encoding.ASCII.GetBytes(
            $"POST {RunningService.StandardizePath} HTTP/1.1\r\nHost: localhost\r\nContent-Length: {body.Length}\r\n\r\n");
        await held.connection.GetStream().WriteAsync((byte[])[.. head, .. body[..^1]], TestContext.Current.CancellationToken);
        return held;
    }

    /// <summary>Sends the last byte and gives everything the service answers until it closes or the answer is whole.</summary>
    public async Task<string> FinishAsync()
    {
        var stream = connection.GetStream();
        await stream.WriteAsync("}"u8.ToArray(), TestContext.Current.CancellationToken);
        var received = new StringBuilder();
        var buffer = new byte[16 * 1024];
        while (!received.ToString().EndsWith("]}", StringComparison.Ordinal)
            && await stream.ReadAsync(buffer, TestContext.Current.CancellationToken) is > 0 and var count)
        {
            received.Append(Encoding.UTF8.GetString(buffer, 0, count));
        }

        return received.ToString();
    }

    public void Dispose() => connection.Dispose();
}
