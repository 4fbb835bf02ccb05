using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace MediaMelon.SessionList.WireTests.Support;

/// <summary>A minimal HTTP/1.1 service on a socket, with configurable responses and failures.</summary>
internal sealed class Service : IAsyncDisposable
{
    private readonly Clock _clock;
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentQueue<ResponseWriter> _next = new();
    private readonly ConcurrentQueue<Request> _requests = new();
    private readonly ConcurrentDictionary<TcpClient, Task> _connections = new();
    private readonly Task _accepting;
    private int _connectionCount;

    public Service(Clock clock)
    {
        _clock = clock;
        _listener.Start();
        Address = new Uri($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}");
        _accepting = AcceptAsync();
    }

    public Uri Address { get; }

    /// <summary>Each physical request, in order of arrival.</summary>
    public IReadOnlyList<Request> Requests => [.. _requests];

    /// <summary>The number of accepted connections.</summary>
    public int Connections => _connectionCount;

    /// <summary>Selects the response to a request after the responses of <see cref="Next"/>.</summary>
    public Func<Request, ResponseWriter> DefaultResponse { get; set; } = _ => TestResponses.Page(TestValues.Rows);

    /// <summary>Adds responses to the next requests, one for each request.</summary>
    public Service Next(params IEnumerable<ResponseWriter> responses)
    {
        foreach (var response in responses)
            _next.Enqueue(response);

        return this;
    }

    public Service Always(ResponseWriter response)
    {
        DefaultResponse = _ => response;
        return this;
    }

    /// <summary>Waits until all accepted connections have ended.</summary>
    public Task WaitForConnectionsAsync() => Task.WhenAll(_connections.Values);

    public async ValueTask DisposeAsync()
    {
        _listener.Stop();
        await _accepting;
        foreach (var connection in _connections.Keys)
            connection.Close();

        await Task.WhenAll(_connections.Values);
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var connection = await _listener.AcceptTcpClientAsync();
                connection.NoDelay = true;
                Interlocked.Increment(ref _connectionCount);
                _connections[connection] = Task.Run(() => ServeAsync(connection));
            }
        }
        catch (Exception failure) when (failure is SocketException or InvalidOperationException)
        {
            // The listener was stopped.
        }
    }

    private async Task ServeAsync(TcpClient connection)
    {
        using var closed = connection;
        try
        {
            var stream = connection.GetStream();
            while (await ReadHeadAsync(stream) is { } head)
            {
                var request = Request.Parse(head);
                _requests.Enqueue(request);

                var exchange = new Exchange(request, connection, _clock);
                await (_next.TryDequeue(out var next) ? next : DefaultResponse(request))(exchange);
                if (exchange.IsLast)
                    return;
            }
        }
        catch (Exception failure) when (failure is IOException or SocketException or ObjectDisposedException or OperationCanceledException)
        {
            // The client disconnected.
        }
    }

    private static async Task<string?> ReadHeadAsync(NetworkStream stream)
    {
        var head = new StringBuilder();
        var buffer = new byte[64 * 1024];
        while (true)
        {
            var read = await stream.ReadAsync(buffer);
            if (read == 0)
                return null;

            head.Append(Encoding.ASCII.GetString(buffer, 0, read));
            if (head.ToString() is var text && text.EndsWith("\r\n\r\n", StringComparison.Ordinal))
                return text[..^4];
        }
    }
}
