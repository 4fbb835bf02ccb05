using MediaMelon.SessionList.Http;
using Microsoft.Extensions.Time.Testing;

namespace MediaMelon.SessionList.Tests.Http;

public sealed class RetryAfterValueTests
{
    private static readonly DateTimeOffset Now = new(2026, 4, 10, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("0", 0)]
    [InlineData("120", 120)]
    [InlineData(" 120\t", 120)]
    [InlineData("007", 7)]
    [InlineData("\"120\"", 120)]
    [InlineData("2147483647", 2147483647)]
    [InlineData("2147483648", 2147483648)]
    [InlineData("99999999999", 99999999999)]
    [InlineData("299.997", 300)]
    [InlineData("0.4", 1)]
    [InlineData("120.0", 120)]
    [InlineData("120s", 120)]
    [InlineData("120 S", 120)]
    [InlineData("1 second", 1)]
    [InlineData("90 seconds", 90)]
    [InlineData("2.5s", 3)]
    [InlineData("120, 1", 120)]
    [InlineData("1,120", 120)]
    [InlineData("0, 0", 0)]
    [InlineData("Fri, 10 Apr 2026 12:00:25 GMT", 25)]
    [InlineData("fri, 10 apr 2026 12:00:25 gmt", 25)]
    [InlineData("Fri, 10 Apr 2026 12:00:25 UTC", 25)]
    [InlineData("Fri, 10 Apr 2026 14:00:25 +0200", 25)]
    [InlineData("Friday, 10-Apr-26 12:00:25 GMT", 25)]
    [InlineData("Fri Apr 10 12:00:25 2026", 25)]
    [InlineData("2026-04-10T12:00:25Z", 25)]
    [InlineData("2026-04-10t12:00:25z", 25)]
    [InlineData("2026-04-10T14:00:25+02:00", 25)]
    [InlineData("2026-04-10T12:00:25", 25)]
    [InlineData("2026-04-10 12:00:25", 25)]
    public void RetryAfter_Parse_valid_value_returns_the_wait(string value, double seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), RetryAfter.Parse(value, Now));

    [Theory]
    [InlineData("99999999999999999999")]
    [InlineData("999999999999999999999999999999999999999999.5")]
    [InlineData("1, 99999999999999999999")]
    public void RetryAfter_Parse_number_that_overflows_returns_TimeSpan_MaxValue(string value) =>
        Assert.Equal(TimeSpan.MaxValue, RetryAfter.Parse(value, Now));

    [Fact]
    public void RetryAfter_Parse_400_digits_returns_TimeSpan_MaxValue() =>
        Assert.Equal(TimeSpan.MaxValue, RetryAfter.Parse(new string('9', 400), Now));

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("soon")]
    [InlineData("-5")]
    [InlineData("+5")]
    [InlineData("1e3")]
    [InlineData("NaN")]
    [InlineData("Infinity")]
    [InlineData("0x10")]
    [InlineData("1.")]
    [InlineData(".5")]
    [InlineData("1.2.3")]
    [InlineData("120ms")]
    [InlineData("2m")]
    [InlineData("s")]
    [InlineData("120, soon")]
    [InlineData("120,")]
    [InlineData("٥")]
    [InlineData("Fri, 10 Apr 2026 11:59:59 GMT")]
    [InlineData("Thu, 01 Jan 1970 00:00:00 GMT")]
    [InlineData("2026-04-10T12:00:00Z")]
    [InlineData("Fri, 32 Apr 2026 12:00:25 GMT")]
    [InlineData("04/10/2026 12:00:25")]
    public void RetryAfter_Parse_invalid_or_past_value_returns_null(string value) => Assert.Null(RetryAfter.Parse(value, Now));

    [Theory]
    [InlineData(30, "10", "30", "20")]
    [InlineData(30, "soon", "30")]
    [InlineData(25, "Fri, 10 Apr 2026 12:00:25 GMT", "7")]
    [InlineData(0, "0", "-1")]
    public void RetryAfter_Read_several_headers_returns_the_longest_valid_wait(double seconds, params string[] values)
    {
        using var response = new HttpResponseMessage();
        foreach (var value in values)
            response.Headers.TryAddWithoutValidation("Retry-After", value);

        Assert.Equal(TimeSpan.FromSeconds(seconds), RetryAfter.Read(response, new FakeTimeProvider(Now)));
    }

    [Fact]
    public void RetryAfter_Read_without_a_header_returns_null()
    {
        using var response = new HttpResponseMessage();

        Assert.Null(RetryAfter.Read(response, new FakeTimeProvider(Now)));
    }
}
