using System.Globalization;

namespace MediaMelon.SessionList.WireTests.Support;

/// <summary>Common test data.</summary>
internal static class TestValues
{
    public const long CustomerId = 199493832;

    public const string Key = "key-1234567890-abcdef";

    public const string Html = "<html><body><h1>Something is wrong</h1></body></html>";

    public static SessionPeriod Period { get; } = SessionPeriod.FromUnixSeconds(1775749962, 1775836362);

    public static SessionQuery Query { get; } = SessionQuery.For(SessionMetrics.StartupTime, Period);

    /// <summary>A page size of 3. <see cref="Rows"/> has four full pages and one short page.</summary>
    public static PagingOptions Paging { get; } = new() { PageSize = 3 };

    /// <summary>Fourteen rows in JSON.</summary>
    public static IReadOnlyList<string> Rows { get; } = [.. Enumerable.Range(1, 14).Select(Row)];

    public static IReadOnlyList<string> Ids { get; } = [.. Enumerable.Range(1, 14).Select(Id)];

    public static string Envelope(IEnumerable<string> rows) => $$"""{"response":[{{string.Join(',', rows)}}]}""";

    private static string Row(int number) => string.Create(
        CultureInfo.InvariantCulture,
        $$"""{"latency":"{{number}}.5","starttime":{{1775750000 + number}},"endtime":{{1775750100 + number}},"sessionid":"{{Id(number)}}"}""");

    private static string Id(int number) => string.Create(CultureInfo.InvariantCulture, $"session-{number:00}");
}
