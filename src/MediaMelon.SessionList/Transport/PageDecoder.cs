using System.Text.Json;
using MediaMelon.SessionList.Sessions;

namespace MediaMelon.SessionList.Transport;

/// <summary>
/// Decodes answers that lie in memory as a whole: the rows fast, the envelope and all that is unusual by <see
/// cref="EnvelopeReader"/>.
/// </summary>
/// <remarks>
/// Keeps the shape of rows and the words of columns from one page to the next. Not for several threads at a time.
/// </remarks>
internal sealed class PageDecoder
{
    /// <summary>Rows that change their shape more often are not worth learning.</summary>
    private const int MaxLessonsPerPage = 8;

    /// <summary>An empty one and its comma.</summary>
    private const int ShortestRow = 3;

    /// <summary>What a row may hold when its page may be 64 deep.</summary>
    private static readonly JsonReaderOptions RowOptions = new() { MaxDepth = 62 };

    private readonly RowScanner _scanner = new();
    private int _rowsBefore;

    /// <exception cref="JsonException">This is no session list; the message says why.</exception>
    public PageAnswer Decode(ReadOnlySpan<byte> json)
    {
        json = ByteOrderMark.Skip(json);
        try
        {
            if (TryDecodeRows(json) is { } answer)
                return answer;
        }
        catch (JsonException)
        {
            // The general reader has the last word, and the better one on what is wrong and where.
        }

        return EnvelopeReader.Read(json);
    }

    private PageAnswer? TryDecodeRows(ReadOnlySpan<byte> json)
    {
        if (EnvelopeReader.FindRows(json) is not { } begin)
            return null;

        var position = begin;
        var reader = new RowReader();
        var sessions = new List<VideoSession>(Math.Min(_rowsBefore, (json.Length - begin) / ShortestRow));
        var lessons = 0;

        for (var separator = (byte)'['; separator != ']'; separator = Separator(json, ref position))
        {
            SkipBlanks(json, ref position);
            if (sessions.Count == 0 && position < json.Length && json[position] == ']')
            {
                position++;
                break;
            }

            if (_scanner.TryRead(json, ref position) is { } scanned)
            {
                sessions.Add(scanned);
                continue;
            }

            var start = position;
            sessions.Add(ReadGenerally(reader, json, ref position));
            if (lessons++ < MaxLessonsPerPage)
                _scanner.Learn(json[start..position]);
        }

        _rowsBefore = sessions.Count;
        return EnvelopeReader.Read([.. json[..begin], .. json[(position - 1)..]]) with
        {
            Sessions = sessions,
            UnreadableValues = reader.UnreadableValues,
        };
    }

    private static VideoSession ReadGenerally(RowReader rows, ReadOnlySpan<byte> json, ref int position)
    {
        var reader = new Utf8JsonReader(json[position..], RowOptions);
        reader.Read();
        var session = rows.Read(ref reader);
        position += (int)reader.BytesConsumed;
        return session;
    }

    private static byte Separator(ReadOnlySpan<byte> json, ref int position)
    {
        SkipBlanks(json, ref position);
        return position < json.Length && json[position] is (byte)',' or (byte)']'
            ? json[position++]
            : throw new JsonException("The rows end too early.");
    }

    private static void SkipBlanks(ReadOnlySpan<byte> json, ref int position)
    {
        while (position < json.Length && json[position] is (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t')
            position++;
    }
}
