using MediaMelon.SessionList;
using SessionExplorer.Catalogue;
using SessionExplorer.Explain;
using SessionExplorer.Sources;

namespace SessionExplorer.Reports;

/// <summary>Prepares queries for a report: without subscriber ids.</summary>
internal static class ReportQueries
{
    public static bool IsSubscriber(Field? field) => field?.Name == KnownColumns.SubscriberId.Field.Name;

    /// <summary>The query without its filter on the subscriber, if there is one.</summary>
    public static SessionQuery Shown(SessionQuery query, bool withSubscribers) =>
        withSubscribers ? query : query.WithoutFilters(KnownColumns.SubscriberId.Field);

    public static ReportQuery Create(string heading, SessionQuery query, SessionSource source) =>
        new(
            heading,
            new Explanation(
                CSharpPrinter.Print(query),
                query.ToUri(source.BaseAddress, source.CustomerId),
                query.ToCurl(source.BaseAddress, source.CustomerId)));
}
