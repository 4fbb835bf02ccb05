using System.Security.Cryptography;
using System.Text;
using MediaMelon.SessionList.Tests.Support;

namespace MediaMelon.SessionList.Tests.Sessions;

public sealed class SessionCheckpointTests
{
    private static readonly SessionQuery Query = TestQueries
        .Query.Where(SessionDimensions.SubscriberId.Is("jane.doe@example.org"))
        .Where(SessionMetrics.Errors > 3)
        .OrderBy(SessionFields.EndTime)
        .WithParameter("token", "s3cret")
        .Skip(7)
        .Take(500);

    private static readonly SessionCheckpoint Midway = SessionCheckpoint.AtStart(Query) with
    {
        Offset = 2000,
        Delivered = 1993,
        Skipped = 7,
        SliceBy = TimeSpan.FromHours(1),
        Slice = 5,
    };

    // Each differs from Query in a part that affects the request or the pagination.
    public static TheoryData<string, SessionQuery> OtherQueries { get; } =
        new()
        {
            { "filter", Query.WithoutFilters(SessionDimensions.SubscriberId) },
            { "condition", Query.Where(SessionMetrics.Errors < 9) },
            { "columns", Query.Include(SessionDimensions.Cdn) },
            { "order", Query.OrderByDescending(SessionFields.EndTime) },
            { "type", Query.WithSessionType(SessionType.Started) },
            { "statuses", Query.WithAllStatuses() },
            { "skip", Query.Skip(8) },
            { "take", Query.Take(501) },
            { "parameter", Query.WithParameter("token", "other") },
        };

    [Fact]
    public void Checkpoint_AtStart_has_the_position_of_the_query()
    {
        var checkpoint = SessionCheckpoint.AtStart(Query);

        Assert.Equal(TestQueries.Period, checkpoint.Period);
        Assert.Equal(7, checkpoint.Offset);
        Assert.Equal(0, checkpoint.Delivered);
        Assert.Null(checkpoint.SliceBy);
        Assert.Equal(SessionCheckpoint.AtStart(Query), checkpoint);
        Assert.Throws<ArgumentNullException>("query", () => SessionCheckpoint.AtStart(null!));
    }

    [Theory]
    [MemberData(nameof(OtherQueries))]
    public void QueryFingerprint_differs_for_other_queries(string difference, SessionQuery other) =>
        Assert.False(
            SessionCheckpoint.AtStart(Query).QueryFingerprint == SessionCheckpoint.AtStart(other).QueryFingerprint,
            difference);

    [Fact]
    public void QueryFingerprint_does_not_depend_on_the_period()
    {
        var moved = SessionCheckpoint.AtStart(Query.WithPeriod(SessionPeriod.FromUnixSeconds(1, 2)));

        Assert.Equal(SessionCheckpoint.AtStart(Query).QueryFingerprint, moved.QueryFingerprint);
        Assert.NotEqual(SessionCheckpoint.AtStart(Query), moved);
    }

    [Fact]
    public void Checkpoint_ToString_is_one_line_of_ASCII()
    {
        Assert.All(Midway.ToString(), character => Assert.InRange(character, '!', '~'));
        Assert.All(SessionCheckpoint.AtStart(Query).ToString(), character => Assert.InRange(character, '!', '~'));
    }

