using MediaMelon.SessionList.Values;

namespace MediaMelon.SessionList.Sessions;

/// <summary>Reads rows fast: consecutive rows usually have the same columns in the same order.</summary>
/// <remarks>
/// The scanner compares the JSON before a value with the previous row instead of parsing it. If it differs, the scanner looks up
/// the name. It reads values in the usual format itself. The general reader of the column reads other scalars. For anything else
/// (an object, an unreadable value, a duplicate name) the scanner fails, and <see cref="RowReader"/> reads the whole row. The
/// scanner can therefore be stricter than the reader, but is never more lenient.
/// </remarks>
internal sealed class RowScanner
{
    private readonly RowCells _cells;
    private readonly RowCell _begin;
    private readonly RowCell _end;
    private readonly AdditionalFieldReader _additional = new();
    private long _row;

    public RowScanner(StringPool strings)
    {
        _cells = new(strings);
        _begin = new("{", strings);
        _end = new("}", strings);
    }

    /// <summary>
    /// Reads the row at the position and moves the position after it. Returns null and does not move the position if it fails.
    /// </summary>
    public VideoSession? TryRead(ReadOnlySpan<byte> json, ref int position)
    {
        var cursor = new JsonCursor(json, position);
        var session = new VideoSession();
        _row++;
        _additional.BeginRow();

        for (var cell = _begin; ;)
        {
            if (TryMoveToNext(ref cursor, cell, json) is not { } next)
                return null;

            if (next == _end)
                break;

            if (next.Row == _row || !TryReadValue(ref cursor, next, session))
                return null;

            next.Row = _row;
            cell = next;
        }

        session.AdditionalFieldsValue = _additional.EndRow();
        position = cursor.Position;
        return session;
    }

    private bool TryReadValue(ref JsonCursor cursor, RowCell cell, VideoSession session) => cell.IsAdditional
        ? _additional.TryRead(ref cursor, cell)
        : cell.TryScan(ref cursor, session);

    /// <summary>Moves to the value of the next cell, or to the end of the row.</summary>
    private RowCell? TryMoveToNext(ref JsonCursor cursor, RowCell cell, ReadOnlySpan<byte> json)
    {
        var isFirst = cell == _begin;
        if (cell.Next is { } expected && cursor.TrySkip(isFirst ? expected.FirstPrefix : expected.Prefix))
            return expected;

        var start = cursor.Position;
        if (Find(ref cursor, isFirst) is not { } next)
            return null;

        next.CachePrefix(json[start..cursor.Position], isFirst);
        return cell.Next = next;
    }

    private RowCell? Find(ref JsonCursor cursor, bool isFirst)
    {
        cursor.SkipBlanks();
        if (isFirst && !cursor.TrySkip("{"u8))
            return null;

        cursor.SkipBlanks();
        if (cursor.TrySkip("}"u8))
            return _end;

        if (!isFirst && !cursor.TrySkip(","u8))
            return null;

        cursor.SkipBlanks();
        if (!cursor.TryText(out var name, out _))
            return null;

        cursor.SkipBlanks();
        if (!cursor.TrySkip(":"u8))
            return null;

        cursor.SkipBlanks();
        return cursor.IsAtEnd ? null : _cells.GetOrAdd(name); // more blanks might follow
    }
}
