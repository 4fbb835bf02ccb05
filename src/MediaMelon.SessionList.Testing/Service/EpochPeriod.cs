using System.Globalization;

namespace MediaMelon.SessionList.Testing.Service;

internal readonly record struct EpochPeriod(DateTimeOffset Start, DateTimeOffset End)
{
    private const string Rule = "must be start=<epoch seconds>,end=<epoch seconds>";
    private const long MinMilliseconds = 100_000_000_000;

    public static EpochPeriod Read(string name, string text)
    {
        // The vendor's oldest page shows a space after the comma.
        var parts = text.Split(',', StringSplitOptions.TrimEntries);
        if (parts.Length != 2)
            throw RejectedRequestException.Parameter(name, Rule);

        var period = new EpochPeriod(ReadBound(name, parts[0], "start="), ReadBound(name, parts[1], "end="));
        return period.Start <= period.End
            ? period
            : throw RejectedRequestException.Parameter(name, "must not end before it starts");
    }

    // Compares exact times, not the whole seconds of a row: half a second after the end is outside the period.
    public bool Contains(DateTimeOffset time, bool startIsInclusive, bool endIsInclusive) =>
        (time > Start || (startIsInclusive && time == Start)) && (time < End || (endIsInclusive && time == End));

    private static DateTimeOffset ReadBound(string name, string text, string label)
    {
        if (!text.StartsWith(label, StringComparison.Ordinal)
            || !long.TryParse(text.AsSpan(label.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds))
            throw RejectedRequestException.Parameter(name, Rule);

        return seconds < MinMilliseconds
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : throw RejectedRequestException.Parameter(name, "must be in epoch seconds, not milliseconds");
    }
}
