using System.Globalization;
using System.Text.Json;
using MediaMelon.SessionList;

namespace NightlyExport.Work;

/// <summary>Counts, by column, the values of an hour that could not be read and are null in the file.</summary>
internal sealed class UnreadableValues
{
    private static readonly HashSet<string> Columns =
        [.. SessionFields.Standard.Concat(SessionMetrics.All).Concat(SessionDimensions.All).Select(field => field.Name)];

    private readonly SortedDictionary<string, long> _counts = new(StringComparer.Ordinal);

    public long Total => _counts.Values.Sum();

    public IReadOnlyDictionary<string, long> ByColumn => _counts;

    // The client keeps such a value, unchanged, under the name of its column.
    public void Add(VideoSession session)
    {
        foreach (var (name, value) in session.AdditionalFields)
        {
            if (value.ValueKind != JsonValueKind.Null && Columns.Contains(name))
                _counts[name] = _counts.GetValueOrDefault(name) + 1;
        }
    }

    /// <summary>Columns and counts, without values.</summary>
    public override string ToString() =>
        string.Join(", ", _counts.Select(pair => string.Create(CultureInfo.InvariantCulture, $"{pair.Key} {pair.Value}")));
}
