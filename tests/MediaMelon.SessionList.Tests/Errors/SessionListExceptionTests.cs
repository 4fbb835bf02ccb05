using System.Net;
using MediaMelon.SessionList.Tests.Support;

namespace MediaMelon.SessionList.Tests.Errors;

public sealed class SessionListExceptionTests
{
    private const string Pair = "\ud83d\ude00";

    // The characters around the limit, and the expected length relative to the limit.
    public static TheoryData<int, string, int> Truncations { get; } =
        new()
        {
            { -1, "", -1 },
            { 0, "", 0 },
            { 0, "x", 0 },
            { 0, Pair, 0 },
            { -1, Pair, -1 },
            { -2, Pair, 0 },
            { -3, Pair + Pair, -1 },
        };

    [Fact]
    public void SessionListApiException_properties_return_the_constructor_arguments()
    {
        var inner = new InvalidOperationException();

        var failure = new SessionListApiException((HttpStatusCode)429, "Slow down.", "{}", TimeSpan.FromSeconds(3), inner);

        Assert.Equal((HttpStatusCode)429, failure.StatusCode);
        Assert.Equal("Slow down.", failure.Message);
        Assert.Equal("{}", failure.Body);
        Assert.Equal(TimeSpan.FromSeconds(3), failure.RetryAfter);
        Assert.Same(inner, failure.InnerException);
        Assert.Null(failure.ResumeFrom);
    }

    [Theory]
    [InlineData(401, true, false, "API key")]
    [InlineData(403, true, false, "customer")]
    [InlineData(404, false, false, "address")]
    [InlineData(429, false, true, "fewer")]
    [InlineData(302, false, false, "redirect")]
    [InlineData(400, false, false, "does not accept the request")]
    [InlineData(500, false, false, "later")]
    [InlineData(599, false, false, "later")]
    [InlineData(101, false, false, "not a success")]
    [InlineData(304, false, false, "intermediate cache")]
    [InlineData(407, false, false, "An intermediate proxy requires")]
    [InlineData(414, false, false, "too long")]
    [InlineData(503, false, false, "proxy in front of it")]
    [InlineData(999, false, false, "returned 999. This is not an HTTP status code")]
    public void SessionListApiException_message_describes_the_status(
        int status, bool isAccessDenied, bool isThrottled, string hint)
    {
        var failure = new SessionListApiException((HttpStatusCode)status);

        Assert.Equal(isAccessDenied, failure.IsAccessDenied);
        Assert.Equal(isThrottled, failure.IsThrottled);
        Assert.Contains($"{status}", failure.Message, StringComparison.Ordinal);
        Assert.Contains(hint, failure.Message, StringComparison.Ordinal);
        Assert.Null(failure.Body);
        Assert.Null(failure.RetryAfter);
        Assert.Null(failure.InnerException);
    }

    [Fact]
    public void SessionListApiException_message_contains_RetryAfter_in_any_culture() =>
        Assert.All(
            Cultures.Names,
            culture =>
                Assert.Contains(
                    "wait 1.5 s",
                    Cultures.Under(
                        culture,
                        () => new SessionListApiException((HttpStatusCode)429, retryAfter: TimeSpan.FromSeconds(1.5)).Message),
                    StringComparison.Ordinal));

    [Theory]
    [MemberData(nameof(Truncations))]
    public void Exception_body_is_truncated_at_the_limit_and_never_within_a_character(int before, string next, int expected)
    {
        Assert.Equal(4096 + expected, TruncatedLength(4096, body => new SessionListApiException(HttpStatusCode.BadGateway, body: body).Body));
        Assert.Equal(512 + expected, TruncatedLength(512, body => new SessionListResponseException("No JSON.", body).Body));

        int TruncatedLength(int limit, Func<string, string?> bodyOf)
        {
            var body = new string('a', limit + before) + next;
            var kept = bodyOf(body)!;

            Assert.StartsWith(kept, body, StringComparison.Ordinal);
            Assert.False(char.IsHighSurrogate(kept[^1]));
            return kept.Length;
        }
    }

    [Fact]
    public void Exception_body_distinguishes_empty_from_null()
    {
        Assert.Equal("", new SessionListApiException(HttpStatusCode.BadGateway, body: "").Body);
        Assert.Equal("", new SessionListResponseException("No JSON.", "").Body);
        Assert.Null(new SessionListResponseException("No JSON.").Body);
    }

    [Fact]
    public void SessionListResponseException_properties_return_the_constructor_arguments()
    {
        var inner = new InvalidOperationException();
        var failure = new SessionListResponseException("No JSON.", "<html>", inner);

        Assert.Equal("No JSON.", failure.Message);
        Assert.Equal("<html>", failure.Body);
        Assert.Same(inner, failure.InnerException);
    }

    [Fact]
    public void SessionListConnectionException_properties_return_the_constructor_arguments()
    {
        var inner = new InvalidOperationException();
        var failure = new SessionListConnectionException("Too late.", isTimeout: true, inner);

        Assert.Equal("Too late.", failure.Message);
        Assert.True(failure.IsTimeout);
        Assert.Same(inner, failure.InnerException);
        Assert.False(new SessionListConnectionException("No route.").IsTimeout);
    }

    [Fact]
    public void Exceptions_return_the_ResumeFrom_that_was_set()
    {
        var checkpoint = SessionCheckpoint.AtStart(TestQueries.Query);
        SessionListException[] failures =
        [
            new SessionListApiException(HttpStatusCode.BadGateway) { ResumeFrom = checkpoint },
            new SessionListResponseException("No JSON.") { ResumeFrom = checkpoint },
            new SessionListConnectionException("No route.") { ResumeFrom = checkpoint },
        ];

        Assert.All(failures, failure => Assert.Same(checkpoint, failure.ResumeFrom));
    }
}
