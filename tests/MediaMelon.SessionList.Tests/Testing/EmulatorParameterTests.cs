using System.Net;
using MediaMelon.SessionList.Testing;

namespace MediaMelon.SessionList.Tests.Testing;

public sealed class EmulatorParameterTests
{
    private readonly SessionListEmulator _emulator = new(Sample.Sessions("a"));

    [Theory]
    [InlineData("aggby=sessionid")]
    [InlineData("sessiontype=ended")]
    [InlineData("sessiontype=started")]
    [InlineData("allstatus=0")]
    [InlineData("allstatus=1")]
    [InlineData("order=asc")]
    [InlineData("order=desc")]
    [InlineData("limit=1")]
    [InlineData("offset=0")]
    [InlineData("businesserror=true")]
    [InlineData("concurrency=1&granularity=auto&anything")]
    [InlineData("orderby=not_a_known_column")]
    public async Task Emulator_accepts_valid_parameter(string parameter)
    {
        Assert.Equal("a", await _emulator.IdsAsync(parameter));
    }

    [Theory]
    [InlineData("metrics=sessionid", "period")]
    [InlineData("period=&metrics=sessionid", "period")]
    [InlineData("period=1,2&metrics=sessionid", "period")]
    [InlineData("period=start=1&metrics=sessionid", "period")]
    [InlineData("period=start=1,end=x&metrics=sessionid", "period")]
    [InlineData("period=start=-1,end=2&metrics=sessionid", "period")]
    [InlineData("period=end=2,start=1&metrics=sessionid", "period")]
    [InlineData("period=start=1,end=2,tz=utc&metrics=sessionid", "period")]
    [InlineData("period=start=2,end=1&metrics=sessionid", "period")]
    [InlineData("period=start=1,end=1775836362000&metrics=sessionid", "period")]
    [InlineData("period=start=1,end=2", "metrics")]
    [InlineData("period=start=1,end=2&metrics=", "metrics")]
    [InlineData("period=start=1,end=2&metrics=sessionid,,latency", "metrics")]
    [InlineData("period=start=1,end=2&metrics=session id", "metrics")]
    [InlineData("period=start=1,end=2&metrics=1st", "metrics")]
    [InlineData("period=start=1,end=2&metrics=sessionid&metrics=latency", "metrics")]
    public async Task Emulator_without_valid_period_and_metrics_returns_400(string parameters, string named)
    {
        await AssertRefusedAsync(parameters, named);
    }

    [Theory]
    [InlineData("aggby=timestamp", "aggby")]
    [InlineData("aggby=", "aggby")]
    [InlineData("sessiontype=Ended", "sessiontype")]
    [InlineData("allstatus=true", "allstatus")]
    [InlineData("order=descending", "order")]
    [InlineData("orderby=", "orderby")]
    [InlineData("limit=0", "limit")]
    [InlineData("limit=-1", "limit")]
    [InlineData("limit=1e3", "limit")]
    [InlineData("limit=10&limit=20", "limit")]
    [InlineData("offset=-1", "offset")]
    [InlineData("offset=1.5", "offset")]
    [InlineData("filter=", "filter")]
    [InlineData("filter=country=US", "filter")]
    [InlineData("filter=[country]", "filter")]
    [InlineData("filter=[country=US", "filter")]
    [InlineData("filter=[country=US]x", "filter")]
    [InlineData("filter=[country=US],[cdn=a]", "filter")]
    [InlineData("filter=[country=]", "filter")]
    [InlineData("filter=[country=US|]", "filter")]
    [InlineData("filter=[country=US=CA]", "filter")]
    [InlineData("filter=[coun try=US]", "filter")]
    [InlineData("filter=[[country=US]", "filter")]
    [InlineData("filter=[country=[US]", "filter")]
    [InlineData("qoefilter=", "qoefilter")]
    [InlineData("qoefilter=latency", "qoefilter")]
    [InlineData("qoefilter=latency>fast", "qoefilter")]
    [InlineData("qoefilter=latency>NaN", "qoefilter")]
    [InlineData("qoefilter=latency>1 OR errors>1", "qoefilter")]
    [InlineData("qoefilter=latency>1 AND ", "qoefilter")]
    [InlineData("qoefilter=latency>1,errors>1", "qoefilter")]
    [InlineData("qoefilter=latency!=1", "qoefilter")]
    [InlineData("qoefilter=>1", "qoefilter")]
    [InlineData("later=1&later=2", "later")]
    public async Task Emulator_with_invalid_parameter_returns_400(string parameter, string named)
    {
        await AssertRefusedAsync($"{EmulatorCalls.Period}&metrics=sessionid&{parameter}", named);
    }

    [Theory]
    [InlineData("period=start%3D1000%2Cend%3D2000&metrics=sessionid%2Clatency")]
    [InlineData("period=start=1000, end=2000&metrics=sessionid, latency")]
    public async Task Emulator_accepts_percent_encoded_and_spaced_values(string parameters)
    {
        using var response = await _emulator.AskAsync(parameters);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task Requests_contains_decoded_parameters_in_order_of_arrival()
    {
        using var first = await _emulator.AskAsync("filter=%5Bcdn%3Da%2Bb+c%20d%5D&businesserror=true&flag");
        var before = _emulator.Requests;
        using var second = await _emulator.AskAsync("limit=1&limit=2");

        Assert.Equal(2, _emulator.Requests.Count);
        var request = Assert.Single(before);
        Assert.Equal("[cdn=a+b+c d]", request.Parameters["filter"]);
        Assert.Equal("true", request.Parameters["businesserror"]);
        Assert.Equal("", request.Parameters["flag"]);
        Assert.Equal(EmulatorCalls.Key, request.ApiKey);
        Assert.Equal("sessions.example", request.Uri.Host);
        Assert.Equal("1", _emulator.Requests[1].Parameters["limit"]);
    }

    private async Task AssertRefusedAsync(string parameters, string named)
    {
        using var response = await _emulator.AskAsync(parameters);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.StartsWith($"Parameter '{named}' ", await response.MessageAsync(), StringComparison.Ordinal);
    }
}
