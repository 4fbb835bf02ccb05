using System.Globalization;
using System.Text.RegularExpressions;
using CsCheck;
using MediaMelon.SessionList.Tests.Support;

namespace MediaMelon.SessionList.Tests.Query;

/// <summary>Property-based tests for queries. A failure prints its seed.</summary>
public sealed partial class QueryProperties
{
    private static readonly int Samples = Cases.Count(1_000);
    private static readonly int MoreSamples = Cases.Count(5_000);

    private static readonly string[] Order =
    [
        "period", "metrics", "aggby", "sessiontype", "allstatus", "filter", "qoefilter", "orderby", "order", "limit",
        "offset",
    ];

    [Fact]
    public void Query_text_follows_the_grammar() =>
        Generators.Query.Sample(
            query =>
            {
                // Splits the text without the parser of the library: only & and the first = of a part are separators.
                var parts = query.ToString().Split('&').Select(part => part.Split('=', 2)).ToList();
                var known = parts.Select(part => Array.IndexOf(Order, part[0])).TakeWhile(position => position >= 0).ToList();

                Assert.Equal(known.Order().Distinct(), known);
                Assert.All(parts.Skip(known.Count), part => Assert.DoesNotContain(part[0], Order));
                Assert.Matches(PeriodGrammar(), parts[0][1]);
                Assert.Matches(MetricsGrammar(), parts[1][1]);
                Assert.Equal(["aggby", "sessionid"], parts[2]);
                Assert.Equal(
                    query.ToParameters(),
                    parts.Select(part => KeyValuePair.Create(part[0], Uri.UnescapeDataString(part[1]))));
            },
            iter: Samples);

    [Fact]
    public void Query_text_round_trips() =>
        Generators.Query.Sample(
            query =>
            {
                var text = query.ToString();
                var read = SessionQuery.Parse(text);

                Assert.Equal(text, read.ToString());
                Assert.Equal(query, read);
                Assert.Equal(query.GetHashCode(), read.GetHashCode());
                Assert.Equal(query.Columns, read.Columns);
                Assert.Equal(
                    (query.Period, query.SessionType, query.AllStatuses),
                    (read.Period, read.SessionType, read.AllStatuses));
                Assert.Equal((query.SortField, query.SortDescending), (read.SortField, read.SortDescending));
                Assert.Equal((query.Offset, query.MaxSessions), (read.Offset, read.MaxSessions));
            },
            iter: Samples);

    [Fact]
    public void Query_URL_round_trips() =>
        Generators.Query.Sample(
            query =>
            {
                var url = query.ToUri(new Uri("https://smartsight3.mediamelon.com/a'b"), 199493832);

                Assert.Equal(query, SessionQuery.Parse(url.AbsoluteUri));
                Assert.Equal(query, SessionQuery.Parse(url.ToString()));
                Assert.Equal(query, SessionQuery.Parse(url.PathAndQuery));
                Assert.Equal(query, SessionQuery.Parse(url.Query));
                Assert.DoesNotMatch(NotEncoded(), url.Query);
            },
            iter: Samples);

    [Fact]
    public void Typed_filter_round_trips() =>
        Generators
            .Filter.Where(filter => filter.Dimension is not null)
            .Sample(
                filter =>
                {
                    var read = Assert.Single(SessionQuery.Parse(TestQueries.Query.Where(filter).ToString()).Filters);

                    Assert.Equal(filter, read);
                    Assert.Equal(filter.Values, read.Values);
                },
                iter: Samples);

    [Fact]
    public void Typed_condition_round_trips() =>
        Generators
            .Condition.Where(condition => condition.Metric is not null)
            .Sample(
                condition =>
                    Assert.Equal(condition, Assert.Single(SessionQuery.Parse(TestQueries.Query.Where(condition).ToString()).Conditions)),
                iter: Samples);

    [Fact]
    public void Number_in_a_condition_has_no_exponent_and_round_trips() =>
        Generators.Finite.Sample(
            value =>
            {
                var text = (SessionMetrics.Number("x") > value).ToString()["x>".Length..];

                Assert.Matches(NumberGrammar(), text);
                Assert.Equal(value, double.Parse(text, CultureInfo.InvariantCulture));
            },
            iter: Samples);

    [Fact]
    public void Filter_value_from_user_input_never_adds_a_filter() =>
        Gen.Select(Generators.HostileText, Generators.HostileText)
            .Sample(
                (first, second) =>
                {
                    DimensionFilter filter;
                    try
                    {
                        filter = SessionDimensions.SubscriberId.In(first, second);
                    }
                    catch (ArgumentException)
                    {
                        return;
                    }

                    var group = Assert.Single(FilterGrammar.Read(filter.ToString())!);
                    Assert.Equal("subscriberid", group.Dimension);
                    Assert.Equal(new[] { first, second }.Distinct(), group.Values);
                },
                iter: MoreSamples);

