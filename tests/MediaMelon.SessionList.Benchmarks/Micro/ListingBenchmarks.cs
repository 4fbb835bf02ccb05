using System.Net;
using System.Text;
using BenchmarkDotNet.Attributes;
using MediaMelon.SessionList.Benchmarks.Compare;
using MediaMelon.SessionList.Benchmarks.Server;

namespace MediaMelon.SessionList.Benchmarks.Micro;

/// <summary>Lists twenty pages with the complete client, without a network.</summary>
[MemoryDiagnoser]
public class ListingBenchmarks
{
    private const int Pages = 20;

    private SessionListClient _client = null!;

    [Params(1, 8)]
    public int RequestsInFlight { get; set; }

    [GlobalSetup]
    public void Start() => _client = SessionListClient.Create(new() { CustomerId = 1, ApiKey = "key" }, new PagesInMemory());

    [GlobalCleanup]
    public void Stop() => _client.Dispose();

    [Benchmark]
    public async Task<int> List()
    {
        var sessions = 0;
        await foreach (var _ in _client.ListSessionsAsync(
            Contenders.Query(wide: false).Take(Pages * 1000),
            new PagingOptions { MaxConcurrentRequests = RequestsInFlight }))
        {
            sessions++;
        }

        return sessions;
    }

    private sealed class PagesInMemory : HttpMessageHandler
    {
        private readonly byte[][] _pages =
            [.. Enumerable.Range(0, Pages).Select(page => Encoding.UTF8.GetBytes(PageServer.Page(page * 1000, 1000, Pages * 1000, wide: false)))];

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var query = request.RequestUri!.Query;
            var offset = query.Split("&offset=") is [_, var rest] ? int.Parse(rest, System.Globalization.CultureInfo.InvariantCulture) : 0;
            return Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = new ByteArrayContent(_pages[offset / 1000]) });
        }
    }
}
