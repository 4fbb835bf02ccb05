namespace SessionExplorer.RootCause;

/// <summary>Counts the sessions and the bad sessions of all values, pairs of values, and time windows.</summary>
internal sealed class SegmentCounts
{
    // Pairs contain only a dimension's most common values, so that the table is small for any data.
    private const int MaxPairedValues = 300;

    private readonly Frame _frame;
    private readonly Table[] _singles;
    private readonly Dictionary<(int, int), Table> _pairs = [];
    private readonly Counts[] _before;

    private SegmentCounts(Frame frame, bool withPairs)
    {
        _frame = frame;
        var bad = BadRows(frame);
        _singles = [.. frame.Columns.Select((column, index) => CountSingles(column, frame.Values[index].Length, bad))];
        _before = CountTimes(frame);
        if (!withPairs)
            return;

        var keys = (
            from one in Enumerable.Range(0, frame.Columns.Length)
            from other in Enumerable.Range(one + 1, frame.Columns.Length - one - 1)
            select (one, other)).ToArray();
        var tables = new Table[keys.Length];
        Parallel.For(0, keys.Length, index => tables[index] = CountPairs(keys[index].one, keys[index].other, bad));
        for (var index = 0; index < keys.Length; index++)
            _pairs.Add(keys[index], tables[index]);
    }

    public static SegmentCounts Create(Frame frame) => new(frame, withPairs: true);

    public static SegmentCounts WithoutPairs(Frame frame) => new(frame, withPairs: false);

    public Counts this[Segment segment] =>
        segment.Conditions switch
        {
            [{ IsWindow: true } window] => Window(window.Value, window.Until),
            [var one] => _singles[one.Dimension].At(one.Value),
            [var one, var other] => Pair(one, other),
            _ => throw new ArgumentException("A segment of counts has one or two conditions.", nameof(segment)),
        };

    /// <summary>All values with enough sessions.</summary>
    public IEnumerable<(Condition Condition, Counts Counts)> Values(int minSessions)
    {
        for (var dimension = 0; dimension < _singles.Length; dimension++)
        {
            for (var value = 0; value < _frame.Values[dimension].Length; value++)
            {
                if (_singles[dimension].At(value) is var counts && counts.Sessions >= minSessions)
                    yield return (new(dimension, value), counts);
            }
        }
    }

    /// <summary>All pairs of values of two dimensions with enough sessions.</summary>
    public IEnumerable<(Condition One, Condition Other, Counts Counts)> Pairs(int minSessions)
    {
        foreach (var ((one, other), table) in _pairs)
        {
            for (var cell = 0; cell < table.Sessions.Length; cell++)
            {
                if (table.Sessions[cell] < minSessions)
                    continue;

                var (value, otherValue) = (cell / table.Width, cell % table.Width);
                if (otherValue < table.Width - 1 && value < Paired(one))
                    yield return (new(one, value), new(other, otherValue), table.At(cell));
            }
        }
    }

    /// <summary>Windows of several lengths that begin at any bin and have enough sessions.</summary>
    public IEnumerable<(Condition Condition, Counts Counts)> Windows(int minSessions)
    {
        foreach (var length in (int[])[1, 2, 3, 4, 6, 8, 12, 18, 24, 36, 60, 90])
        {
            for (var from = 0; from + length < _before.Length; from++)
            {
                if (Window(from, from + length) is var counts && counts.Sessions >= minSessions)
                    yield return (Condition.Window(from, from + length), counts);
            }
        }
    }

    private Counts Window(int from, int until) => _before[until] - _before[from];

    private Counts Pair(Condition one, Condition other)
    {
        if (one.Dimension > other.Dimension)
            (one, other) = (other, one);

        var table = _pairs[(one.Dimension, other.Dimension)];
        return table.At((one.Value * table.Width) + other.Value);
    }

    private int Paired(int dimension) => Math.Min(_frame.Values[dimension].Length, MaxPairedValues);

    private static Table CountSingles(ushort[] column, int values, int[] bad)
    {
        var table = new Table(new int[values + 1], new int[values + 1], 1);
        foreach (var value in column)
            table.Sessions[Math.Min(value, values)]++;
        foreach (var row in bad)
            table.Bad[Math.Min(column[row], values)]++;

        return table;
    }

    // The last row and the last column count the values that are not in pairs.
    private Table CountPairs(int one, int other, int[] bad)
    {
        var (height, width) = (Paired(one), Paired(other));
        var (column, otherColumn) = (_frame.Columns[one], _frame.Columns[other]);
        var size = (height + 1) * (width + 1);
        var table = new Table(new int[size], new int[size], width + 1);
        for (var row = 0; row < column.Length; row++)
            table.Sessions[(Math.Min(column[row], height) * table.Width) + Math.Min(otherColumn[row], width)]++;
        foreach (var row in bad)
            table.Bad[(Math.Min(column[row], height) * table.Width) + Math.Min(otherColumn[row], width)]++;

        return table;
    }

    private static Counts[] CountTimes(Frame frame)
    {
        var before = new Counts[frame.Bins.Count + 1];
        for (var index = 0; index < frame.Count; index++)
        {
            if (frame.Times[index] is var bin and >= 0)
                before[bin + 1] += new Counts(1, frame.IsBad[index] ? 1 : 0);
        }

        for (var bin = 1; bin < before.Length; bin++)
            before[bin] += before[bin - 1];

        return before;
    }

    private static int[] BadRows(Frame frame)
    {
        var rows = new int[frame.All.Bad];
        for (int index = 0, next = 0; index < frame.Count; index++)
        {
            if (frame.IsBad[index])
                rows[next++] = index;
        }

        return rows;
    }

    private sealed record Table(int[] Sessions, int[] Bad, int Width)
    {
        public Counts At(int cell) => new(Sessions[cell], Bad[cell]);
    }
}
