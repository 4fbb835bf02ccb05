using System.Collections.Concurrent;
using System.Text.Json;
using MediaMelon.SessionList.Sessions;
using MediaMelon.SessionList.Values;

namespace MediaMelon.SessionList.Decoding;

/// <summary>
/// Decodes answers that lie in memory in one piece: the rows fast, the envelope and all that is unusual by <see
/// cref="EnvelopeReader"/>.
/// </summary>
/// <remarks>
/// Rows can be read while the response is still arriving. Keeps the shape of rows and the text of columns from one page
/// to the next. Not thread-safe.
/// </remarks>
internal sealed class PageDecoder(
    Action<PageDecoder>? release = null,
    int smallestStep = PageDecoder.UsualStep,
    StringPool? strings = null) : IPageParser
{
    /// <summary>Less than this is not worth a look ahead.</summary>
    private const int UsualStep = 16 * 1024;

    /// <summary>An empty one and its comma.</summary>
    private const int ShortestRow = 3;

    /// <summary>What a row may hold when its page may be 64 deep.</summary>
    private static readonly JsonReaderOptions RowOptions = new() { MaxDepth = 62 };

    private readonly RowScanner _scanner = new(strings ?? new StringPool());
    private readonly int _smallestStep = smallestStep;
    private RowReader _general = new();
    private List<VideoSession> _sessions = [];
    private int _rowsBefore;
    private int? _begin;
    private int _position;
    private long _worthwhile = smallestStep;

    public void ReadAhead(ReadOnlySpan<byte> beginning)
    {
        if (beginning.Length < _worthwhile)
            return;

        try
        {
            if (TryFindRows(beginning, isWhole: false))
                ReadRowsAlike(beginning);
        }
        catch (JsonException)
        {
            _worthwhile = long.MaxValue; // what is wrong with it is told when it is finished
            return;
        }

        // What could not be read yet is looked at again when it has doubled: however small the parts are in which a response
        // arrives, reading it costs no more than twice its length.
        _worthwhile = (long)beginning.Length + Math.Max(beginning.Length - (_begin is null ? 0 : _position), _smallestStep);
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
            // Otherwise the general reader decides, and reports what is wrong and where.
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
        _worthwhile = _smallestStep;
        release?.Invoke(this);
    }

    private void Restart()
    {
        _general = new();
        _sessions = [];
        _begin = null;
    }

    private bool TryFindRows(ReadOnlySpan<byte> json, bool isWhole)
    {
        if (_begin is not null)
            return true;

        var unmarked = EnvelopeReader.SkipByteOrderMark(json);
        if (EnvelopeReader.FindRows(unmarked, isWhole) is not { } begin)
            return false;

        _begin = _position = json.Length - unmarked.Length + begin;
        _sessions = new(Math.Min(_rowsBefore, (json.Length - _position) / ShortestRow));
        return true;
    }

    private void ReadRowsAlike(ReadOnlySpan<byte> json)
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
        ReadRowsAlike(json);

        var position = _position;
        for (; TryMoveToRow(json, ref position); position = _position)
        {
            _sessions.Add(ReadGenerally(json, ref position));
            _position = position;
            ReadRowsAlike(json);
        }

        if (position >= json.Length || json[position] != ']')
            throw new JsonException("The rows end too early.");

        _rowsBefore = _sessions.Count;
        return EnvelopeReader.Read([.. EnvelopeReader.SkipByteOrderMark(json[.._begin!.Value]), .. json[position..]]) with
        {
            Sessions = _sessions,
            UnreadableValues = _general.UnreadableValues,
            UnreadableColumns = _general.UnreadableColumns,
        };
    }

    private VideoSession ReadGenerally(ReadOnlySpan<byte> json, ref int position)
    {
        var reader = new Utf8JsonReader(json[position..], RowOptions);
        reader.Read();
        var session = _general.Read(ref reader);
        position += (int)reader.BytesConsumed;
        return session;
    }

    // From the bracket, or from behind a row, to the next one. Where there is none, at the bracket that ends them, or where it is
    // missing.
    private bool TryMoveToRow(ReadOnlySpan<byte> json, ref int position)
    {
        SkipBlanks(json, ref position);
        if (_sessions.Count == 0)
            return position < json.Length && json[position] != ']';

        if (position >= json.Length || json[position] != ',')
            return false;

        position++;
        SkipBlanks(json, ref position);
        return true;
    }

    private static void SkipBlanks(ReadOnlySpan<byte> json, ref int position)
    {
        while (position < json.Length && json[position] is (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t')
            position++;
    }
}

/// <summary>A pool of decoders. They keep the strings and row shapes of earlier pages.</summary>
internal sealed class PageDecoderPool : IPageDecoder
{
    private readonly StringPool _strings = new();
    private readonly ConcurrentBag<PageDecoder> _idle = [];

    public IPageParser Begin() => _idle.TryTake(out var rested) ? rested : new PageDecoder(_idle.Add, strings: _strings);
}
