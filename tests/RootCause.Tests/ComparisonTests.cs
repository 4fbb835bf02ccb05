using SessionExplorer.Comparison;

namespace RootCause.Tests;

public class ComparisonTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Changes_rate_and_mix_of_each_dimension_add_up_to_the_change(int seed)
    {
        var pair = new PlantedPair(seed);
        pair.After.Plant(session => session.Cdn == "Delta", 0.2);
        // Japan is missing on the second day.
        var comparison = pair.Compare(session => session.Country != "Japan");

        Assert.All(comparison.Changes, changes => Assert.Equal(comparison.Change, changes.Sum(change => change.Contribution), 1e-12));
        Assert.NotEqual(0, comparison.Change);
    }

    [Fact]
    public void Contribution_value_of_one_period_only_is_all_mix()
    {
        var change = new ValueChange(0, 0, new(0, 0), new(100, 50), new(1000, 50), new(1100, 100));

        Assert.Equal(0, change.RatePart);
        Assert.True(change.MixPart > 0);
    }

    [Fact]
    public void Contribution_more_of_a_good_segment_improves_the_rate()
    {
        var change = new ValueChange(0, 0, new(100, 1), new(500, 5), new(1000, 100), new(1000, 60));

        Assert.True(change.MixPart < 0);
        Assert.Equal(0, change.RatePart);
    }
}
