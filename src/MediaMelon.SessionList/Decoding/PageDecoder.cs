using System.Text.Json;
using MediaMelon.SessionList.Sessions;
using MediaMelon.SessionList.Values;

namespace MediaMelon.SessionList.Decoding;

/// <summary>
/// Decodes responses in contiguous memory. <see cref="RowScanner"/> and <see cref="RowReader"/> read the rows, and <see
/// cref="EnvelopeReader"/> reads the envelope and invalid responses.
/// </summary>
/// <remarks>
/// Rows can be read while the response is still arriving. The decoder keeps row shapes and column strings between pages. Not
/// thread-safe.
/// </remarks>
internal sealed class PageDecoder(
    Action<PageDecoder>? release = null,
    int minStep = PageDecoder.DefaultStep,
    StringPool? strings = null) : IPageParser
{
    /// <summary>The minimum number of new bytes before rows are read ahead.</summary>
    private const int DefaultStep = 16 * 1024;

    /// <summary>The length of an empty row and its comma.</summary>
    private const int ShortestRow = 3;

    /// <summary>The depth of a row within a page of depth 64.</summary>
    private static readonly JsonReaderOptions RowOptions = new() { MaxDepth = 62 };

    private readonly RowScanner _scanner = new(strings ?? new StringPool());
    private readonly int _minStep = minStep;
    private RowReader _rowReader = new();
    private List<VideoSession> _sessions = [];
    private int _previousRowCount;
    private int? _begin;
    private int _position;
    private long _nextReadAhead = minStep;

    public void ReadAhead(ReadOnlySpan<byte> beginning)
    {
        if (beginning.Length < _nextReadAhead)
            return;

        try
        {
            if (TryFindRows(beginning, isWhole: false))
                ScanRows(beginning);
        }
        catch (JsonException)
        {
            _nextReadAhead = long.MaxValue; // Finish reports the error
            return;
        }

        // Unread bytes are read again only after their number has doubled. The total cost is at most twice the length of the
        // response, even if it arrives in small parts.
        _nextReadAhead = (long)beginning.Length + Math.Max(beginning.Length - (_begin is null ? 0 : _position), _minStep);
    }

    public PageResponse Finish(ReadOnlySpan<byte> json)
    {
        try
        {
            if (TryFindRows(json, isWhole: true))
                return FinishRows(json);
        }
        catch (JsonException)
        {
            // Otherwise the envelope reader decides. It reports the error and its position.
            if (NonFiniteNumbers.TryReplace(json, out var replaced))
            {
                Restart();
                return Finish(replaced);
            }
        }

        return EnvelopeReader.Read(EnvelopeReader.SkipByteOrderMark(json));
    }

    /// <summary>Clears the response, and returns this decoder to the pool.</summary>
    public void Dispose()
    {
        Restart();
        _nextReadAhead = _minStep;
        release?.Invoke(this);
    }

    private void Restart()
    {
        _rowReader = new();
        _sessions = [];
        _begin = null;
    }

    private bool TryFindRows(ReadOnlySpan<byte> json, bool isWhole)
    {
        if (_begin is not null)
            return true;

        var withoutMark = EnvelopeReader.SkipByteOrderMark(json);
        if (EnvelopeReader.FindRows(withoutMark, isWhole) is not { } begin)
            return false;

        _begin = _position = json.Length - withoutMark.Length + begin;
        _sessions = new(Math.Min(_previousRowCount, (json.Length - _position) / ShortestRow));
        return true;
    }

    private void ScanRows(ReadOnlySpan<byte> json)
    {
        var position = _position;
        while (TryMoveToRow(json, ref position) && _scanner.TryRead(json, ref position) is { } session)
        {
            _sessions.Add(session);
            _position = position;
        }
    }

    private PageResponse FinishRows(ReadOnlySpan<byte> json)
    {
        ScanRows(json);

        var position = _position;
        for (; TryMoveToRow(json, ref position); position = _position)
        {
            _sessions.Add(ReadRow(json, ref position));
            _position = position;
            ScanRows(json);
        }

        if (position >= json.Length || json[position] != ']')
            throw new JsonException("The closing bracket of the rows is missing.");

        _previousRowCount = _sessions.Count;
        return EnvelopeReader.Read([.. EnvelopeReader.SkipByteOrderMark(json[.._begin!.Value]), .. json[position..]]) with
        {
            Sessions = _sessions,
            UnreadableValues = _rowReader.UnreadableValues,
            UnreadableColumns = _rowReader.UnreadableColumns,
        };
    }

    private VideoSession ReadRow(ReadOnlySpan<byte> json, ref int position)
    {
        var reader = new Utf8JsonReader(json[position..], RowOptions);
        reader.Read();
        var session = _rowReader.Read(ref reader);
        position += (int)reader.BytesConsumed;
        return session;
    }

    // Moves from the opening bracket, or from the end of a row, to the next row. After the last row, the position is that of the
    // closing bracket, or the end of the JSON if the bracket is missing.
    private bool TryMoveToRow(ReadOnlySpan<byte> json, ref int position)
    {
        SkipWhiteSpace(json, ref position);
        if (_sessions.Count == 0)
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
