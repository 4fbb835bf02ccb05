using SessionExplorer.RootCause;

namespace RootCause.Tests;

public class SignificanceTests
{
    // The expected values are from R: fisher.test(matrix(c(a, b, c, d), 2), alternative = "greater")$p.value
    [Theory]
    [InlineData(3, 1, 1, 3, 0.242857142857143)]
    [InlineData(10, 10, 0, 20, 0.000217960386200)]
    [InlineData(0, 5, 5, 5, 1)]
    [InlineData(5, 5, 5, 5, 0.671859100651671)]
    public void Fisher_small_tables_match_reference_values(
        int badInside, int goodInside, int badOutside, int goodOutside, double expected)
    {
        var p = Significance.Fisher(new(badInside + goodInside, badInside), new(badOutside + goodOutside, badOutside));

        Assert.Equal(expected, p, 1e-9);
    }

    [Fact]
    public void Fisher_probabilities_of_all_tables_sum_to_one()
    {
        // P(X >= k) - P(X >= k + 1) is the probability of k.
        var probabilities = Enumerable.Range(0, 31).Select(bad => At(bad) - (bad == 30 ? 0 : At(bad + 1))).ToList();

        Assert.Equal(1, probabilities.Sum(), 1e-9);
        Assert.All(probabilities, probability => Assert.InRange(probability, -1e-12, 1));

        static double At(int bad) => Significance.Fisher(new(40, bad), new(200, 30 - bad));
    }

    [Fact]
    public void Fisher_million_sessions_is_finite_and_ordered()
    {
        var few = Significance.Fisher(new(100_000, 5_100), new(900_000, 44_900));
        var many = Significance.Fisher(new(100_000, 6_000), new(900_000, 44_000));

        Assert.InRange(few, 0.01, 0.2);
        Assert.InRange(many, 0, 1e-30);
    }

    [Fact]
    public void BenjaminiHochberg_accepts_p_values_up_to_last_below_threshold()
    {
        // 0.03 is above its threshold of 0.025 (2/4 of 0.05), but 0.035 is below 0.0375, so all three are accepted.
        Assert.Equal(0.035, Significance.BenjaminiHochberg([0.035, 0.001, 0.03], 4, 0.05));
        Assert.Equal(0.001, Significance.BenjaminiHochberg([0.035, 0.001, 0.03], 40, 0.05));
        Assert.Equal(0, Significance.BenjaminiHochberg([0.2], 1, 0.05));
    }
}
