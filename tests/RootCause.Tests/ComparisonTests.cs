using SessionExplorer.Comparison;

namespace RootCause.Tests;

public class ComparisonTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void PeriodComparison_rate_and_mix_parts_add_up_to_change(int seed)
    {
        var pair = new PlantedPair(seed);
        pair.After.Plant(session => session.Cdn == "Delta", 0.2);
        // The second day has no sessions in Japan.
        var comparison = pair.Compare(session => session.Country != "Japan");

        Assert.All(comparison.Changes,
            changes => Assert.Equal(comparison.Change, changes.Sum(change => change.Contribution), 1e-12));
        Assert.NotEqual(0, comparison.Change);
    }

    [Fact]
    public void ValueChange_value_in_one_period_only_is_all_mix()
    {
        var change = new ValueChange(0, 0, new(0, 0), new(100, 50), new(1000, 50), new(1100, 100));

        Assert.Equal(0, change.RatePart);
        Assert.True(change.MixPart > 0);
    }

    [Fact]
    public void ValueChange_larger_good_segment_improves_rate()
    {
        var change = new ValueChange(0, 0, new(100, 1), new(500, 5), new(1000, 100), new(1000, 60));

        Assert.True(change.MixPart < 0);
        Assert.Equal(0, change.RatePart);
    }
}
