namespace MediaMelon.SessionList.Values;

/// <summary>Scans a number of units as ticks, if the conversion is exact.</summary>
internal sealed class TickScale(long ticksPerUnit)
{
    private readonly long _maxDigits = long.MaxValue / ticksPerUnit;

    /// <summary>The ticks of the last digit, by the number of decimals. Contains only exact values.</summary>
    private readonly long[] _ticksPerDigit = ExactTicks(ticksPerUnit);

    public bool TryScan(ref JsonCursor cursor, out long ticks)
    {
        ticks = 0;
        var start = cursor.Position;
        if (cursor.TryNumber(out var digits, out var decimals)
            && decimals < _ticksPerDigit.Length
            && Math.Abs(digits) <= _maxDigits)
        {
            ticks = digits * _ticksPerDigit[decimals];
            return true;
        }

        cursor.Position = start;
        return false;
    }

    private static long[] ExactTicks(long ticks)
    {
        var decimals = 0;
        for (var rest = ticks; rest % 10 == 0; rest /= 10)
            decimals++;

        var exact = new long[decimals + 1];
        for (var i = 0; i < exact.Length; i++, ticks /= 10)
            exact[i] = ticks;

        return exact;
    }
}
