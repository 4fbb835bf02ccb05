using System.Net;
using System.Net.Sockets;
using MediaMelon.SessionList;
using MediaMelon.SessionList.Testing;

namespace NightlyExport.Tests.Support;

/// <summary>The emulator on a local port, so that its data can change between two runs of the program.</summary>
internal sealed class Service : IDisposable
{
    private readonly HttpListener _listener = new();
    private readonly HttpMessageInvoker _emulator;
    private readonly string _address;

    public Service(IEnumerable<VideoSession> sessions)
    {
        Emulator = new SessionListEmulator(sessions);
        _emulator = new HttpMessageInvoker(Emulator.CreateHandler());
        _address = $"http://127.0.0.1:{FindFreePort()}/";
        _listener.Prefixes.Add(_address);
        _listener.Start();
        _ = AcceptAsync();
    }

    public SessionListEmulator Emulator { get; }

    /// <summary>The program, configured for this service.</summary>
    public Worker Worker => new Worker()
        .With("MediaMelon__BaseAddress", _address)
        .With("MediaMelon__CustomerId", $"{Emulator.CustomerId}")
        .With("MediaMelon__ApiKey", Emulator.ApiKey);

    public void Dispose()
    {
        _listener.Close();
        _emulator.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
                _ = RespondAsync(await _listener.GetContextAsync());
        }
        catch (Exception exception) when (exception is HttpListenerException or ObjectDisposedException)
        {
            // The test has ended.
        }
    }

    private async Task RespondAsync(HttpListenerContext context)
    {
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, context.Request.Url);
            request.Headers.Add("X-API-Key", context.Request.Headers["X-API-Key"]);
            using var response = await _emulator.SendAsync(request, CancellationToken.None);
            context.Response.StatusCode = (int)response.StatusCode;
            if (response.Headers.RetryAfter is { } wait)
                context.Response.Headers["Retry-After"] = wait.ToString();

            context.Response.ContentType = response.Content.Headers.ContentType?.ToString();
            await response.Content.CopyToAsync(context.Response.OutputStream);
            context.Response.Close();
        }
        catch (Exception exception) when (exception is HttpListenerException or ObjectDisposedException or IOException)
        {
            // The program was killed, or the test has ended.
        }
    }

    private static int FindFreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
