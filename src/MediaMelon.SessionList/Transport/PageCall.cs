using MediaMelon.SessionList.Query;

namespace MediaMelon.SessionList.Transport;

/// <summary>One page that is being asked for, attempts and all. It travels with the request, and keeps count.</summary>
internal sealed class PageCall(SessionQuery query, int limit, long offset, IPageDecoder decoder, long startedAt)
{
    public const string Property = "MediaMelon.SessionList.PageCall";

    private static readonly HttpRequestOptionsKey<PageCall> Key = new(Property);

    private static readonly char[] RawGrammar = "[](){}|=<>!~,;\"'".ToCharArray();

    private int _attempts;
    private int _throttled;

    public int Limit { get; } = limit;

    public long Offset { get; } = offset;

    /// <summary>What the answer is decoded by.</summary>
    public IPageDecoder Decoder { get; } = decoder;

    /// <summary>The clock's timestamp at the beginning: the total timeout counts from here.</summary>
    public long StartedAt { get; } = startedAt;

    public int Attempts => _attempts;

    /// <summary>How many attempts the service answered with 429.</summary>
    public int ThrottledAttempts => _throttled;

    public string EscapedQuery => QueryPrinter.Escaped(QueryPrinter.Parameters(query, Limit, Offset));

    /// <summary>Text that must not leave in an exception: the values that filters look for.</summary>
    public IEnumerable<string> PersonalTexts =>
        query.Filters.SelectMany(filter => filter.Dimension is null ? Parts(filter.ToString()) : filter.Values);

    public static PageCall? Of(HttpRequestMessage? request) =>
        request is not null && request.Options.TryGetValue(Key, out var call) ? call : null;

    public void CountAttempt() => Interlocked.Increment(ref _attempts);

    public void CountThrottled() => Interlocked.Increment(ref _throttled);

    // In grammar that is not ours anything may be a value: the whole, each side of an operator, each alternative.
    private static IEnumerable<string> Parts(string raw) => raw
        .Split(RawGrammar, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .Where(part => !part.Equals(SessionDimensions.SubscriberId.Name, StringComparison.OrdinalIgnoreCase))
        .Prepend(raw);
}
