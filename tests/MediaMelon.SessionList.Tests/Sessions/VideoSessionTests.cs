using System.Text.Json;
using MediaMelon.SessionList.Tests.Support;

namespace MediaMelon.SessionList.Tests.Sessions;

public sealed class VideoSessionTests
{
    // One change for each property.
    public static TheoryData<string, Func<VideoSession, VideoSession>> Changes { get; } =
        new()
        {
            { "SessionId", session => session with { SessionId = "x" } },
            { "StartTime", session => session with { StartTime = DateTimeOffset.UnixEpoch } },
            { "EndTime", session => session with { EndTime = DateTimeOffset.UnixEpoch } },
            { "AssetName", session => session with { AssetName = "x" } },
            { "WatchTime", session => session with { WatchTime = TimeSpan.Zero } },
            { "SourceFormat", session => session with { SourceFormat = "x" } },
            { "StartupTime", session => session with { StartupTime = TimeSpan.Zero } },
            { "RebufferingPercentage", session => session with { RebufferingPercentage = 0 } },
            { "BufferingTimePercentage", session => session with { BufferingTimePercentage = 0 } },
            { "PlaybackScore", session => session with { PlaybackScore = 0 } },
            { "Playtime", session => session with { Playtime = TimeSpan.Zero } },
            { "CdnChangeRate", session => session with { CdnChangeRate = 0 } },
            { "Errors", session => session with { Errors = 0 } },
            { "FatalErrors", session => session with { FatalErrors = 0 } },
            { "Country", session => session with { Country = "" } },
            { "DeviceType", session => session with { DeviceType = "" } },
            { "OperatingSystem", session => session with { OperatingSystem = "" } },
            { "PlayerName", session => session with { PlayerName = "" } },
            { "Cdn", session => session with { Cdn = "" } },
            { "IsLive", session => session with { IsLive = false } },
            { "ViewStatus", session => session with { ViewStatus = default(ViewStatus) } },
            { "SubscriberId", session => session with { SubscriberId = "" } },
            { "ErrorCode", session => session with { ErrorCode = "" } },
            { "Drm", session => session with { Drm = "" } },
            { "AdditionalFields", session => session with { AdditionalFields = TestSessions.Fields("{\"x\":1}") } },
        };

    private static readonly VideoSession Empty = new();

    [Fact]
    public void VideoSession_when_new_has_no_values()
    {
        Assert.All(Properties(), property => Assert.Null(property.GetValue(Empty)));
        Assert.Empty(Empty.AdditionalFields);
        Assert.Same(Empty.AdditionalFields, new VideoSession().AdditionalFields);
    }

