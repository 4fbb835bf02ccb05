using SessionExplorer.RootCause;

namespace SessionExplorer.Comparison;

/// <summary>The sessions of two periods, by the values of the dimensions.</summary>
internal sealed class TwoPeriods
{
    private readonly ushort[][][] _columns;
    private readonly bool[][] _isBad;
    private readonly bool[][] _isLeftOut;

    /// <param name="before">The earlier sessions.</param>
    /// <param name="after">The later sessions. Both samples have the same dimensions.</param>
    /// <param name="isBad">Whether a value of the metric is bad.</param>
    public TwoPeriods(Sample before, Sample after, Func<double, bool> isBad)
    {
        Dimensions = before.Dimensions;
        _columns = [.. new[] { before, after }.Select(sample =>
            Enumerable.Range(0, Dimensions.Length).Select(index => sample.Codes(index).ToArray()).ToArray())];
        _isBad = [.. new[] { before, after }.Select(sample => sample.Measures.Select(isBad).ToArray())];
        _isLeftOut = [.. _isBad.Select(all => new bool[all.Length])];
    }

    public DimensionValues[] Dimensions { get; }

    /// <summary>Excludes the sessions of a value from later counts.</summary>
    public void LeaveOut(int dimension, int value)
    {
        for (var period = 0; period < 2; period++)
        {
            for (var row = 0; row < _isBad[period].Length; row++)
                _isLeftOut[period][row] |= _columns[period][dimension][row] == value;
        }
    }

    /// <summary>All values of a dimension that occur in either period.</summary>
    public IReadOnlyList<ValueChange> Changes(int dimension)
    {
        // The last count is for the values beyond the limit.
        var (before, after) = (Count(0, dimension), Count(1, dimension));
        var (allBefore, allAfter) = (Sum(before), Sum(after));
        return [.. Enumerable.Range(0, before.Length)
            .Where(value => before[value].Sessions + after[value].Sessions > 0)
            .Select(value => new ValueChange(dimension, value, before[value], after[value], allBefore, allAfter))];
    }

    private Counts[] Count(int period, int dimension)
    {
        var values = Dimensions[dimension].Count;
        var counts = new Counts[values + 1];
        for (var row = 0; row < _isBad[period].Length; row++)
        {
            if (!_isLeftOut[period][row])
                counts[Math.Min(_columns[period][dimension][row], values)] += new Counts(1, _isBad[period][row] ? 1 : 0);
        }

        return counts;
    }

    private static Counts Sum(IEnumerable<Counts> counts) => counts.Aggregate(default(Counts), (sum, next) => sum + next);
}
