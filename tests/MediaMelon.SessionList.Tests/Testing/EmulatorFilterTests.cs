using MediaMelon.SessionList.Testing;

namespace MediaMelon.SessionList.Tests.Testing;

public sealed class EmulatorFilterTests
{
    private readonly SessionListEmulator _emulator = new(
    [
        Sample.Session("a") with { Country = "US", Cdn = "Aurora", IsLive = true, Errors = 2 },
        Sample.Session("b") with { Country = "Canada", Cdn = "Aurora", IsLive = false, AssetName = "Tom & Jürgen + 50%" },
        Sample.Session("c").With("genre", "\"news\"").With("season", "3").With("kids", "true") with
        {
            Country = "us", Cdn = "Delta", ViewStatus = new ViewStatus("DROPPED"), StartupTime = TimeSpan.FromSeconds(1.5),
        },
        Sample.Session("d").With("genre", "\"News\"").With("season", "\"3\"").With("kids", "null"),
    ]);

    [Theory]
    [InlineData("[country=US]", "a")]
    [InlineData("[country=US|Canada]", "a b")]
    [InlineData("[country=US|Canada][cdn=Aurora]", "a b")]
    [InlineData("[country=US|us][cdn=Delta]", "c")]
    [InlineData("[country=US][country=Canada]", "")]
    [InlineData("[country= US]", "")]
    [InlineData("[islive=true]", "a")]
    [InlineData("[islive=FALSE]", "b")]
    [InlineData("[status=dropped]", "c")]
    [InlineData("[status=Ended|DROPPED]", "a b c d")]
    [InlineData("[sessionid=b|d]", "b d")]
    [InlineData("[errors=2]", "a")]
    [InlineData("[errors=2.0]", "a")]
    [InlineData("[latency=1.5]", "c")]
    [InlineData("[endtime=1500]", "a b c d")]
    [InlineData("[genre=news]", "c")]
    [InlineData("[season=3]", "c d")]
    [InlineData("[season=3.0]", "c")]
    [InlineData("[kids=True]", "c")]
    [InlineData("[kids=null]", "")]
    [InlineData("[nosuchcolumn=x]", "")]
    [InlineData("[viewstatus=ended]", "")]
    public async Task Filter_keeps_sessions_with_one_of_the_values_of_each_group(string filter, string expected)
    {
        Assert.Equal(expected, await _emulator.IdsAsync("filter=" + filter));
    }

    [Theory]
    [InlineData("filter=%5Bassetname%3DTom%20%26%20J%C3%BCrgen%20%2B%2050%25%5D")]
    [InlineData("filter=[assetname=Tom %26 Jürgen + 50%25]")]
    public async Task Filter_matches_an_escaped_value_with_special_characters(string parameter)
    {
        Assert.Equal("b", await _emulator.IdsAsync(parameter));
    }
}
