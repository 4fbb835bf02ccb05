using System.Text.Json;
using MediaMelon.SessionList;
using SessionExplorer.Catalogue;
using SessionExplorer.Output;

namespace SessionExplorer.Sources;

/// <summary>Counts values that the service sent and the client could not read. Elsewhere, they are treated as missing.</summary>
internal sealed class UnreadableValues
{
    private readonly Dictionary<string, long> _counts = [];

    /// <summary>A sentence with the counts by column. Null if all values could be read.</summary>
    public string? Warning =>
        _counts.Count == 0
            ? null
            : $"Warning: {Plural.Format(_counts.Values.Sum(), "value")} could not be read and are treated as missing: {Counts}.";

    /// <summary>The columns with their counts.</summary>
    public string Counts => string.Join(", ", _counts.OrderBy(count => count.Key).Select(count => $"{count.Key} {count.Value}"));

    public void Add(IEnumerable<VideoSession> sessions, IReadOnlyList<Field> columns)
    {
        foreach (var session in sessions.Where(session => session.AdditionalFields.Count > 0))
        {
            foreach (var column in columns)
            {
                // The client keeps an unreadable value unchanged in the additional fields.
                if (session.AdditionalFields.TryGetValue(column.Name, out var sent)
                    && !IsMissing(sent)
                    && !CanRead(session, column))
                    Add(Name(column));
            }
        }
    }

    private void Add(string name) => _counts[name] = _counts.GetValueOrDefault(name) + 1;

    private static string Name(Field field) =>
        KnownColumns.All.FirstOrDefault(column => column.Field == field)?.Name ?? field.Name;

    private static bool IsMissing(JsonElement sent) =>
        sent.ValueKind is JsonValueKind.Null or JsonValueKind.Undefined
        || (sent.ValueKind == JsonValueKind.String && IsMissing(sent.GetString()!.Trim().ToLowerInvariant()));

    private static bool IsMissing(string sent) => sent is "" or "-" or "null" or "nan";

    private static bool CanRead(VideoSession session, Field column) =>
        column switch
        {
            Field<string> text => session.TryGet(text, out _),
            Field<double> number => session.TryGet(number, out _),
            Field<long> count => session.TryGet(count, out _),
            Field<bool> flag => session.TryGet(flag, out _),
            Field<TimeSpan> duration => session.TryGet(duration, out _),
            Field<DateTimeOffset> time => session.TryGet(time, out _),
            Field<ViewStatus> status => session.TryGet(status, out _),
            _ => true,
        };
}
