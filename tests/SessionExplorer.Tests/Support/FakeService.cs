using System.Net;
using System.Net.Sockets;
using System.Text;

namespace SessionExplorer.Tests.Support;

/// <summary>A service on a local port that returns the same response to every request and records the received keys.</summary>
internal sealed class FakeService : IDisposable
{
    private readonly HttpListener _listener = new();
    private readonly int _status;
    private readonly string _body;

    public FakeService(int status, string body = "")
    {
        _status = status;
        _body = body;
        var port = FreePort();
        BaseAddress = $"http://127.0.0.1:{port}/";
        _listener.Prefixes.Add(BaseAddress);
        _listener.Start();
        _ = AnswerAsync();
    }

    public string BaseAddress { get; }

    public List<string?> Keys { get; } = [];

    /// <summary>The Authorization headers, in order of arrival.</summary>
    public List<string?> Authorizations { get; } = [];

    /// <summary>Whether responses start but never end.</summary>
    public bool IsStalled { get; init; }

    /// <summary>The extra headers of each response.</summary>
    public Dictionary<string, string> Headers { get; } = new() { ["Retry-After"] = "7200" };

    /// <summary>The requested URLs, in order of arrival.</summary>
    public List<Uri> Requests { get; } = [];

    public void Dispose() => _listener.Close();

    private async Task AnswerAsync()
    {
        while (_listener.IsListening)
        {
            try
            {
                var context = await _listener.GetContextAsync();
                Keys.Add(context.Request.Headers["X-API-Key"]);
                Authorizations.Add(context.Request.Headers["Authorization"]);
                context.Response.StatusCode = _status;
                Requests.Add(context.Request.Url!);
                foreach (var (name, value) in Headers)
                    context.Response.Headers[name] = value;

                await context.Response.OutputStream.WriteAsync(Encoding.UTF8.GetBytes(_body));
                await context.Response.OutputStream.FlushAsync();
                if (!IsStalled)
                    context.Response.Close();
            }
            catch (Exception exception) when (exception is HttpListenerException or ObjectDisposedException)
            {
                return;
            }
        }
    }

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
