using System.Text.Json;
using MediaMelon.SessionList.Fields;
using MediaMelon.SessionList.Sessions;

namespace MediaMelon.SessionList.CustomRows;

/// <summary>Reads the columns that pagination needs into a session.</summary>
internal sealed class PagingColumns
{
    private byte[] _counter = [];
    private Dictionary<string, JsonElement> _counterAlone = [];

    /// <summary>Forgets what was read into a session.</summary>
    public static void Clear(VideoSession session)
    {
        session.SessionIdValue = null;
        session.StartTimeValue = NullSentinel.NoValue;
        session.EndTimeValue = NullSentinel.NoValue;
        session.AdditionalFieldsValue = VideoSession.NoFields;
    }

    /// <param name="member">The column.</param>
    /// <param name="reader">Stands on its value. Not by reference: the row's own property reads the value as well.</param>
    /// <param name="session">Takes it.</param>
    public void Read(RowMember member, Utf8JsonReader reader, VideoSession session)
    {
        if (member.Column is { } column)
        {
            column.Read(ref reader, session);
            return;
        }

        // It repeats itself in every row, so all rows share one.
        if (!reader.ValueSpan.SequenceEqual(_counter) || _counterAlone.Count == 0)
        {
            _counter = reader.ValueSpan.ToArray();
            _counterAlone = new() { [RowCounters.Total.Name] = ElementReader.Read(ref reader) };
        }

        session.AdditionalFieldsValue = _counterAlone;
    }
}
