using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace MediaMelon.SessionList.WireTests.Support;

/// <summary>A proxy that never opens a tunnel. It returns the same response to every request, and records what it receives.</summary>
internal sealed class FakeProxy : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly byte[] _response;
    private readonly Task _accepting;

    public FakeProxy(string response)
        : this(Encoding.Latin1.GetBytes(response))
    {
    }

    public FakeProxy(byte[] response)
    {
        _response = response;
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>The first bytes of each connection.</summary>
    public ConcurrentQueue<string> Received { get; } = new();

    public async ValueTask DisposeAsync()
    {
        _listener.Stop();
        await _accepting;
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                using var connection = await _listener.AcceptTcpClientAsync();
                await RespondAsync(connection);
            }
        }
        catch (Exception failure) when (failure is SocketException or InvalidOperationException)
        {
            // Stopped.
        }
    }

    private async Task RespondAsync(TcpClient connection)
    {
        try
        {
            var stream = connection.GetStream();
            var buffer = new byte[8192];
            var read = await stream.ReadAsync(buffer);
            Received.Enqueue(Encoding.Latin1.GetString(buffer, 0, read));
            await stream.WriteAsync(_response);
        }
        catch (IOException)
        {
            // The client disconnected.
        }
    }
}
