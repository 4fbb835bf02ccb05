using Microsoft.Extensions.Logging;

namespace MediaMelon.SessionList.WireTests.Support;

/// <summary>The base class of the tests: a fake clock, a service on a socket, and clients that use both.</summary>
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
        Clock.RegisterTimeouts(options.AttemptTimeout, options.TotalTimeout);
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

    /// <summary>Requests a page and advances the clock while it waits.</summary>
    private protected Task<SessionPage> PageAsync(ISessionListClient client, SessionQuery? query = null) =>
        Clock.RunAsync(client.GetPageAsync(query ?? TestValues.Query, cancellationToken: TestToken));

    /// <summary>Returns the session ids of a complete listing.</summary>
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
