using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.DependencyInjection;
using Refit;

namespace MediaMelon.SessionList.Benchmarks.Compare;

/// <summary>Reads the same listing with each contender, and passes each row to a delegate.</summary>
internal sealed class Contenders(Uri address)
{
    private const int PageSize = 1000;
    private const string Narrow = "latency,starttime,endtime,assetname,watchtime,sessionid,sourcetype";

    public static SessionQuery Query(bool wide)
    {
        var query = SessionQuery.For(SessionMetrics.StartupTime, SessionPeriod.FromUnixSeconds(1775749962, 1775836362));
        return wide ? query.Include(SessionMetrics.All).Include(SessionDimensions.All) : query;
    }

    /// <summary>The contender that reads the listing and passes a number made from each row.</summary>
    public Func<Action<long>, Task> ByName(string name, bool wide) => (name, wide) switch
    {
        ("a", true) => take => StreamedAsync(HandContext.Default.HandPageWideRow, row => take(Number(row))),
        ("a", false) => take => StreamedAsync(HandContext.Default.HandPageNarrowRow, row => take(Number(row))),
        ("b", true) => take => BufferedAsync(HandContext.Default.HandPageWideRow, row => take(Number(row))),
        ("b", false) => take => BufferedAsync(HandContext.Default.HandPageNarrowRow, row => take(Number(row))),
        ("c", true) => take => RefitAsync<WideRow>(row => take(Number(row))),
        ("c", false) => take => RefitAsync<NarrowRow>(row => take(Number(row))),
        ("ours", _) => take => OursAsync(wide, 1, row => take(Number(row))),
        ("ours8", _) => take => OursAsync(wide, 8, row => take(Number(row))),
        _ => throw new ArgumentException($"'{name}' is not a contender."),
    };

    /// <summary>A: HttpClient. The page is deserialized from the stream.</summary>
    public async Task StreamedAsync<T>(JsonTypeInfo<HandPage<T>> type, Action<T> take)
    {
        using var http = Http();
        for (var offset = 0; ; offset += PageSize)
        {
            using var response = await http.GetAsync(PageUri(offset), HttpCompletionOption.ResponseHeadersRead);
            response.EnsureSuccessStatusCode();
            await using var stream = await response.Content.ReadAsStreamAsync();
            var page = await JsonSerializer.DeserializeAsync(stream, type);
            foreach (var row in page!.Response!)
                take(row);

            if (page.Response.Count < PageSize)
                return;
        }
    }

    /// <summary>A: only the first page.</summary>
    public async Task<IReadOnlyList<T>> FirstPageAsync<T>(JsonTypeInfo<HandPage<T>> type)
    {
        using var http = Http();
        using var response = await http.GetAsync(PageUri(0), HttpCompletionOption.ResponseHeadersRead);
        response.EnsureSuccessStatusCode();
        await using var stream = await response.Content.ReadAsStreamAsync();
        var page = await JsonSerializer.DeserializeAsync(stream, type);
        return page!.Response!;
    }

    /// <summary>B: HttpClient. The page is deserialized from a buffer with the complete response.</summary>
    public async Task BufferedAsync<T>(JsonTypeInfo<HandPage<T>> type, Action<T> take)
    {
        using var http = Http();
        for (var offset = 0; ; offset += PageSize)
        {
            var page = JsonSerializer.Deserialize(await http.GetByteArrayAsync(PageUri(offset)), type);
            foreach (var row in page!.Response!)
                take(row);

            if (page.Response.Count < PageSize)
                return;
        }
    }

    /// <summary>C: the pagination of Refit, which prefetches one page.</summary>
    public async Task RefitAsync<T>(Action<T> take)
    {
        using var http = Http();
        var api = RestService.ForGenerated<IHandApi>(http, new RefitSettings(new SystemTextJsonContentSerializer(HandContext.Default.Options)));
        var pages = PagedEnumerable.FromOffset<HandPage<T>, T>(
            (offset, cancellationToken) => GetAsync<T>(api, offset, cancellationToken),
            page => page.Response!,
            (page, offset) => page.Response!.Count < PageSize ? null : offset + PageSize).WithPrefetch();
        await foreach (var row in pages)
            take(row);
    }

