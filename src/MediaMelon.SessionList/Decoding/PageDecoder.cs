using System.Text.Json;
using MediaMelon.SessionList.Sessions;
using MediaMelon.SessionList.Values;

namespace MediaMelon.SessionList.Decoding;

/// <summary>
/// Decodes responses in contiguous memory. <see cref="RowScanner"/> and <see cref="RowReader"/> read the rows, and <see
/// cref="EnvelopeReader"/> reads the envelope and invalid responses.
/// </summary>
/// <remarks>The decoder keeps row shapes and column strings between pages. Not thread-safe.</remarks>
internal sealed class PageDecoder(StringPool strings)
{
    /// <summary>The length of an empty row and its comma.</summary>
    private const int ShortestRow = 3;

    /// <summary>The depth of a row within a page of depth 64.</summary>
    private static readonly JsonReaderOptions RowOptions = new() { MaxDepth = 62 };

    private readonly RowScanner _scanner = new(strings);
    private int _previousRowCount;

    /// <exception cref="JsonException">The response is not a session list. The message gives the reason.</exception>
    public PageResponse Decode(ReadOnlySpan<byte> json)
    {
        var page = EnvelopeReader.SkipByteOrderMark(json);
        try
        {
            if (EnvelopeReader.FindRows(page) is { } begin)
                return DecodeRows(page, begin);
        }
        catch (JsonException)
        {
            if (NonFiniteNumbers.TryReplace(json, out var replaced))
                return Decode(replaced);
        }

        // Otherwise the envelope reader decides. It reports the error and its position.
        return EnvelopeReader.Read(page);
    }

    private PageResponse DecodeRows(ReadOnlySpan<byte> json, int begin)
    {
        var position = begin;
        var rows = new RowReader();
        var sessions = new List<VideoSession>(Math.Min(_previousRowCount, (json.Length - begin) / ShortestRow));
        while (TryMoveToRow(json, ref position, isFirst: sessions.Count == 0))
        {
            var row = position;
            if (_scanner.TryRead(json, ref position) is not { } session)
            {
                position = row;
                session = ReadRow(json, ref position, rows);
            }

            sessions.Add(session);
        }

        if (position >= json.Length || json[position] != ']')
            throw new JsonException("The closing bracket of the rows is missing.");

        _previousRowCount = sessions.Count;
        return EnvelopeReader.Read([.. json[..begin], .. json[position..]]) with
        {
            Sessions = sessions,
            UnreadableValues = rows.UnreadableValues,
            UnreadableColumns = rows.UnreadableColumns,
        };
    }

    private static VideoSession ReadRow(ReadOnlySpan<byte> json, ref int position, RowReader rows)
    {
        var reader = new Utf8JsonReader(json[position..], RowOptions);
        reader.Read();
        var session = rows.Read(ref reader);
        position += (int)reader.BytesConsumed;
        return session;
    }

    // Moves from the opening bracket, or from the end of a row, to the next row. After the last row, the position is that of the
    // closing bracket, or the end of the JSON if the bracket is missing.
    private static bool TryMoveToRow(ReadOnlySpan<byte> json, ref int position, bool isFirst)
    {
        SkipWhiteSpace(json, ref position);
        if (isFirst)
            return position < json.Length && json[position] != ']';

        if (position >= json.Length || json[position] != ',')
            return false;

        position++;
        SkipWhiteSpace(json, ref position);
        return true;
    }

    private static void SkipWhiteSpace(ReadOnlySpan<byte> json, ref int position)
    {
        while (position < json.Length && json[position] is (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t')
            position++;
    }
}
