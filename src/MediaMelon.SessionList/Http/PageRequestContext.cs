using MediaMelon.SessionList.Query;

namespace MediaMelon.SessionList.Http;

/// <summary>The page of an HTTP request, and the number of its attempts. The options of the request contain it.</summary>
internal sealed class PageRequestContext(SessionQuery query, int limit, long offset)
{
    public const string Property = "MediaMelon.SessionList.PageCall";

    private static readonly HttpRequestOptionsKey<PageRequestContext> Key = new(Property);

    private static readonly char[] RawGrammar = "[](){}|=<>!~,;\"'".ToCharArray();

    private int _attempts;

    public int Limit { get; } = limit;

    public long Offset { get; } = offset;

    public int Attempts => _attempts;

    public string EscapedQuery => QueryFormatter.FormatEscaped(QueryFormatter.CreateParameters(query, Limit, Offset));

    /// <summary>Text that exceptions must not contain: the values of filters.</summary>
    public IEnumerable<string> PersonalTexts =>
        query.Filters.SelectMany(filter => filter.Dimension is null ? Parts(filter.ToString()) : filter.Values);

    public static PageRequestContext? From(HttpRequestMessage? request) =>
        request is not null && request.Options.TryGetValue(Key, out var call) ? call : null;

    public void CountAttempt() => Interlocked.Increment(ref _attempts);

    // In a raw filter any part may be a value: the whole text, each side of an operator, each alternative.
    private static IEnumerable<string> Parts(string raw) => raw
        .Split(RawGrammar, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .Where(part => !part.Equals(SessionDimensions.SubscriberId.Name, StringComparison.OrdinalIgnoreCase))
        .Prepend(raw);
}
