namespace MediaMelon.SessionList.Query;

/// <summary>Finds the time at which a calendar day begins in a time zone.</summary>
internal static class DayStart
{
    // The offset of a zone is at most 14 hours, so the day begins within this distance of midnight in UTC.
    private const long SearchSeconds = 15 * 60 * 60;

    /// <summary>
    /// Finds the first time at which the zone's clocks show the day. If the clocks skip the day, finds the first time after it.
    /// </summary>
    /// <remarks>
    /// Searches by UTC time, not by local time. TimeZoneInfo does not report a local time as invalid or ambiguous if the base
    /// offset of the zone changes.
    /// </remarks>
    public static DateTimeOffset Find(DateOnly day, TimeZoneInfo zone)
    {
        var midnight = new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero).ToUnixTimeSeconds();
        var before = midnight - SearchSeconds;
        var after = midnight + SearchSeconds;

        // If the clocks go back over midnight, midnight occurs twice. The day begins at the first one, with the earlier offset.
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
