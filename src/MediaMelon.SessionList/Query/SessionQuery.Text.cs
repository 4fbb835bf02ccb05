using System.Diagnostics.CodeAnalysis;
using MediaMelon.SessionList.Query;

namespace MediaMelon.SessionList;

/// <content>Formats, parses and compares queries.</content>
public sealed partial class SessionQuery
{
    /// <summary>Whether two queries send the same parameters.</summary>
    public static bool operator ==(SessionQuery? left, SessionQuery? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether two queries send different parameters.</summary>
    public static bool operator !=(SessionQuery? left, SessionQuery? right) => !(left == right);

    /// <summary>Parses a query string or a URL, such as from the vendor's pages and dashboards. It may be escaped.</summary>
    /// <remarks>
    /// <c>%XX</c> is always decoded, and a plus remains a plus. <c>limit</c> becomes <see cref="Take"/>. <c>order</c> without
    /// <c>orderby</c> is ignored. <c>aggby</c> is optional and must be <c>sessionid</c>. Filters and conditions in unknown
    /// grammar become <see cref="DimensionFilter.Raw"/> and <see cref="MetricCondition.Raw"/>. Unknown parameters become
    /// <see cref="WithParameter"/>.
    /// </remarks>
    /// <exception cref="FormatException">The text is not a valid query. The message names the parameter.</exception>
    /// <exception cref="ArgumentNullException">The text is null.</exception>
    public static SessionQuery Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return ReadOrThrow(text);
    }

    /// <summary>Parses a query like <see cref="Parse(string)"/>. Returns false if the text is invalid.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out SessionQuery? query)
    {
        query = null;
        return text is not null && QueryParser.Read(text, out query) is null;
    }

    /// <inheritdoc cref="Parse(string)"/>
    /// <param name="s">The text.</param>
    /// <param name="provider">Ignored. The text does not depend on the culture.</param>
    public static SessionQuery Parse(string s, IFormatProvider? provider)
    {
        ArgumentNullException.ThrowIfNull(s);
        return ReadOrThrow(s);
    }

    /// <inheritdoc cref="TryParse(string?, out SessionQuery?)"/>
    /// <param name="s">The text.</param>
    /// <param name="provider">Ignored. The text does not depend on the culture.</param>
    /// <param name="result">The query, or null.</param>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider,
        [MaybeNullWhen(false)] out SessionQuery result) => TryParse(s, out result);

    /// <summary>Returns the parameters of the query, unescaped, in the vendor's order.</summary>
    /// <remarks>
    /// <c>period</c>, <c>metrics</c>, <c>aggby</c> (always <c>sessionid</c>), <c>sessiontype</c> and <c>allstatus</c> if not the
    /// default, <c>filter</c>, <c>qoefilter</c>, <c>orderby</c> and <c>order</c>, <c>limit</c> if <see cref="Take"/> was called,
    /// <c>offset</c> if above 0, and the parameters of <see cref="WithParameter"/>. A request of the client has the same
    /// parameters, but the limit and the offset of its page.
    /// </remarks>
    public IReadOnlyList<KeyValuePair<string, string>> ToParameters() =>
        QueryFormatter.CreateParameters(this, MaxSessions, Offset);

    /// <summary>
    /// Formats the query string like the vendor's examples: unescaped, except for <c>% &amp; + #</c> in a value.
    /// </summary>
    public override string ToString() =>
        QueryFormatter.FormatReadable(QueryFormatter.CreateParameters(this, MaxSessions, Offset));

    /// <summary>Returns the URL that requests the whole query at once, fully percent-encoded.</summary>
    /// <param name="baseAddress">
    /// The address of the service, such as <c>https://smartsight3.mediamelon.com</c>. Its path is kept.
    /// </param>
    /// <param name="customerId">The customer whose sessions are listed.</param>
    /// <exception cref="ArgumentException">
    /// The address is not an absolute http or https address, or contains a query, a fragment or a user name.
    /// </exception>
    /// <exception cref="ArgumentNullException">The address is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The customer id is not positive.</exception>
    /// <exception cref="InvalidOperationException">The query is too long for a URL.</exception>
    public Uri ToUri(Uri baseAddress, long customerId) => new(Url(baseAddress, customerId));

    /// <summary>
    /// Returns a curl command for a POSIX shell that requests the whole query at once. It reads the key from
    /// <c>$MEDIAMELON_API_KEY</c>.
    /// </summary>
    /// <inheritdoc cref="ToUri"/>
    public string ToCurl(Uri baseAddress, long customerId) =>
        QueryFormatter.FormatCurl(Url(baseAddress, customerId));

    /// <summary>Whether the other query sends the same parameters.</summary>
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
        var query = QueryFormatter.FormatEscaped(QueryFormatter.CreateParameters(this, MaxSessions, Offset));
        return UrlLength.GetError(query) is { } error ? throw new InvalidOperationException(error) : $"{address}?{query}";
    }
}
