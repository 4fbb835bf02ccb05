namespace MediaMelon.SessionList.Columns;

/// <summary>Scans a number of units as ticks, where that is exact.</summary>
internal static class Ticks
{
    private static readonly long[] PowersOfTen = [1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000];

    public static bool TryScan(ref JsonCursor cursor, long ticksPerUnit, out long ticks)
    {
        ticks = 0;
        var start = cursor;
        if (cursor.TryNumber(out var digits, out var decimals) && decimals < PowersOfTen.Length)
        {
            var (ticksPerDigit, remainder) = Math.DivRem(ticksPerUnit, PowersOfTen[decimals]);
            if (remainder == 0 && Math.Abs(digits) <= long.MaxValue / ticksPerUnit)
            {
                ticks = digits * ticksPerDigit;
                return true;
            }
        }

        cursor = start;
        return false;
    }
}
