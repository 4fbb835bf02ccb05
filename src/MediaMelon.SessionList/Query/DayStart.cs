namespace MediaMelon.SessionList.Query;

/// <summary>Finds the moment at which a calendar day begins in a time zone.</summary>
internal static class DayStart
{
    public static DateTimeOffset Of(DateOnly day, TimeZoneInfo zone)
    {
        var midnight = day.ToDateTime(TimeOnly.MinValue, DateTimeKind.Unspecified);

        // Where the clock goes back over midnight, the day begins at the first of the two: the one with the larger offset.
        if (zone.IsAmbiguousTime(midnight))
            return new DateTimeOffset(midnight, zone.GetAmbiguousTimeOffsets(midnight).Max());

        // Where the clock goes forward over midnight, the day begins with the jump: midnight by the offset that held before it.
        return zone.IsInvalidTime(midnight)
            ? new DateTimeOffset(midnight, zone.GetUtcOffset(midnight.AddDays(-1)))
            : new DateTimeOffset(midnight, zone.GetUtcOffset(midnight));
    }
}
