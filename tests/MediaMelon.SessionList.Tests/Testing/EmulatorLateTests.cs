using MediaMelon.SessionList.Testing;
using Microsoft.Extensions.Time.Testing;

namespace MediaMelon.SessionList.Tests.Testing;

public sealed class EmulatorLateTests
{
    private static readonly DateTimeOffset Now = new(2026, 4, 10, 12, 0, 0, TimeSpan.Zero);

    private readonly FakeTimeProvider _clock = new(Now);
    private readonly SessionListEmulator _emulator;

    public EmulatorLateTests() => _emulator = new(Sample.Sessions("a")) { Clock = _clock };

    [Fact]
    public async Task Add_visible_later_is_listed_from_that_time_on()
    {
        _emulator.Add(Sample.Session("late"), Now.AddSeconds(10));

        Assert.Equal("a", await _emulator.IdsAsync("limit=9"));
        _clock.Advance(TimeSpan.FromSeconds(10) - TimeSpan.FromTicks(1));
        Assert.Equal("a", await _emulator.IdsAsync("limit=9"));
        _clock.Advance(TimeSpan.FromTicks(1));
        Assert.Equal("a late", await _emulator.IdsAsync("limit=9"));
        Assert.Equal("a late", await _emulator.IdsAsync("limit=9"));
    }

    [Fact]
    public async Task Add_visible_at_several_times_lists_in_the_order_of_arrival()
    {
        _emulator.Add(Sample.Session("third"), Now.AddSeconds(2));
        _emulator.Add(Sample.Session("first"), Now.AddSeconds(1));
        _emulator.Add(Sample.Session("second"), Now.AddSeconds(1));
        _emulator.Add(Sample.Session("never"), DateTimeOffset.MaxValue);
        _emulator.Add(Sample.Session("b"));

        _clock.Advance(TimeSpan.FromHours(1));

        Assert.Equal("a b first second third", await _emulator.IdsAsync("limit=9"));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-3600)]
    public async Task Add_visible_from_now_or_before_is_listed_at_once(int seconds)
    {
        _emulator.Add(Sample.Session("b"), Now.AddSeconds(seconds));

        Assert.Equal("a b", await _emulator.IdsAsync("limit=9"));
    }

    [Fact]
    public async Task Add_visible_later_compares_times_independent_of_the_offset()
    {
        _emulator.Add(Sample.Session("b"), Now.AddSeconds(-1).ToOffset(TimeSpan.FromHours(14)));
        _emulator.Add(Sample.Session("c"), Now.AddSeconds(1).ToOffset(TimeSpan.FromHours(-12)));

        Assert.Equal("a b", await _emulator.IdsAsync("limit=9"));
    }

    [Fact]
    public async Task Add_visible_during_the_latency_is_in_the_response()
    {
        var emulator = new SessionListEmulator(Sample.Sessions("a")) { Clock = _clock, Latency = TimeSpan.FromSeconds(5) };
        emulator.Add(Sample.Session("b"), Now.AddSeconds(3));

        var listing = emulator.IdsAsync("limit=9");
        _clock.Advance(TimeSpan.FromSeconds(5));

        Assert.Equal("a b", await listing);
    }

    [Fact]
    public async Task Add_visible_later_applies_period_and_filters()
    {
        _emulator.Add(Sample.Session("other") with { EndTime = Sample.At(9000) }, Now);
        _emulator.Add(Sample.Session("b") with { Country = "BR" }, Now);

        Assert.Equal("a b", await _emulator.IdsAsync("limit=9"));
        Assert.Equal("b", await _emulator.IdsAsync("filter=[country=BR]"));
    }

    [Fact]
    public void Add_null_throws() =>
        Assert.Throws<ArgumentNullException>("session", () => _emulator.Add(null!, Now));
}
