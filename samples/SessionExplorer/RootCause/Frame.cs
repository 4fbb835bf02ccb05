namespace SessionExplorer.RootCause;

/// <summary>Sessions as columns of value numbers, each marked as good or bad.</summary>
/// <remarks>In each dimension, values are numbered by frequency, so that the first numbers are the most common values.</remarks>
internal sealed class Frame
{
    private Frame(DimensionValues[] dimensions, int[][] values, TimeBins bins)
    {
        Dimensions = dimensions;
        Values = values;
        Bins = bins;
    }

    public DimensionValues[] Dimensions { get; }

    /// <summary>For each dimension, the value of each number.</summary>
    public int[][] Values { get; }

    public TimeBins Bins { get; }

    public required ushort[][] Columns { get; init; }

    public required bool[] IsBad { get; init; }

    /// <summary>The time bin of each session. -1 without a bin.</summary>
    public required short[] Times { get; init; }

    /// <summary>The row of each session in the sample.</summary>
    public required int[] Rows { get; init; }

    public Counts All { get; private init; }

    public int Count => Rows.Length;

    public static Frame Create(Sample sample, Func<double, bool> isBad, TimeBins bins)
    {
        var values = new int[sample.Dimensions.Length][];
        var columns = new ushort[sample.Dimensions.Length][];
        for (var index = 0; index < columns.Length; index++)
            (values[index], columns[index]) = Rank(sample.Codes(index), sample.Dimensions[index].Count);

        bool[] bad = [.. sample.Measures.Select(isBad)];
        return new(sample.Dimensions, values, bins)
        {
            Columns = columns,
            IsBad = bad,
            Times = [.. sample.Times.Select(time => (short)(sample.HasTime ? bins.At(time) : -1))],
            Rows = [.. Enumerable.Range(0, sample.Count)],
            All = new(sample.Count, bad.Count(flag => flag)),
        };
    }

    /// <summary>The text of a value. Null for sessions without a value.</summary>
    public string? Text(int dimension, int value) => Dimensions[dimension][Values[dimension][value]];

    /// <summary>The sessions inside a segment, or those outside it.</summary>
    public Frame Where(Segment segment, bool isInside)
    {
        var rows = segment.Rows(this, isInside);
        bool[] bad = Pick(IsBad, rows);
        return new(Dimensions, Values, Bins)
        {
            Columns = [.. Columns.Select(column => Pick(column, rows))],
            IsBad = bad,
            Times = Pick(Times, rows),
            Rows = Pick(Rows, rows),
            All = new(rows.Length, bad.Count(flag => flag)),
        };
    }

    private static T[] Pick<T>(T[] all, int[] rows)
    {
        var picked = new T[rows.Length];
        for (var index = 0; index < rows.Length; index++)
            picked[index] = all[rows[index]];

        return picked;
    }

    private static (int[] Values, ushort[] Column) Rank(List<ushort> codes, int count)
    {
        var sessions = new int[count];
        foreach (var code in codes)
        {
            if (code != DimensionValues.Other)
                sessions[code]++;
        }

        int[] values = [.. Enumerable.Range(0, count).OrderByDescending(code => sessions[code]).ThenBy(code => code)];
        var ranks = new ushort[count];
        for (var rank = 0; rank < count; rank++)
            ranks[values[rank]] = (ushort)rank;

        var column = new ushort[codes.Count];
        for (var row = 0; row < column.Length; row++)
            column[row] = codes[row] == DimensionValues.Other ? DimensionValues.Other : ranks[codes[row]];

        return (values, column);
    }
}
