using System.Runtime.CompilerServices;
using System.Text.Json;
using MediaMelon.SessionList.Sessions;

namespace MediaMelon.SessionList.CustomRows;

/// <summary>
/// Converts sessions to a custom type through JSON. The default implementation for clients that do not read rows directly.
/// </summary>
internal static class SessionRows
{
    /// <param name="pages">The listing.</param>
    /// <param name="type">The custom type.</param>
    /// <param name="start">The start of the listing.</param>
    /// <param name="cancellationToken">Cancels an enumeration.</param>
    public static async IAsyncEnumerable<RowPage<TRow>> ReadAsync<TRow>(
        IAsyncEnumerable<SessionPage> pages,
        RowType<TRow> type,
        SessionCheckpoint start,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        SessionCheckpoint? at = start;
        await foreach (var page in pages.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            yield return Read(page, type, at);
            at = page.Next;
        }
    }

    private static RowPage<TRow> Read<TRow>(SessionPage page, RowType<TRow> type, SessionCheckpoint? at)
    {
        var reader = new TypedRowReader<TRow>(type);
        var rows = new List<TRow>(page.Sessions.Count);
        var json = new RowText();
        using var writer = new Utf8JsonWriter(json);
        try
        {
            foreach (var session in page.Sessions)
                rows.Add(Read(session, reader, json, writer));
        }
        catch (SessionListResponseException failure) when (at is not null)
        {
            failure.SetResumeFrom(at);
            throw;
        }

        // Text that is not valid Unicode was repaired, and counted, when the sessions were read.
        return RowPage<TRow>.Create(page, rows, Math.Max(reader.UnreadableValues, page.UnreadableValues));
    }

    private static TRow Read<TRow>(VideoSession session, TypedRowReader<TRow> reader, RowText json, Utf8JsonWriter writer)
    {
        json.Clear();
        writer.Reset();
        RowWriter.Write(writer, session);
        writer.Flush();

        var row = new Utf8JsonReader(json.Written);
        row.Read();
        return reader.Read(json.Written, ref row);
    }
}
