using System.Globalization;

namespace MediaMelon.SessionList.Telemetry;

/// <summary>Counts the unreadable values of a listing by column.</summary>
internal sealed class UnreadableCounts(ClientTelemetry telemetry)
{
    private readonly SortedDictionary<string, long> _columns = new(StringComparer.Ordinal);

    public long Total { get; private set; }

    public void Add(IReadOnlyDictionary<string, int>? columns)
    {
        if (columns is null)
            return;

        foreach (var (column, count) in columns)
        {
            _columns[column] = _columns.GetValueOrDefault(column) + count;
            Total += count;
            Instruments.UnreadableValues.Add(count, telemetry.Tag, new("mediamelon.sessionlist.column", column));
        }
    }

    /// <summary>Logs one warning for all columns. Logs nothing if all values are readable.</summary>
    public void Report()
    {
        if (Total > 0)
            Log.UnreadableValues(telemetry.Logger, Total, ToString());
    }

    /// <summary>Column names and counts, such as <c>latency 3, starttime 1</c>.</summary>
    public override string ToString() => Total == 0
        ? "none"
        : string.Join(", ", _columns.Select(column => $"{column.Key} {column.Value.ToString(CultureInfo.InvariantCulture)}"));
}
