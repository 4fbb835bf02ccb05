using MediaMelon.SessionList.Testing;

namespace MediaMelon.SessionList.Tests.Testing;

public sealed class EmulatorPagingTests
{
    [Theory]
    [InlineData("limit=2", "s0 s1", 2)]
    [InlineData("limit=2&offset=2", "s2 s3", 2)]
    [InlineData("limit=2&offset=4", "s4", 1)]
    [InlineData("limit=2&offset=5", "", 0)]
    [InlineData("limit=2147483647&offset=2147483647", "", 0)]
    [InlineData("limit=1000&offset=1", "s1 s2 s3 s4", 4)]
    public async Task Page_contains_its_rows_and_the_counts_of_the_vendor_examples(string parameters, string expected, int rows)
    {
        var emulator = new SessionListEmulator(Sample.Numbered(5));

        var page = await emulator.ListAsync("metrics=sessionid&" + parameters);

        Assert.Equal(expected, EmulatorCalls.Ids(page));
        Assert.Equal(5, page.GetProperty("totalcount").GetInt32());
        Assert.Equal(5, page.GetProperty("totalrecords").GetInt32());
        Assert.Equal(rows, page.GetProperty("pagecount").GetInt32());
        foreach (var row in page.GetProperty("response").EnumerateArray())
            Assert.Equal(5, row.GetProperty("totalpages").GetInt32());
    }

    [Fact]
    public async Task Page_without_a_limit_has_1000_rows()
    {
        var emulator = new SessionListEmulator(Sample.Numbered(1001));

        var page = await emulator.ListAsync("metrics=sessionid");

        Assert.Equal(1000, page.GetProperty("response").GetArrayLength());
    }

    [Theory]
    [InlineData("limit=5", "s0 s1 s2")]
    [InlineData("limit=3&offset=3", "s3 s4")]
    [InlineData("limit=2", "s0 s1")]
    [InlineData("offset=1", "s1 s2 s3")]
    public async Task MaxLimit_caps_a_higher_limit_without_an_error(string parameters, string expected)
    {
        var emulator = new SessionListEmulator(Sample.Numbered(5)) { MaxLimit = 3 };

        Assert.Equal(expected, await emulator.IdsAsync(parameters));
    }

    [Fact]
    public async Task Added_session_is_returned_to_the_next_request_of_the_same_listing()
    {
        var emulator = new SessionListEmulator(Sample.Sessions("a", "b"));
        var first = await emulator.IdsAsync("limit=2");

        emulator.Add(Sample.Session("c"));

        Assert.Equal("a b", first);
        Assert.Equal("c", await emulator.IdsAsync("limit=2&offset=2"));
    }

    [Fact]
    public async Task Listings_with_different_filters_are_independent()
    {
        var emulator = new SessionListEmulator(Sample.Numbered(20));
        for (var round = 0; round < 2; round++)
        {
            for (var number = 0; number < 20; number++)
                Assert.Equal($"s{number}", await emulator.IdsAsync($"filter=[sessionid=s{number}]"));
        }
    }

    [Fact]
    public void Emulator_with_invalid_MaxLimit_Latency_or_session_throws()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new SessionListEmulator([]) { MaxLimit = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new SessionListEmulator([]) { Latency = TimeSpan.FromTicks(-1) });
        Assert.Throws<ArgumentException>(() => new SessionListEmulator([null!]));
    }
}
