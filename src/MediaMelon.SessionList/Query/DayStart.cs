namespace MediaMelon.SessionList.Query;

/// <summary>Finds the moment at which a calendar day begins in a time zone.</summary>
internal static class DayStart
{
    // No zone is further from UTC than 14 hours, so the day begins between these two.
    private const long SearchSeconds = 15 * 60 * 60;

    /// <summary>The first moment at which the zone's clocks show the day, or a later one where they pass over it.</summary>
    /// <remarks>
    /// It is looked for among moments rather than asked by local time: TimeZoneInfo does not call a local time invalid or
    /// ambiguous where it is the zone's base offset that changes.
    /// </remarks>
    public static DateTimeOffset Find(DateOnly day, TimeZoneInfo zone)
    {
        var midnight = new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero).ToUnixTimeSeconds();
        var before = midnight - SearchSeconds;
        var after = midnight + SearchSeconds;

        // Where the clocks go back over midnight there are two; the day begins with the first, by the offset that held before.
        var first = midnight - Offset(zone, before);
        if (Offset(zone, first) == midnight - first)
            return DateTimeOffset.FromUnixTimeSeconds(first);

        while (after - before > 1)
        {
            var middle = before + ((after - before) / 2);
            if (middle + Offset(zone, middle) < midnight)
                before = middle;
            else
                after = middle;
        }

        return DateTimeOffset.FromUnixTimeSeconds(after);
    }

    private static long Offset(TimeZoneInfo zone, long moment) =>
        zone.GetUtcOffset(DateTimeOffset.FromUnixTimeSeconds(moment)).Ticks / TimeSpan.TicksPerSecond;
}
