using MediaMelon.SessionList.Http;

namespace MediaMelon.SessionList.Tests.Http;

public sealed class AttemptWindowTests
{
    [Theory]
    [InlineData(64, 8)] // capped at the window size
    [InlineData(16, 8)]
    [InlineData(8, 4)]
    [InlineData(3, 1)]
    [InlineData(1, 1)]
    [InlineData(0, 1)]
    public void AttemptWindow_Halve_sets_half_of_the_attempts_in_flight_and_at_least_1(int inFlight, int size)
    {
        var window = new AttemptWindow();

        window.Halve(inFlight);

        Assert.Equal(size, window.Size);
    }

    [Fact]
    public void AttemptWindow_Grow_before_a_burst_doubles_per_round()
    {
        var window = new AttemptWindow();

        Assert.Equal(16, window.Size);
        Assert.Equal([16, 32], Rounds(window, 2));
    }

    [Fact]
    public void AttemptWindow_Grow_after_a_burst_is_linear_near_the_size_at_the_burst()
    {
        var window = new AttemptWindow();
        window.Halve(16);
        window.Halve(16);
        window.Halve(16);
        window.Halve(8); // throttled at 2
        window.Halve(8);
        Assert.Equal(1, window.Size);

        window = new AttemptWindow();
        window.Halve(16);

        Assert.Equal(8, window.Size);
        Assert.Equal(4, Successes(window, 12)); // 1 per success: not near 16
        Assert.Equal(12 + 13 + 14 + 15 + 16 + 17 + 18 + 19 + 20, Successes(window, 21)); // 1 per round: near 16
        Assert.Equal(21, Successes(window, 42)); // 1 per success again
    }

    private static int Successes(AttemptWindow window, int size)
    {
        var successes = 0;
        for (; window.Size < size; successes++)
            window.Grow();

        return successes;
    }

    private static IEnumerable<int> Rounds(AttemptWindow window, int rounds) => Enumerable.Range(0, rounds).Select(_ =>
    {
        var successes = window.Size;
        for (var i = 0; i < successes; i++)
            window.Grow();

        return successes;
    });
}
