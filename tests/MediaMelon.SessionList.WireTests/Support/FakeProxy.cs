using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace MediaMelon.SessionList.WireTests.Support;

/// <summary>A proxy that opens no tunnel: it gives the same answer to everything, and keeps what it received.</summary>
internal sealed class FakeProxy : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly byte[] _answer;
    private readonly Task _accepting;

    public FakeProxy(string answer)
        : this(Encoding.Latin1.GetBytes(answer))
    {
    }

    public FakeProxy(byte[] answer)
    {
        _answer = answer;
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>What each connection began with.</summary>
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
                await AnswerAsync(connection);
            }
        }
        catch (Exception failure) when (failure is SocketException or InvalidOperationException)
        {
            // Stopped.
        }
    }

    private async Task AnswerAsync(TcpClient connection)
    {
        try
        {
            var stream = connection.GetStream();
            var buffer = new byte[8192];
            var read = await stream.ReadAsync(buffer);
            Received.Enqueue(Encoding.Latin1.GetString(buffer, 0, read));
            await stream.WriteAsync(_answer);
        }
        catch (IOException)
        {
            // The client hung up.
        }
    }
}
