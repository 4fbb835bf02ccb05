using System.Diagnostics.CodeAnalysis;
using MediaMelon.SessionList.Query;

namespace MediaMelon.SessionList;

/// <content>The query as text: printed, read back, compared.</content>
public sealed partial class SessionQuery
{
    /// <summary>Whether two queries say the same to the service.</summary>
    public static bool operator ==(SessionQuery? left, SessionQuery? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether two queries say different things to the service.</summary>
    public static bool operator !=(SessionQuery? left, SessionQuery? right) => !(left == right);

    /// <summary>Reads a query string or a whole URL, escaped or not, as the vendor's pages and dashboards show it.</summary>
    /// <remarks>
    /// <c>%XX</c> is always decoded and a plus stays a plus. <c>limit</c> becomes <see cref="Take"/>; an <c>order</c> without
    /// <c>orderby</c> is ignored; <c>aggby</c> may be missing, but must not be another than <c>sessionid</c>. Filters and
    /// conditions in unknown grammar become <see cref="DimensionFilter.Raw"/> and <see cref="MetricCondition.Raw"/>, and unknown
    /// parameters <see cref="WithParameter"/>.
    /// </remarks>
    /// <exception cref="FormatException">The text is not a query. The message names the parameter.</exception>
    /// <exception cref="ArgumentNullException">The text is null.</exception>
    public static SessionQuery Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return ReadOrThrow(text);
    }

    /// <summary>Reads a query as <see cref="Parse(string)"/> does; false where that throws.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out SessionQuery? query)
    {
        query = null;
        return text is not null && QueryParser.Read(text, out query) is null;
    }

    /// <inheritdoc cref="Parse(string)"/>
    /// <param name="s">The text.</param>
    /// <param name="provider">Is ignored: the text is the same in every culture.</param>
    public static SessionQuery Parse(string s, IFormatProvider? provider)
    {
        ArgumentNullException.ThrowIfNull(s);
        return ReadOrThrow(s);
    }

    /// <inheritdoc cref="TryParse(string?, out SessionQuery?)"/>
    /// <param name="s">The text.</param>
    /// <param name="provider">Is ignored: the text is the same in every culture.</param>
    /// <param name="result">The query, or null.</param>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider,
        [MaybeNullWhen(false)] out SessionQuery result) => TryParse(s, out result);

    /// <summary>What the query says, unescaped, in the vendor's order.</summary>
    /// <remarks>
    /// <c>period</c>, <c>metrics</c>, <c>aggby</c> (always <c>sessionid</c>), <c>sessiontype</c> and <c>allstatus</c> when not
    /// the default, <c>filter</c>, <c>qoefilter</c>, <c>orderby</c> and <c>order</c>, <c>limit</c> when <see cref="Take"/> was
    /// called, <c>offset</c> when above 0, then those of <see cref="WithParameter"/>. A request of the client carries the same
    /// with the limit and the offset of its page.
    /// </remarks>
    public IReadOnlyList<KeyValuePair<string, string>> ToParameters() => QueryFormatter.Parameters(this, MaxSessions, Offset);

    /// <summary>
    /// The query string as the vendor's examples show it: unescaped, but for <c>% &amp; + #</c> within a value.
    /// </summary>
    public override string ToString() => QueryFormatter.Readable(QueryFormatter.Parameters(this, MaxSessions, Offset));

    /// <summary>The URL that asks for the query in one request, fully percent-encoded.</summary>
    /// <param name="baseAddress">
    /// The service's address, such as <c>https://smartsight3.mediamelon.com</c>. A path of its own is kept.
    /// </param>
    /// <param name="customerId">The customer whose sessions are listed.</param>
    /// <exception cref="ArgumentException">
    /// The address is not absolute http or https, or holds a query, a fragment or a user name.
    /// </exception>
    /// <exception cref="ArgumentNullException">The address is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The customer id is not positive.</exception>
    /// <exception cref="InvalidOperationException">The query is longer than a URL can be.</exception>
    public Uri ToUri(Uri baseAddress, long customerId) => new(Url(baseAddress, customerId));

    /// <summary>
    /// A curl command for a POSIX shell that asks for the query in one request, with the key as <c>$MEDIAMELON_API_KEY</c>.
    /// </summary>
    /// <inheritdoc cref="ToUri"/>
    public string ToCurl(Uri baseAddress, long customerId) =>
        QueryFormatter.Curl(Url(baseAddress, customerId));

    /// <summary>Whether the other query says the same to the service.</summary>
    public bool Equals(SessionQuery? other) =>
        ReferenceEquals(this, other)
            || (other is not null && string.Equals(ToString(), other.ToString(), StringComparison.Ordinal));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as SessionQuery);

    /// <inheritdoc/>
    public override int GetHashCode() => ToString().GetHashCode(StringComparison.Ordinal);

    private static SessionQuery ReadOrThrow(string text) =>
        QueryParser.Read(text, out var query) is { } error ? throw new FormatException(error) : query!;

    private string Url(Uri baseAddress, long customerId)
    {
        var address = Endpoint.GetUrl(baseAddress, customerId);
        var query = QueryFormatter.Escaped(QueryFormatter.Parameters(this, MaxSessions, Offset));
        return UrlLength.GetError(query) is { } error ? throw new InvalidOperationException(error) : $"{address}?{query}";
    }
}
