using Microsoft.Extensions.Logging;

namespace MediaMelon.SessionList.WireTests.Support;

/// <summary>What nearly every test needs: a clock that stands still, a service on a socket, and clients of both.</summary>
public abstract class WireTest : IAsyncDisposable
{
    private readonly List<IDisposable> _clients = [];

    protected WireTest() => Service = new(Clock);

    private protected Clock Clock { get; } = new();

    private protected Service Service { get; }

    private protected static CancellationToken TestToken => TestContext.Current.CancellationToken;

    public virtual async ValueTask DisposeAsync()
    {
        foreach (var client in _clients)
            client.Dispose();

        await Service.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    private protected SessionListClientOptions Options(Action<SessionListClientOptions>? configure = null)
    {
        var options = new SessionListClientOptions { CustomerId = TestValues.CustomerId, ApiKey = TestValues.Key, BaseAddress = Service.Address };
        configure?.Invoke(options);
        Clock.AreTimeouts(options.AttemptTimeout, options.TotalTimeout);
        return options;
    }

    private protected SessionListClient Client(
        Action<SessionListClientOptions>? configure = null,
        HttpMessageHandler? handler = null,
        ILoggerFactory? loggers = null)
    {
        var client = SessionListClient.Create(Options(configure), handler, loggers, Clock);
        _clients.Add(client);
        return client;
    }

    /// <summary>Waits for a page and moves the clock where it must.</summary>
    private protected Task<SessionPage> PageAsync(ISessionListClient client, SessionQuery? query = null) =>
        Clock.RunAsync(client.GetPageAsync(query ?? TestValues.Query, cancellationToken: TestToken));

    /// <summary>The ids of a whole listing.</summary>
    private protected Task<List<string>> IdsAsync(ISessionListClient client, SessionQuery? query = null, SessionCheckpoint? resumeFrom = null) =>
        Clock.RunAsync(ReadAsync(client.ListSessionsAsync(query ?? TestValues.Query, TestValues.Paging, resumeFrom, TestToken)));

    private static async Task<List<string>> ReadAsync(IAsyncEnumerable<VideoSession> sessions)
    {
        var ids = new List<string>();
        await foreach (var session in sessions.WithCancellation(TestToken))
            ids.Add(session.SessionId ?? "");

        return ids;
    }
}
