using MediaMelon.SessionList;
using SessionExplorer.Catalogue;
using SessionExplorer.Output;

namespace SessionExplorer.RootCause;

/// <summary>Reads sessions into a sample while the pages arrive.</summary>
internal sealed class SampleReader(Measure measure, IReadOnlyList<Column?> dimensions)
{
    private readonly Column[] _columns = [.. dimensions.OfType<Column>()];

    public SessionQuery Query(SessionPeriod period)
    {
        Field[] fields =
        [
            .. measure.Fields,
            .. _columns.Select(column => column.Field),
            SessionFields.StartTime,
            SessionFields.SessionId,
        ];
        return SessionQuery.For(fields[0], period).Select(fields.Skip(1));
    }

    public DimensionValues[] CreateDimensions() =>
        [.. dimensions.Select(column => column is null ? new(Sample.HourName) : new DimensionValues(column.Field.Name, column))];

    public async Task ReadAsync(IAsyncEnumerable<VideoSession> sessions, Sample sample)
    {
        var values = new string?[_columns.Length];
        await foreach (var session in sessions)
        {
            for (var index = 0; index < values.Length; index++)
                values[index] = _columns[index].Read(session) is { } value ? DataText.Format(value) : null;

            sample.Add(values, session.StartTime, session.SessionId, measure.Read(session));
        }
    }
}