    /// <summary>S: the first page with the packages that this library uses or replaces, registered in a container.</summary>
    public async Task<IReadOnlyList<NarrowRow>> StackFirstPageAsync()
    {
        var services = new ServiceCollection();
        services.AddRefitGeneratedClient<IHandApi>(new RefitSettings(new SystemTextJsonContentSerializer(HandContext.Default.Options)))
            .ConfigureHttpClient(client =>
            {
                client.BaseAddress = address;
                client.DefaultRequestHeaders.Add("X-API-Key", "key");
            })
            .AddStandardResilienceHandler();
        await using var provider = services.BuildServiceProvider();

        var page = await provider.GetRequiredService<IHandApi>().GetNarrowAsync(1, 0, PageSize, CancellationToken.None);
        return page.Response!;
    }

    /// <summary>This library.</summary>
    public async Task OursAsync(bool wide, int concurrency, Action<VideoSession> take, bool dropDuplicates = true)
    {
        using var client = Client(concurrency, dropDuplicates);
        await foreach (var session in client.ListSessionsAsync(Query(wide)))
            take(session);
    }

    public SessionListClient Client(int concurrency, bool dropDuplicates = true) => SessionListClient.Create(new()
    {
        CustomerId = 1,
        ApiKey = "key",
        BaseAddress = address,
        Paging = { PageSize = PageSize, MaxConcurrentRequests = concurrency, DropDuplicates = dropDuplicates },
    });

    private static async Task<HandPage<T>> GetAsync<T>(IHandApi api, int offset, CancellationToken cancellationToken) => typeof(T) == typeof(WideRow)
        ? (HandPage<T>)(object)await api.GetWideAsync(1, offset, PageSize, cancellationToken)
        : (HandPage<T>)(object)await api.GetNarrowAsync(1, offset, PageSize, cancellationToken);

    private static long Number(NarrowRow row) => (row.StartTime ?? 0) + (row.WatchSeconds ?? 0) + (row.SessionId?.Length ?? 0) + (long)((row.StartupSeconds ?? 0) * 1000 + 0.5);

    private static long Number(WideRow row) => (row.StartTime ?? 0) + (row.WatchSeconds ?? 0) + (row.SessionId?.Length ?? 0) + (long)((row.StartupSeconds ?? 0) * 1000 + 0.5);

    private static long Number(VideoSession session) => (session.StartTime?.ToUnixTimeSeconds() ?? 0)
        + ((session.WatchTime?.Ticks ?? 0) / TimeSpan.TicksPerSecond)
        + (session.SessionId?.Length ?? 0)
        + ((session.StartupTime?.Ticks ?? 0) / TimeSpan.TicksPerMillisecond);

    private HttpClient Http()
    {
        var http = new HttpClient { BaseAddress = address };
        http.DefaultRequestHeaders.Add("X-API-Key", "key");
        return http;
    }

    private string PageUri(int offset) => string.Create(
        CultureInfo.InvariantCulture,
        $"{address.AbsolutePath}/mm-apis/listsessions/1?period=start%3D1775749962%2Cend%3D1775836362&metrics={Narrow}&aggby=sessionid&limit={PageSize}&offset={offset}");
}

internal interface IHandApi
{
    [Get("/mm-apis/listsessions/{customer}?aggby=sessionid")]
    Task<HandPage<NarrowRow>> GetNarrowAsync(int customer, int offset, int limit, CancellationToken cancellationToken);

    [Get("/mm-apis/listsessions/{customer}?aggby=sessionid")]
    Task<HandPage<WideRow>> GetWideAsync(int customer, int offset, int limit, CancellationToken cancellationToken);
}
