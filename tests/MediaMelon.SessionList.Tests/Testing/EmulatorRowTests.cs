using System.Text.Json;
using MediaMelon.SessionList.Testing;

namespace MediaMelon.SessionList.Tests.Testing;

public sealed class EmulatorRowTests
{
    private static readonly VideoSession Full = new()
    {
        SessionId = "a",
        StartTime = Sample.At(1400),
        EndTime = Sample.At(1500.25),
        AssetName = "Höhe \"7\" \\ <b>",
        WatchTime = TimeSpan.FromSeconds(90),
        SourceFormat = "HLS",
        StartupTime = TimeSpan.FromMilliseconds(1250),
        RebufferingPercentage = 12.5,
        BufferingTimePercentage = 14,
        PlaybackScore = 71.3,
        Playtime = TimeSpan.FromSeconds(90),
        CdnChangeRate = 0.1,
        Errors = long.MaxValue,
        FatalErrors = 0,
        Country = "South Africa",
        DeviceType = "TV",
        OperatingSystem = "Tizen",
        PlayerName = "AVPlay",
        Cdn = "Delta",
        IsLive = false,
        ViewStatus = new ViewStatus("ENDED"),
        SubscriberId = "user-12345",
        ErrorCode = "",
        Drm = "PlayReady",
    };

    [Theory]
    [InlineData("sessionid", "\"a\"")]
    [InlineData("starttime", "1400")]
    [InlineData("endtime", "1500.25")]
    [InlineData("watchtime", "90")]
    [InlineData("sourcetype", "\"HLS\"")]
    [InlineData("latency", "1.25")]
    [InlineData("cirrbufferingratio", "12.5")]
    [InlineData("bufferingratio", "14")]
    [InlineData("qualityofexperience", "71.3")]
    [InlineData("playdur", "1.5")]
    [InlineData("cdn_change_rate", "0.1")]
    [InlineData("errors", "9223372036854775807")]
    [InlineData("fatalerrors", "0")]
    [InlineData("country", "\"South Africa\"")]
    [InlineData("device", "\"TV\"")]
    [InlineData("platform", "\"Tizen\"")]
    [InlineData("player", "\"AVPlay\"")]
    [InlineData("cdn", "\"Delta\"")]
    [InlineData("islive", "false")]
    [InlineData("status", "\"ENDED\"")]
    [InlineData("subscriberid", "\"user-12345\"")]
    [InlineData("errorcode", "\"\"")]
    [InlineData("drmprotection", "\"PlayReady\"")]
    public async Task Row_value_is_formatted_in_the_unit_of_the_API_and_missing_value_is_null(string column, string expected)
    {
        var emulator = new SessionListEmulator([Full, new VideoSession { EndTime = Sample.At(1500), SessionId = null }]);

        var rows = (await emulator.ListAsync("metrics=" + column)).GetProperty("response");

        Assert.Equal(expected, rows[0].GetProperty(column).GetRawText());
        if (column != "endtime")
            Assert.Equal(JsonValueKind.Null, rows[1].GetProperty(column).ValueKind);
    }

    [Fact]
    public async Task Row_text_is_escaped_as_required_by_JSON_and_otherwise_UTF_8()
    {
        var emulator = new SessionListEmulator([Full]);

        using var response = await emulator.AskAsync($"{EmulatorCalls.Period}&metrics=assetname");
        var text = await response.TextAsync();

        Assert.Contains("Höhe", text, StringComparison.Ordinal);
        Assert.Equal(
            Full.AssetName, JsonElement.Parse(text).GetProperty("response")[0].GetProperty("assetname").GetString());
    }

    [Fact]
    public async Task Row_contains_each_requested_column_once_and_the_row_count()
    {
        var emulator = new SessionListEmulator([Full]);

        var page = await emulator.ListAsync("metrics=latency,sessionid,latency,nosuchcolumn");

        Assert.Equal(
            """{"latency":1.25,"sessionid":"a","nosuchcolumn":null,"totalpages":1}""",
            page.GetProperty("response")[0].GetRawText());
        Assert.Equal(
            ["totalcount", "pagecount", "totalrecords", "response"], page.EnumerateObject().Select(property => property.Name));
    }

    [Theory]
    [InlineData("1.50")]
    [InlineData("\"text\"")]
    [InlineData("true")]
    [InlineData("null")]
    [InlineData("""{"a":[1]}""")]
    public async Task Row_contains_additional_field_unchanged(string json)
    {
        var emulator = new SessionListEmulator([Sample.Session("a").With("extra", json)]);

        var page = await emulator.ListAsync("metrics=extra");

        Assert.Equal(json, page.GetProperty("response")[0].GetProperty("extra").GetRawText());
    }

    [Fact]
    public async Task Row_uses_the_additional_field_if_the_property_has_no_value()
    {
        var emulator = new SessionListEmulator(
        [
            Sample.Session("a").With("latency", "\"slow\""),
            Sample.Session("b").With("latency", "\"slow\"") with { StartupTime = TimeSpan.FromSeconds(2) },
        ]);

        var rows = (await emulator.ListAsync("metrics=latency")).GetProperty("response");

        Assert.Equal("slow", rows[0].GetProperty("latency").GetString());
        Assert.Equal(2, rows[1].GetProperty("latency").GetInt32());
    }
}
