namespace SessionExplorer.Statistics;

/// <summary>Divides values into buckets with round bounds. The last bucket contains a long tail.</summary>
internal static class Buckets
{
    private const double ShareBeforeTail = 0.98;

    private static readonly double[] RoundSteps = [1, 2, 2.5, 5, 10];

    public static IReadOnlyList<Bucket> Create(IReadOnlyList<double> sorted, int wanted)
    {
        if (sorted.Count == 0)
            return [];

        var width = Width(Quantiles.Compute(sorted, ShareBeforeTail) - sorted[0], wanted);
        var first = Math.Floor(sorted[0] / width);
        var counts = new int[wanted];
        foreach (var value in sorted)
            counts[(int)Math.Min(Math.Floor(value / width) - first, wanted - 1)]++;

        var used = Array.FindLastIndex(counts, count => count > 0) + 1;
        var hasTail = used == wanted && sorted[^1] >= Bound(used);
        return [.. Enumerable.Range(0, used).Select(At)];

        double Bound(int index) => (first + index) * width;
        Bucket At(int index) => new(Bound(index), hasTail && index == used - 1 ? null : Bound(index + 1), counts[index]);
    }

    /// <summary>The smallest of 1, 2, 2.5 and 5 times a power of ten that covers the range with this number of buckets.</summary>
    private static double Width(double range, int wanted)
    {
        var least = range > 0 ? range / wanted : 1;
        var power = Math.Pow(10, Math.Floor(Math.Log10(least)));
        return power * RoundSteps.First(step => step * power >= least * 0.999999);
    }
}
