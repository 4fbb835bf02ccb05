using System.Net;
using MediaMelon.SessionList.Testing;

namespace MediaMelon.SessionList.Tests.Testing;

public sealed class EmulatorColumnTests
{
    private static readonly VideoSession[] Sessions = [Sample.Session("a"), Sample.Session("b").With("cm_plan", "\"gold\"")];

    private readonly SessionListEmulator _strict = new(Sessions) { RefuseUnknownColumns = true };
    private readonly SessionListEmulator _lenient = new(Sessions);

    [Theory]
    [InlineData("metrics=sessionid,latencyy", "latencyy")]
    [InlineData("metrics=Latency", "Latency")]
    [InlineData("metrics=sessionid&orderby=latncy", "latncy")]
    [InlineData("metrics=sessionid&filter=[contry=BR]", "contry")]
    [InlineData("metrics=sessionid&filter=[country=BR][os=iOS]", "os")]
    [InlineData("metrics=sessionid&qoefilter=startup>3", "startup")]
    [InlineData("metrics=one,two,one&orderby=one", "one,two")]
    public async Task RefuseUnknownColumns_unknown_column_returns_400_and_is_recorded(string parameters, string unknown)
    {
        using var refused = await _strict.AskAsync($"{EmulatorCalls.Period}&{parameters}");
        using var accepted = await _lenient.AskAsync($"{EmulatorCalls.Period}&{parameters}");

        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Equal($"Column '{unknown.Split(',')[0]}' is unknown.", await refused.MessageAsync());
        Assert.Equal(HttpStatusCode.OK, accepted.StatusCode);
        Assert.Equal(unknown.Split(','), Assert.Single(_strict.Requests).UnknownColumns);
        Assert.Equal(unknown.Split(','), Assert.Single(_lenient.Requests).UnknownColumns);
    }

    [Theory]
    [InlineData("metrics=sessionid,cm_plan&filter=[cm_plan=gold]&orderby=cm_plan")]
    [InlineData("metrics=totalpages")]
    public async Task RefuseUnknownColumns_column_of_a_session_is_known(string parameters)
    {
        await _strict.ListAsync(parameters);

        Assert.Empty(Assert.Single(_strict.Requests).UnknownColumns);
    }

    [Fact]
    public async Task RefuseUnknownColumns_every_column_of_the_catalogues_is_known()
    {
        Field[] catalogues = [.. SessionFields.Standard, .. SessionMetrics.All, .. SessionDimensions.All];

        await _strict.ListAsync("metrics=" + string.Join(',', catalogues.Select(field => field.Name).Distinct()));

        Assert.Empty(Assert.Single(_strict.Requests).UnknownColumns);
    }

    [Fact]
    public async Task RefuseUnknownColumns_column_of_an_added_session_becomes_known()
    {
        using var before = await _strict.AskAsync($"{EmulatorCalls.Period}&metrics=cm_site");
        _strict.Add(Sample.Session("c").With("cm_site", "1"));
        using var after = await _strict.AskAsync($"{EmulatorCalls.Period}&metrics=cm_site");

        Assert.Equal(HttpStatusCode.BadRequest, before.StatusCode);
        Assert.Equal(HttpStatusCode.OK, after.StatusCode);
        Assert.Equal([1, 0], _strict.Requests.Select(request => request.UnknownColumns.Count));
    }

    [Fact]
    public async Task RefuseUnknownColumns_invalid_parameter_is_reported_first()
    {
        using var response = await _strict.AskAsync($"{EmulatorCalls.Period}&metrics=nothing&limit=0");

        Assert.Contains("limit", await response.MessageAsync(), StringComparison.Ordinal);
        Assert.Empty(Assert.Single(_strict.Requests).UnknownColumns);
    }

    [Fact]
    public async Task RefuseUnknownColumns_wrong_key_returns_401_without_column_names()
    {
        using var response = await _strict.SendAsync($"{EmulatorCalls.Path}?{EmulatorCalls.Period}&metrics=nothing", "wrong");

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.DoesNotContain("nothing", await response.TextAsync(), StringComparison.Ordinal);
    }
}
