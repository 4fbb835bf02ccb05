using System.Runtime.CompilerServices;
using MediaMelon.SessionList.Tests.Support;

namespace MediaMelon.SessionList.Tests.Conventions.Documents;

/// <summary>The tables of docs/queries.md: C# expressions and the parameters that the client sends for them.</summary>
internal static class QueryTables
{
    public static string Filters() => Table.Format(
        ["C#", "sent as"],
        [
            Filter(SessionDimensions.Country.Is("US")),
            Filter(SessionDimensions.Country.In("US", "Canada")),
            Filter(SessionDimensions.IsLive.Is(true)),
            Filter(SessionDimensions.ViewStatus.Is(ViewStatus.Dropped)),
            Filter(DimensionFilter.Raw("[city!=Oslo]")),
            Condition(SessionMetrics.StartupTime > TimeSpan.FromMilliseconds(1500)),
            Condition(SessionMetrics.Playtime >= TimeSpan.FromHours(1)),
            Condition(SessionMetrics.RebufferingPercentage > 10),
            Condition(SessionMetrics.PlaybackScore < 50),
            Condition(SessionMetrics.Errors.Is(0)),
            Condition(MetricCondition.Raw("latency>3 OR errors>1")),
        ]);

    public static string Steps() => Table.Format(
        ["step", "sent"],
        [
            Step(query => query.WithPeriod(SessionPeriod.FromUnixSeconds(1775692800, 1775779200))),
            Step(query => query.Select(SessionFields.SessionId, SessionDimensions.Cdn)),
            Step(query => query.Include(SessionDimensions.Cdn)),
            Step(query => query.Where(SessionDimensions.Cdn.Is("Aurora"))),
            Step(query => query.Where(SessionMetrics.Errors > 0)),
            Step(query => query.OrderBy(SessionFields.EndTime)),
            Step(query => query.OrderByDescending(SessionMetrics.StartupTime)),
            Step(query => query.WithSessionType(SessionType.Started)),
            Step(query => query.WithAllStatuses()),
            Step(query => query.Skip(100)),
            Step(query => query.Take(25)),
            Step(query => query.WithParameter("businesserror", "true")),
        ]);

    private static string[] Filter(DimensionFilter filter, [CallerArgumentExpression(nameof(filter))] string code = "") =>
        [Table.Code(code), Table.Code(TestQueries.Query.Where(filter).ToParameters().Single(parameter => parameter.Key == "filter").Value)];

    private static string[] Condition(MetricCondition condition, [CallerArgumentExpression(nameof(condition))] string code = "") =>
        [Table.Code(code), Table.Code(TestQueries.Query.Where(condition).ToParameters().Single(parameter => parameter.Key == "qoefilter").Value)];

    // The parameters that the step adds or changes.
    private static string[] Step(Func<SessionQuery, SessionQuery> step, [CallerArgumentExpression(nameof(step))] string code = "") =>
        [Table.Code(code["query => query".Length..]), Table.Code(string.Join('&',
            step(TestQueries.Query).ToParameters().Except(TestQueries.Query.ToParameters()).Select(parameter => $"{parameter.Key}={parameter.Value}")))];
}
