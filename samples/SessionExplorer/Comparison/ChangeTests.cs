using MathNet.Numerics.Distributions;
using SessionExplorer.RootCause;

namespace SessionExplorer.Comparison;

/// <summary>The probability of a change by chance, by two-sided chi-square tests with one degree of freedom.</summary>
internal static class ChangeTests
{
    /// <summary>Whether two rates differ.</summary>
    public static double Rates(Counts one, Counts other)
    {
        if (one.Sessions == 0 || other.Sessions == 0)
            return 1;

        var all = (one + other).Rate;
        var variance = all * (1 - all) * ((1.0 / one.Sessions) + (1.0 / other.Sessions));
        return variance > 0 ? P(Square(one.Rate - other.Rate) / variance) : 1;
    }

    /// <summary>Whether the odds of a segment changed by another factor than the odds of the rest.</summary>
    public static double RateChange(ValueChange change)
    {
        Counts[] counts = [change.Before, change.After, change.RestBefore, change.RestAfter];
        if (counts.Any(part => part.Sessions == 0))
            return 1;

        // Half a session in each cell keeps the odds finite (Haldane and Anscombe).
        var odds = counts.Select(part => Math.Log((part.Bad + 0.5) / (part.Sessions - part.Bad + 0.5))).ToArray();
        var variance = counts.Sum(part => (1 / (part.Bad + 0.5)) + (1 / (part.Sessions - part.Bad + 0.5)));
        return P(Square(odds[1] - odds[0] - (odds[3] - odds[2])) / variance);
    }

    /// <summary>Whether the share of a segment changed and its rate differs from the rate of the rest.</summary>
    public static double Mix(ValueChange change)
    {
        var share = Rates(
            new(change.AllBefore.Sessions, change.Before.Sessions),
            new(change.AllAfter.Sessions, change.After.Sessions));
        return Math.Max(share, Rates(change.Before + change.After, change.RestBefore + change.RestAfter));
    }

    private static double P(double statistic) => Math.Clamp(1 - ChiSquared.CDF(1, statistic), 0, 1);

    private static double Square(double value) => value * value;
}
