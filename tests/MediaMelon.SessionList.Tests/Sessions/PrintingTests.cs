using System.Text.Json;
using MediaMelon.SessionList.Tests.Support;

namespace MediaMelon.SessionList.Tests.Sessions;

/// <summary>The text of sessions and pages in logs.</summary>
public sealed class PrintingTests
{
    [Fact]
    public void VideoSession_ToString_prints_its_values_without_the_subscriber()
    {
        var session = new VideoSession
        {
            SessionId = "a",
            StartTime = DateTimeOffset.FromUnixTimeSeconds(1775749962),
            StartupTime = TimeSpan.FromSeconds(1.5),
            PlaybackScore = 97.5,
            ViewStatus = ViewStatus.Ended,
            SubscriberId = "bob@example.com",
            AdditionalFields = new Dictionary<string, JsonElement> { ["email"] = JsonSerializer.SerializeToElement("bob@example.com") },
        };

        var text = Cultures.Under("de-DE", session.ToString);

        Assert.Equal(
            "VideoSession { SessionId = a, StartTime = 2026-04-09T15:52:42.0000000+00:00, StartupTime = 00:00:01.5000000, "
                + "PlaybackScore = 97.5, ViewStatus = ended, AdditionalFields = [email] }",
            text);
        Assert.Equal("VideoSession { }", new VideoSession().ToString());
    }

    [Fact]
    public void VideoSession_ToString_prints_every_property_except_the_subscriber()
    {
        var text = (TestSessions.Session with { AdditionalFields = TestSessions.Fields("{\"x\":1}") }).ToString();

        foreach (var property in typeof(VideoSession).GetProperties().Where(property => property.Name != nameof(VideoSession.SubscriberId)))
            Assert.Contains($"{property.Name} = ", text, StringComparison.Ordinal);

        Assert.DoesNotContain(nameof(VideoSession.SubscriberId), text, StringComparison.Ordinal);
        Assert.DoesNotContain(TestSessions.Session.SubscriberId!, text, StringComparison.Ordinal);
    }

    [Fact]
    public void SessionPage_and_RowPage_ToString_print_the_number_of_rows()
    {
        Assert.Equal(
            "SessionPage { Sessions = 1, Offset = 5, Next = , TotalCount = 7, PageCount = , TotalRecords = , UnreadableValues = 2 }",
            new SessionPage { Sessions = [TestSessions.Session], Offset = 5, TotalCount = 7, UnreadableValues = 2 }.ToString());
        Assert.Equal(
            "RowPage { Rows = 2, Offset = 0, Next = , TotalCount = , PageCount = , TotalRecords = , UnreadableValues = 0 }",
            new RowPage<string> { Rows = ["bob", "eve"] }.ToString());
    }
}