    [Fact]
    public void Query_value_from_user_input_never_adds_a_parameter() =>
        Gen.Select(Generators.HostileText, Generators.HostileText)
            .Sample(
                (value, other) =>
                {
                    SessionQuery query;
                    try
                    {
                        query = TestQueries.Query.Where(SessionDimensions.SubscriberId.Is(value)).WithParameter("x", other);
                    }
                    catch (ArgumentException)
                    {
                        return;
                    }

                    Assert.Equal("period metrics aggby filter x", Names(query.ToString()));
                    Assert.Equal(
                        "period metrics aggby filter x",
                        Names(query.ToUri(new Uri("https://example.org"), 1).Query[1..]));

                    static string Names(string text) => string.Join(' ', text.Split('&').Select(part => part.Split('=')[0]));
                },
                iter: MoreSamples);

    [Fact]
    public void Query_text_and_URL_are_independent_of_the_culture() =>
        Gen.Select(Gen.OneOf([.. Cultures.Names]), Generators.Query)
            .Sample(
                (culture, query) =>
                {
                    var text = query.ToString();
                    var url = query.ToUri(new Uri("https://example.org"), 199493832);

                    Cultures.Under(
                        culture,
                        () =>
                        {
                            Assert.Equal(text, query.ToString());
                            Assert.Equal(url, query.ToUri(new Uri("https://example.org"), 199493832));
                            Assert.Equal(text, SessionQuery.Parse(text).ToString());
                            Assert.Equal(query.Period, SessionPeriod.Parse(query.Period.ToString()));
                            return true;
                        });
                },
                iter: Samples);

    [Fact]
    public void Condition_text_is_independent_of_the_culture() =>
        Gen.Select(Gen.OneOf([.. Cultures.Names]), Generators.Finite, Generators.Duration, Gen.Long)
            .Sample(
                (culture, number, duration, count) =>
                {
                    Assert.Equal(Conditions(), Cultures.Under(culture, Conditions));

                    string[] Conditions() =>
                        [
                            (SessionMetrics.PlaybackScore > number).ToString(),
                            (SessionMetrics.Playtime > duration).ToString(),
                            (SessionMetrics.StartupTime > duration).ToString(),
                            (SessionMetrics.Errors > count).ToString(),
                        ];
                },
                iter: Samples);

    [Fact]
    public void SessionQuery_Parse_and_TryParse_agree_for_any_text() =>
        Gen.OneOf(Generators.HostileText, Mutated(Generators.Query.Select(query => query.ToString())))
            .Sample(
                text =>
                {
                    var accepted = SessionQuery.TryParse(text, out var query);
                    Assert.Equal(accepted, query is not null);

                    if (accepted)
                        Assert.Equal(query, SessionQuery.Parse(SessionQuery.Parse(text).ToString()));
                    else
                        Assert.Throws<FormatException>(() => SessionQuery.Parse(text));
                },
                iter: MoreSamples);

    [Fact]
    public void SessionPeriod_Parse_and_TryParse_agree_for_any_text() =>
        Gen.OneOf(Generators.HostileText, Mutated(Generators.Period.Select(period => period.ToString())))
            .Sample(
                text =>
                {
                    var accepted = SessionPeriod.TryParse(text, out var period);
                    Assert.Equal(accepted, period is not null);

                    if (accepted)
                        Assert.Equal(period, SessionPeriod.Parse(text));
                    else
                        Assert.Throws<FormatException>(() => SessionPeriod.Parse(text));
                },
                iter: MoreSamples);

    [GeneratedRegex(@"\Astart=[0-9]+,end=[0-9]+\z")]
    private static partial Regex PeriodGrammar();

    [GeneratedRegex(@"\A[A-Za-z][A-Za-z0-9_.-]*(,[A-Za-z][A-Za-z0-9_.-]*)*\z")]
    private static partial Regex MetricsGrammar();

    [GeneratedRegex(@"\A-?[0-9]+(\.[0-9]*[1-9])?\z")]
    private static partial Regex NumberGrammar();

    // A query string contains only names, =, &, unreserved characters and escapes. This matches any other character.
    [GeneratedRegex(@"[^?&=A-Za-z0-9_.~%-]|%(?![0-9A-F]{2})")]
    private static partial Regex NotEncoded();

    private static Gen<string> Mutated(Gen<string> texts) =>
        Gen.Select(
            texts,
            Gen.Int[0, 10_000],
            Gen.Int[0, 2],
            Generators.HostileText,
            (text, position, kind, extra) =>
            {
                var at = position % (text.Length + 1);
                return kind switch
                {
                    0 => text.Insert(at, extra),
                    1 => text[..at],
                    _ => text[..at] + extra + text[Math.Min(text.Length, at + 1)..],
                };
            });
}
