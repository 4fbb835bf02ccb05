namespace MediaMelon.SessionList.Values;

/// <summary>Pools the text of one column while its values repeat. Not for several threads at once.</summary>
/// <remarks>A column in which nearly every value is new would only fill the pool, so its text is pooled in samples.</remarks>
internal sealed class ColumnStringPool(StringPool pool)
{
    private const int Sample = 256;
    private const int FewestKnown = Sample / 16;
    private const int Pause = 16 * Sample;

    private int _looked;
    private int _known;
    private int _pause;

    public string Get(ReadOnlySpan<byte> utf8, bool isAscii)
    {
        if (_pause > 0)
        {
            _pause--;
            return StringPool.Text(utf8, isAscii);
        }

        var text = pool.Get(utf8, isAscii, out var isKnown);
        if (isKnown)
            _known++;

        if (++_looked == Sample)
        {
            _pause = _known < FewestKnown ? Pause : 0;
            _looked = _known = 0;
        }

        return text;
    }
}
