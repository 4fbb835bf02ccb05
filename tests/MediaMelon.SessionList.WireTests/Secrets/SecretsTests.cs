using System.Net;
using System.Text;
using System.Text.Encodings.Web;
using MediaMelon.SessionList.WireTests.Limits;
using MediaMelon.SessionList.WireTests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace MediaMelon.SessionList.WireTests.Secrets;

/// <summary>The key, filter values and subscriber ids occur only in requests and in sessions.</summary>
[Collection(typeof(NonParallelTests))]
public sealed class SecretsTests : WireTest
{
    private const string Key = "true/key+with&special=4711";
    private const string Subscriber = "user-secret-4711";
    private const string OddSubscriber = "o'hara <ö> \"4711\"";
    private const string OtherViewer = "other-viewer-99";

    private readonly Capture _capture = new();
    private readonly List<string> _failures = [];

    public static TheoryData<string, string> Cases
    {
        get
        {
            var cases = new TheoryData<string, string>();
            foreach (var response in Echoes.Keys)
            {
                foreach (var filter in Filters.Keys)
                    cases.Add(response, filter);
            }

            return cases;
        }
    }

    public static TheoryData<string> EchoNames => [.. Echoes.Keys];

    private static Dictionary<string, DimensionFilter> Filters { get; } = new()
    {
        ["Is"] = SessionDimensions.SubscriberId.Is(Subscriber),
        ["In"] = SessionDimensions.SubscriberId.In("somebody", Subscriber, OddSubscriber),
        ["Raw"] = DimensionFilter.Raw($"[subscriberid!={Subscriber}|{OddSubscriber}]"),
    };

    private static Dictionary<string, Func<string, ResponseWriter>> Echoes { get; } = new()
    {
        ["page"] = _ => TestResponses.Page([Row]),
        ["400"] = echo => TestResponses.Status(400, echo),
        ["401 in JSON"] = echo => TestResponses.Status(401, $"{{\"message\":\"{JavaScriptEncoder.Default.Encode(echo)}\"}}"),
        ["403 in relaxed JSON"] = echo => TestResponses.Status(403, $"{{\"message\":\"{JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(echo)}\"}}"),
        ["404 in HTML"] = echo => TestResponses.Html(404, $"<p>{WebUtility.HtmlEncode(echo)}</p><p>{HtmlEncoder.Default.Encode(echo)}</p>"),
        ["400 in a form"] = echo => TestResponses.Status(400, WebUtility.UrlEncode(echo)),
        ["400 in capitals"] = echo => TestResponses.Status(400, echo.ToUpperInvariant()),
        ["400 in UTF-16"] = echo => exchange => Utf16(exchange, 400, echo, [0xFF, 0xFE], Encoding.Unicode),
        ["200 in UTF-16"] = echo => exchange => Utf16(exchange, 200, echo, [0xFE, 0xFF], Encoding.BigEndianUnicode),
        ["200 in UTF-16 without a byte order mark"] = echo => exchange => Utf16(exchange, 200, echo, [], Encoding.Unicode),
        ["400 in UTF-16 without a byte order mark"] = echo => exchange => Utf16(exchange, 400, echo, [], Encoding.BigEndianUnicode),
        ["413 in pieces"] = echo => TestResponses.Status(413, string.Concat(Enumerable.Range(0, 600).Select(i => new string('.', i % 7) + echo))),
        ["503"] = echo => TestResponses.Status(503, echo),
        ["302"] = echo => TestResponses.Status(302, echo, $"Location: http://127.0.0.1:9/{Uri.EscapeDataString(Key)}?{Subscriber}"),
        ["200 in HTML"] = echo => TestResponses.Html(200, echo),
        ["200 with the key alone"] = _ => TestResponses.Ok(Key),
        ["200 with the subscriber alone"] = _ => TestResponses.Ok(Subscriber),
        ["200 with a row that is not an object"] = echo => TestResponses.Ok($"{{\"response\":[\"{JavaScriptEncoder.Default.Encode(echo)}\"]}}"),
        ["200 with truncated rows"] = _ => TestResponses.Ok($"{{\"response\":[{Row},{Row[..^4]}"),
        ["200 in a column"] = echo => TestResponses.Ok($"{{\"response\":[{{\"latency\":\"{JavaScriptEncoder.Default.Encode(echo)}\"}}],\"totalcount\":\"{Subscriber}\"}}"),
        ["content type"] = _ => TestResponses.Ok("<>", $"text/{Subscriber}; charset={Subscriber}"),
        ["headers"] = _ => TestResponses.Status(401, "", $"X-Echo: {Key}", $"WWW-Authenticate: {Subscriber}", $"Retry-After: {Key}", $"Set-Cookie: a={Subscriber}"),
        ["reason"] = _ => TestResponses.Raw($"HTTP/1.1 403 {Key} {Subscriber}\r\nContent-Length: 0\r\n\r\n"),
        ["not HTTP"] = _ => exchange => TestResponses.Raw(string.Join("\r\n", exchange.Request.Headers.Select(header => $"{header.Key}: {header.Value}").Prepend(exchange.Request.Line)))(exchange),
        ["invalid header"] = _ => TestResponses.Raw($"HTTP/1.1 200 OK\r\n{Key} {Subscriber}\r\n\r\n"),
        ["invalid chunk"] = _ => TestResponses.Raw($"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n{Key} {Subscriber}\r\n"),
        ["invalid length"] = _ => TestResponses.Raw($"HTTP/1.1 200 OK\r\nContent-Length: {Subscriber}\r\n\r\n{{"),
        ["reset"] = _ => TestResponses.ResetBeforeHeaders(),
        ["reset within the body"] = _ => TestResponses.ResetInBody(),
        ["no response"] = _ => TestResponses.NoResponse(),
        ["repeated page"] = _ => TestResponses.Ok($"{{\"response\":[{Row}],\"totalcount\":3}}"),
    };

