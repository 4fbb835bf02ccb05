namespace MediaMelon.SessionList.Values;

/// <summary>Pools the text of one column while its values repeat. Not thread-safe.</summary>
/// <remarks>
/// A column with almost no repeated values would only fill the pool. Such a column is pooled in samples.
/// </remarks>
internal sealed class ColumnStringPool(StringPool pool)
{
    private const int SampleSize = 256;
    private const int MinHits = SampleSize / 16;
    private const int SkipLength = 16 * SampleSize;

    private int _sampled;
    private int _hits;
    private int _skip;

    public string Get(ReadOnlySpan<byte> utf8, bool isAscii)
    {
        if (_skip > 0)
        {
            _skip--;
            return StringPool.Text(utf8, isAscii);
        }

        var text = pool.Get(utf8, isAscii, out var isKnown);
        if (isKnown)
            _hits++;

        if (++_sampled == SampleSize)
        {
            _skip = _hits < MinHits ? SkipLength : 0;
            _sampled = _hits = 0;
        }

        return text;
    }
}
