using System.Text.Json;
using MediaMelon.SessionList.Fields;
using MediaMelon.SessionList.Sessions;

namespace MediaMelon.SessionList.CustomRows;

/// <summary>Reads the columns that pagination requires into a session.</summary>
internal sealed class PagingColumns
{
    private byte[] _counter = [];
    private Dictionary<string, JsonElement> _counterFields = [];

    /// <summary>Clears the columns of a session.</summary>
    public static void Clear(VideoSession session)
    {
        session.SessionIdValue = null;
        session.StartTimeValue = NullSentinel.NoValue;
        session.EndTimeValue = NullSentinel.NoValue;
        session.AdditionalFieldsValue = VideoSession.NoFields;
    }

    /// <param name="member">The column.</param>
    /// <param name="reader">A copy of the reader at the value. The property of the row reads the value again.</param>
    /// <param name="session">Receives the value.</param>
    public void Read(RowMember member, Utf8JsonReader reader, VideoSession session)
    {
        if (member.Column is { } column)
        {
            column.Read(ref reader, session);
            return;
        }

        // The counter is the same in every row, so all rows share the dictionary.
        if (!reader.ValueSpan.SequenceEqual(_counter) || _counterFields.Count == 0)
        {
            _counter = reader.ValueSpan.ToArray();
            _counterFields = new() { [RowCounters.Total.Name] = ElementReader.Read(ref reader) };
        }

        session.AdditionalFieldsValue = _counterFields;
    }
}
