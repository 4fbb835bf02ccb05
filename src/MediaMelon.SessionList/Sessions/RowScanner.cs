using MediaMelon.SessionList.Values;

namespace MediaMelon.SessionList.Sessions;

/// <summary>Reads rows fast: the columns that follow one another in one row mostly do so in the next.</summary>
/// <remarks>
/// What precedes a value is compared with the row before, not parsed; a name in an unexpected place is looked up. A value in the
/// usual format is read on the spot, and any other scalar by its column's general reader. At anything else (an object, a value
/// that cannot be read, a name that occurs twice) the scanner gives up the row: <see cref="RowReader"/> reads it from its
/// beginning, and decides what it means. So the scanner may be stricter than the reader, and never more lenient.
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
    /// Reads the row that begins at the position, and moves the position behind it; null, and nothing moved, if it gives up.
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

    /// <summary>Moves to the value of the next cell, or after the row.</summary>
    private RowCell? TryMoveToNext(ref JsonCursor cursor, RowCell cell, ReadOnlySpan<byte> json)
    {
        var isFirst = cell == _begin;
        if (cell.Next is { } expected && cursor.TrySkip(isFirst ? expected.LeadAsFirst : expected.Lead))
            return expected;

        var start = cursor.Position;
        if (Find(ref cursor, isFirst) is not { } next)
            return null;

        next.Learn(json[start..cursor.Position], isFirst);
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
        return cursor.IsAtEnd ? null : _cells.Find(name); // more blanks might follow
    }
}