    [Fact]
    public void VideoSession_properties_return_the_values_that_were_set()
    {
        Assert.All(Properties(), property => Assert.NotNull(property.GetValue(TestSessions.Session)));
        Assert.Equal(TimeSpan.FromSeconds(1.5), TestSessions.Session.StartupTime);
        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(1775749962), TestSessions.Session.StartTime);
        Assert.Equal(97.5, TestSessions.Session.PlaybackScore);
        Assert.True(TestSessions.Session.IsLive);
    }

    [Theory]
    [MemberData(nameof(Changes))]
    public void VideoSession_with_expression_does_not_change_the_original(
        string property, Func<VideoSession, VideoSession> change)
    {
        foreach (
            var original in new[]
            {
                new VideoSession(),
                TestSessions.Session,
                JsonSerializer.Deserialize<VideoSession>(TestSessions.Row)!,
                new VideoSession { Cdn = "a" },
            })
        {
            var before = Values(original);

            var changed = change(original);

            Assert.Equal(before, Values(original));
            Assert.Equal(
                property,
                Assert.Single(Values(changed).Zip(before), pair => !Equals(pair.First, pair.Second)).First.Name);
        }
    }

    [Theory]
    [MemberData(nameof(Changes))]
    public void VideoSession_equality_compares_all_properties(string property, Func<VideoSession, VideoSession> change)
    {
        var copy = TestSessions.Session with { };

        Assert.NotSame(TestSessions.Session, copy);
        Assert.Equal(TestSessions.Session, copy);
        Assert.True(TestSessions.Session == copy);
        Assert.Equal(TestSessions.Session.GetHashCode(), copy.GetHashCode());
        Assert.False(TestSessions.Session == change(copy), $"{property} does not affect equality.");
        Assert.False(Empty == change(Empty), $"{property} does not affect equality.");
    }

    [Theory]
    [MemberData(nameof(Changes))]
    public void VideoSession_with_all_properties_reset_equals_a_new_session(
        string property, Func<VideoSession, VideoSession> change)
    {
        var reset = change(new VideoSession()) with
        {
            SessionId = null,
            StartTime = null,
            EndTime = null,
            AssetName = null,
            WatchTime = null,
            SourceFormat = null,
            StartupTime = null,
            RebufferingPercentage = null,
            BufferingTimePercentage = null,
            PlaybackScore = null,
            Playtime = null,
            CdnChangeRate = null,
            Errors = null,
            FatalErrors = null,
            Country = null,
            DeviceType = null,
            OperatingSystem = null,
            PlayerName = null,
            Cdn = null,
            IsLive = null,
            ViewStatus = null,
            SubscriberId = null,
            ErrorCode = null,
            Drm = null,
            AdditionalFields = Empty.AdditionalFields,
        };

        Assert.True(Empty == reset, $"{property} is not reset.");
        Assert.Equal(Empty.GetHashCode(), reset.GetHashCode());
        Assert.Equal("{}", JsonSerializer.Serialize(reset));
    }

    [Fact]
    public void VideoSession_value_set_after_a_null_does_not_change_other_sessions()
    {
        // Null does not allocate the object for rare fields. The next value must not be written to the shared empty object.
        var session = new VideoSession { Cdn = null, Country = "US" };

        Assert.Equal("US", session.Country);
        Assert.Null(new VideoSession().Country);
    }

    [Fact]
    public void VideoSession_equality_compares_AdditionalFields_by_reference()
    {
        var fields = TestSessions.Fields("{\"x\":1}");

        Assert.Equal(new VideoSession { AdditionalFields = fields }, new VideoSession { AdditionalFields = fields });
        Assert.NotEqual(
            new VideoSession { AdditionalFields = fields },
            new VideoSession { AdditionalFields = TestSessions.Fields("{\"x\":1}") });
    }

    [Fact]
    public void VideoSession_equality_ignores_the_case_of_ViewStatus()
    {
        var (lower, upper) = (new VideoSession { ViewStatus = new("ended") }, new VideoSession { ViewStatus = new("ENDED") });

        Assert.Equal(lower, upper);
        Assert.Equal(lower.GetHashCode(), upper.GetHashCode());
    }

    [Fact]
    public void VideoSession_AdditionalFields_set_to_null_throws_ArgumentNullException() =>
        Assert.Throws<ArgumentNullException>(() => new VideoSession { AdditionalFields = null! });

    [Fact]
    public void VideoSession_times_are_converted_to_UTC()
    {
        var session = new VideoSession { StartTime = new DateTimeOffset(2026, 4, 9, 12, 0, 0, TimeSpan.FromHours(5.5)) };

        Assert.Equal(TimeSpan.Zero, session.StartTime!.Value.Offset);
        Assert.Equal(new DateTimeOffset(2026, 4, 9, 6, 30, 0, TimeSpan.Zero), session.StartTime);
    }

    [Fact]
    public void VideoSession_metric_set_to_infinity_throws_and_to_NaN_is_null()
    {
        Assert.Null(new VideoSession { PlaybackScore = double.NaN }.PlaybackScore);
        Assert.StartsWith(
            "A metric of a session must be a finite number.",
            Assert.Throws<ArgumentOutOfRangeException>(() => new VideoSession { PlaybackScore = double.PositiveInfinity }).Message,
            StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => new VideoSession { CdnChangeRate = double.NegativeInfinity });
    }

    [Fact]
    public void VideoSession_TryGet_returns_the_value_of_every_property()
    {
        AssertReturned(SessionFields.SessionId, TestSessions.Session.SessionId);
        AssertReturned(SessionFields.StartTime, TestSessions.Session.StartTime);
        AssertReturned(SessionFields.EndTime, TestSessions.Session.EndTime);
        AssertReturned(SessionFields.AssetName, TestSessions.Session.AssetName);
        AssertReturned(SessionFields.WatchTime, TestSessions.Session.WatchTime);
        AssertReturned(SessionFields.SourceFormat, TestSessions.Session.SourceFormat);
        AssertReturned(SessionMetrics.StartupTime, TestSessions.Session.StartupTime);
        AssertReturned(SessionMetrics.RebufferingPercentage, TestSessions.Session.RebufferingPercentage);
        AssertReturned(SessionMetrics.BufferingTimePercentage, TestSessions.Session.BufferingTimePercentage);
        AssertReturned(SessionMetrics.PlaybackScore, TestSessions.Session.PlaybackScore);
        AssertReturned(SessionMetrics.Playtime, TestSessions.Session.Playtime);
        AssertReturned(SessionMetrics.CdnChangeRate, TestSessions.Session.CdnChangeRate);
        AssertReturned(SessionMetrics.Errors, TestSessions.Session.Errors);
        AssertReturned(SessionMetrics.FatalErrors, TestSessions.Session.FatalErrors);
        AssertReturned(SessionDimensions.Country, TestSessions.Session.Country);
        AssertReturned(SessionDimensions.DeviceType, TestSessions.Session.DeviceType);
        AssertReturned(SessionDimensions.OperatingSystem, TestSessions.Session.OperatingSystem);
        AssertReturned(SessionDimensions.PlayerName, TestSessions.Session.PlayerName);
        AssertReturned(SessionDimensions.Cdn, TestSessions.Session.Cdn);
        AssertReturned(SessionDimensions.IsLive, TestSessions.Session.IsLive);
        AssertReturned(SessionDimensions.ViewStatus, TestSessions.Session.ViewStatus);
        AssertReturned(SessionDimensions.SubscriberId, TestSessions.Session.SubscriberId);
        AssertReturned(SessionDimensions.ErrorCode, TestSessions.Session.ErrorCode);
        AssertReturned(SessionDimensions.Drm, TestSessions.Session.Drm);

        static void AssertReturned<T>(Field<T> field, object? expected)
        {
            Assert.True(TestSessions.Session.TryGet(field, out var value), field.Name);
            Assert.Equal(expected, value);
            Assert.False(Empty.TryGet(field, out _), field.Name);
        }
    }

    [Fact]
    public void VideoSession_TryGet_converts_additional_fields_to_the_type_of_the_field()
    {
        var session = new VideoSession
        {
            AdditionalFields = TestSessions.Fields("""{"a":"2","b":90,"c":"-","d":{"e":1},"f":null,"g":1775749962,"h":"true"}"""),
        };

        Assert.True(session.TryGet(SessionMetrics.Number("a"), out var number) && number == 2);
        Assert.True(session.TryGet(SessionMetrics.Count("a"), out var count) && count == 2);
        Assert.True(session.TryGet(SessionDimensions.Text("a"), out var text) && text == "2");
        Assert.True(session.TryGet(SessionMetrics.Seconds("b"), out var seconds) && seconds == TimeSpan.FromSeconds(90));
        Assert.True(session.TryGet(SessionMetrics.Minutes("b"), out var minutes) && minutes == TimeSpan.FromMinutes(90));
        Assert.True(session.TryGet(SessionFields.Time("g"), out var time) && time == TestQueries.Period.Start);
        Assert.True(session.TryGet(SessionDimensions.Flag("h"), out var flag) && flag);
        Assert.True(session.TryGet(SessionDimensions.Text("c"), out var dash) && dash == "-");
        Assert.False(session.TryGet(SessionMetrics.Number("c"), out _));
        Assert.False(session.TryGet(SessionMetrics.Number("d"), out _));
        Assert.False(session.TryGet(SessionDimensions.Text("d"), out _));
        Assert.False(session.TryGet(SessionDimensions.Text("f"), out _));
        Assert.False(session.TryGet(SessionMetrics.Number("missing"), out _));
        Assert.False(session.TryGet(SessionDimensions.Text("A"), out _));
        Assert.Throws<ArgumentNullException>("field", () => session.TryGet((Field<string>)null!, out _));
    }

    [Fact]
    public void VideoSession_TryGet_undefined_JsonElement_returns_false() =>
        Assert.False(
            new VideoSession { AdditionalFields = new Dictionary<string, JsonElement> { ["x"] = default } }.TryGet(
                SessionDimensions.Text("x"),
                out _));

    [Fact]
    public void VideoSession_TryGet_standard_field_as_another_type_returns_false()
    {
        Assert.False(TestSessions.Session.TryGet(SessionMetrics.Number("latency"), out _));
        Assert.False(TestSessions.Session.TryGet(SessionDimensions.Text("errors"), out _));
        Assert.False(TestSessions.Session.TryGet(SessionDimensions.Text("status"), out _));
        Assert.False(TestSessions.Session.TryGet(SessionFields.Time("country"), out _));

        var unreadable = JsonSerializer.Deserialize<VideoSession>("""{"latency":"soon"}""")!;
        Assert.False(unreadable.TryGet(SessionDimensions.Text("latency"), out _));
        Assert.Equal("soon", unreadable.AdditionalFields["latency"].GetString());
    }

    [Fact]
    public void SessionPage_equality_compares_values_and_the_session_list_by_reference()
    {
        VideoSession[] sessions = [TestSessions.Session];
        var page = new SessionPage
        {
            Sessions = sessions,
            Offset = 5,
            TotalCount = 9,
            PageCount = 1,
            TotalRecords = 2,
            UnreadableValues = 3,
        };

        Assert.Equal(page, page with { });
        Assert.Equal(page.GetHashCode(), (page with { }).GetHashCode());
        Assert.NotEqual(page, page with { Sessions = [TestSessions.Session] });
        Assert.NotEqual(page, page with { Offset = 6 });
        Assert.NotEqual(page, page with { Next = SessionCheckpoint.AtStart(TestQueries.Query) });
        Assert.NotEqual(page, page with { UnreadableValues = 4 });
    }

    private static System.Reflection.PropertyInfo[] Properties() =>
        [.. typeof(VideoSession).GetProperties().Where(property => property.Name != nameof(VideoSession.AdditionalFields))];

    private static List<(string Name, object? Value)> Values(VideoSession session) =>
        [.. typeof(VideoSession).GetProperties().Select(property => (property.Name, property.GetValue(session)))];
}