    [Fact]
    public void Checkpoint_ToString_contains_no_value_of_the_query()
    {
        foreach (var secret in new[] { "jane", "example", "s3cret", "subscriberid", "errors" })
            Assert.DoesNotContain(secret, Midway.ToString(), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Checkpoint_Parse_of_ToString_returns_an_equal_checkpoint()
    {
        SessionCheckpoint[] checkpoints =
        [
            SessionCheckpoint.AtStart(TestQueries.Query),
            SessionCheckpoint.AtStart(Query),
            Midway,
            Midway with
            {
                SliceBy = null,
                Slice = 0,
            },
            Midway with { CapRows = 1 },
            Midway with { CapRows = int.MaxValue },
            Midway with
            {
                Offset = long.MaxValue,
                Delivered = long.MaxValue,
                Skipped = long.MaxValue,
            },
            Midway with
            {
                SliceBy = TimeSpan.FromTicks(TimeSpan.MaxValue.Ticks / TimeSpan.TicksPerSecond * TimeSpan.TicksPerSecond),
                Slice = 0,
            },
        ];

        foreach (var checkpoint in checkpoints)
        {
            var text = checkpoint.ToString();

            Assert.Equal(checkpoint, SessionCheckpoint.Parse(text));
            Assert.Equal(checkpoint.GetHashCode(), SessionCheckpoint.Parse(text).GetHashCode());
            Assert.Equal(text, SessionCheckpoint.Parse(text).ToString());
            Assert.Equal(checkpoint, SessionCheckpoint.Parse($" \t{text}\r\n"));
        }
    }

    [Fact]
    public void Checkpoint_equality_includes_every_part()
    {
        Assert.NotEqual(Midway, Midway with { Offset = 1 });
        Assert.NotEqual(Midway, Midway with { Delivered = 1 });
        Assert.NotEqual(Midway, Midway with { Skipped = 1 });
        Assert.NotEqual(Midway, Midway with { CapRows = 1 });
        Assert.NotEqual(Midway, Midway with { Slice = 1 });
        Assert.NotEqual(Midway, Midway with { SliceBy = TimeSpan.FromHours(2) });
    }

    [Fact]
    public void Checkpoint_TryParse_text_with_a_changed_character_fails_or_returns_an_equal_checkpoint()
    {
        var text = Midway.ToString();
        var characters = Enumerable
            .Range(' ', '~' - ' ' + 1)
            .Select(code => (char)code)
            .Concat("\0\n\u00a0\u0663\ud800")
            .ToArray();

        for (var at = 0; at <= text.Length; at++)
        {
            if (at < text.Length)
                AssertRejectedOrEqual(text.Remove(at, 1));

            foreach (var character in characters)
            {
                AssertRejectedOrEqual(text.Insert(at, character.ToString()));
                if (at < text.Length)
                    AssertRejectedOrEqual(text.Remove(at, 1).Insert(at, character.ToString()));
            }
        }

        static void AssertRejectedOrEqual(string changed) =>
            Assert.True(!SessionCheckpoint.TryParse(changed, out var read) || read == Midway, changed);
    }

    [Theory]
    [InlineData("")]
    [InlineData("v1")]
    [InlineData("v1;;;;;;;")]
    [InlineData(
        "v2;start=1775749962,end=1775836362;offset=0;delivered=0;skipped=0;slice=none;query=00000000000000000000000000000000;check=00000000"
    )]
    [InlineData(
        "v1;start=1775749962,end=1775836362;offset=0;delivered=0;skipped=0;slice=none;query=00000000000000000000000000000000;check=00000000"
    )]
    [InlineData("https://example.org/")]
    public void Checkpoint_Parse_other_text_throws_FormatException(string text)
    {
        Assert.Throws<FormatException>(() => SessionCheckpoint.Parse(text));
        Assert.False(SessionCheckpoint.TryParse(text, out var checkpoint));
        Assert.Null(checkpoint);
    }

    // The check sum is valid, as in a checkpoint of a later version of this library.
    [Theory]
    [InlineData("offset=2000", "offset=9223372036854775808")]
    [InlineData("offset=2000", "offset=99999999999999999999999999")]
    [InlineData("offset=2000", "offset=-1")]
    [InlineData("offset=2000", "offset=+1")]
    [InlineData("offset=2000", "offset= 1")]
    [InlineData("offset=2000", "offset=")]
    [InlineData("offset=2000", "offset=1.0")]
    [InlineData("offset=2000", "Offset=1")]
    [InlineData("delivered=1993", "delivered=9223372036854775808")]
    [InlineData("delivered=1993", "delivered=-1")]
    [InlineData("skipped=7", "skipped=9223372036854775808")]
    [InlineData("skipped=7", "skipped=")]
    [InlineData("cut=none", "cut=0")]
    [InlineData("cut=none", "cut=-1")]
    [InlineData("cut=none", "cut=2147483648")]
    [InlineData("cut=none", "cut=")]
    [InlineData("cut=none", "none")]
    [InlineData("slice=3600@5", "slice=3600@24")]
    [InlineData("slice=3600@5", "slice=3600@9223372036854775807")]
    [InlineData("slice=3600@5", "slice=3600@-1")]
    [InlineData("slice=3600@5", "slice=3600")]
    [InlineData("slice=3600@5", "slice=3600@5@5")]
    [InlineData("slice=3600@5", "slice=0@0")]
    [InlineData("slice=3600@5", "slice=922337203686@0")]
    [InlineData("slice=3600@5", "slice=9223372036854775807@0")]
    [InlineData("slice=3600@5", "slice=@5")]
    [InlineData("slice=3600@5", "slice=")]
    [InlineData("slice=3600@5", "none")]
    [InlineData("start=1775749962", "start=1775836362")]
    [InlineData("start=1775749962", "start=-1")]
    [InlineData("end=1775836362", "end=1775836362000")]
    [InlineData("query=", "query=0")]
    [InlineData("query=", "")]
    public void Checkpoint_Parse_invalid_part_with_a_valid_check_sum_throws(string part, string other)
    {
        var text = Midway.ToString();
        var body = text[..text.LastIndexOf(';')];
        Assert.Contains(part, body, StringComparison.Ordinal);
        Assert.Equal(text, WithSum(body));

        var failure = Assert.Throws<FormatException>(() =>
            SessionCheckpoint.Parse(WithSum(body.Replace(part, other, StringComparison.Ordinal))));

        Assert.Contains("cannot be read", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("v1;", "v2;")]
    [InlineData("v1;", "")]
    [InlineData(";query=", ";more=1;query=")]
    public void Checkpoint_Parse_text_of_another_version_throws(string part, string other)
    {
        var text = Midway.ToString();

        var failure = Assert.Throws<FormatException>(() =>
            SessionCheckpoint.Parse(WithSum(text[..text.LastIndexOf(';')].Replace(part, other, StringComparison.Ordinal))));

        Assert.Contains("v1", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Checkpoint_Parse_changed_text_throws_with_that_reason()
    {
        var text = Midway.ToString();

        foreach (var changed in new[] { text.Replace("skipped=7", "skipped=8", StringComparison.Ordinal), text.Replace("check=", "", StringComparison.Ordinal) })
            Assert.Contains("changed or truncated", Assert.Throws<FormatException>(() => SessionCheckpoint.Parse(changed)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("slice=3600@23")]
    [InlineData("slice=86400@0")]
    [InlineData("slice=1@86399")]
    [InlineData("slice=922337203685@0")]
    public void Checkpoint_Parse_valid_slice_returns_it(string slice)
    {
        var text = Midway.ToString();

        var checkpoint = SessionCheckpoint.Parse(
            WithSum(text[..text.LastIndexOf(';')].Replace("slice=3600@5", slice, StringComparison.Ordinal)));

        Assert.Contains(slice, checkpoint.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Checkpoint_Parse_null_throws_ArgumentNullException()
    {
        Assert.Throws<ArgumentNullException>("text", () => SessionCheckpoint.Parse(null!));
        Assert.False(SessionCheckpoint.TryParse(null, out _));
    }

    private static string WithSum(string body) =>
        $"{body};check={Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(body)), 0, 4)}";
}