    private static string Row =>
        $"{{\"sessionid\":\"s-1\",\"subscriberid\":\"{OtherViewer}\",\"latency\":\"{Subscriber}\", \"SubscriberID\" : \"{OtherViewer}\"}}";

    public override async ValueTask DisposeAsync()
    {
        _capture.Dispose();
        await base.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Secrets_are_not_exposed_in_telemetry_or_exceptions(string response, string filter)
    {
        var query = TestValues.Query.Where(Filters[filter]);
        Service.Always(Echoes[response](Echo(query)));

        await RunAsync(query);

        AssertNoSecretIsExposed();
    }

    [Fact]
    public async Task Secrets_are_masked_when_the_body_excerpt_cuts_them()
    {
        var query = TestValues.Query.Where(Filters["Is"]);
        for (var shift = 0; shift < 40; shift++)
        {
            // Masking shortens the body, so the cut at 16 KB is within the 4,096 characters of the excerpt.
            Service.Next(TestResponses.Status(400, new string('.', shift) + string.Concat(Enumerable.Repeat(Key + Subscriber, 1000))));
            var failure = await Assert.ThrowsAsync<SessionListApiException>(() => PageAsync(Client(options => options.ApiKey = Key), query));

            Assert.Matches(@"^\.*(\*\*\*)+.{0,3}$", failure.Body);
        }
    }

    [Fact]
    public async Task Capture_records_logs_activities_measurements_and_events()
    {
        Service.Next(TestResponses.Status(503));
        var query = TestValues.Query.Where(Filters["Is"]);

        await RunAsync(query);

        Assert.All(
            [
                "Listing completed",
                "Attempt 1 for the page",
                "activity MediaMelon.SessionList sessionlist page",
                "measurement MediaMelon.SessionList mediamelon.sessionlist.pages",
                "measurement System.Net.Http http.client.request.duration",
                "event System.Net.Http RequestStart",
                "/mm-apis/listsessions/",
            ],
            text => Assert.Contains(_capture.Everything, record => record.Contains(text, StringComparison.Ordinal)));
    }

    private static string Echo(SessionQuery query) =>
        $"Key {Key} or {Uri.EscapeDataString(Key)}, filter {string.Concat(query.Filters)}, subscriber "
        + $"{string.Join(" or ", Values(query))} or {string.Join(" or ", Values(query).Select(Uri.EscapeDataString))}, at {query.ToUri(new Uri("https://example.com"), 1).AbsoluteUri} {query}";

    private static IEnumerable<string> Values(SessionQuery query) =>
        ((string[])["somebody", Subscriber, OddSubscriber]).Where(value => $"{query.Filters[0]}".Contains(value, StringComparison.Ordinal));

    private static async Task Utf16(Exchange exchange, int status, string text, byte[] mark, Encoding encoding)
    {
        byte[] body = [.. mark, .. encoding.GetBytes(text)];
        await exchange.WriteAsync($"HTTP/1.1 {status} Status\r\nContent-Length: {body.Length}\r\n\r\n");
        await exchange.WriteAsync(body);
    }

    private async Task RunAsync(SessionQuery query)
    {
        Options(); // registers the timeouts with the clock
        var services = new ServiceCollection()
            .AddSingleton<TimeProvider>(Clock)
            .AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(_capture.Logs))
            .ConfigureHttpClientDefaults(client => client.AddDefaultLogger().RedactLoggedHeaders(_ => false).AddStandardResilienceHandler());
        services.AddSessionListClient(options =>
        {
            options.CustomerId = TestValues.CustomerId;
            options.ApiKeyProvider = _ => new(Key);
            options.BaseAddress = Service.Address;
        });
        using var loggers = LoggerFactory.Create(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(_capture.Logs));

        services.AddKeyedSessionListClient("by token", options =>
        {
            options.CustomerId = TestValues.CustomerId;
            options.AccessTokenProvider = _ => new(Key);
            options.BaseAddress = Service.Address;
        });
        await using var provider = services.BuildServiceProvider();

        await UseAsync(provider.GetRequiredService<ISessionListClient>(), query);
        await UseAsync(provider.GetRequiredKeyedService<ISessionListClient>("by token"), query);
        await UseAsync(Client(options => options.ApiKey = Key, loggers: loggers), query);
    }

    private async Task UseAsync(ISessionListClient client, SessionQuery query)
    {
        await CaptureFailureAsync(() => PageAsync(client, query));
        await CaptureFailureAsync(() => IdsAsync(client, query));
    }

    private async Task CaptureFailureAsync(Func<Task> action)
    {
        if (await Record.ExceptionAsync(action) is { } failure)
            _failures.AddRange(ExceptionText.GetAll(failure));
    }

    private void AssertNoSecretIsExposed()
    {
        string[] secrets =
        [
            Key, Uri.EscapeDataString(Key), WebUtility.UrlEncode(Key), WebUtility.HtmlEncode(Key), HtmlEncoder.Default.Encode(Key), JavaScriptEncoder.Default.Encode(Key),
            Subscriber, OddSubscriber, "o'hara", OtherViewer, "somebody", "secret-4711", "special",
        ];

        Assert.All([.. _capture.Everything, .. _failures], record =>
            Assert.All(secrets, secret => Assert.DoesNotContain(secret, record, StringComparison.OrdinalIgnoreCase)));
    }
}
