using System.Globalization;

namespace MediaMelon.SessionList.Testing.Service;

internal readonly record struct EpochPeriod(DateTimeOffset Start, DateTimeOffset End)
{
    private const string Rule = "must be start=<epoch seconds>,end=<epoch seconds>";
    private const long MillisecondsPerhaps = 100_000_000_000;

    public static EpochPeriod Read(string name, string text)
    {
        // The vendor's oldest page shows a blank after the comma.
        var parts = text.Split(',', StringSplitOptions.TrimEntries);
        if (parts.Length != 2)
            throw RefusedException.Parameter(name, Rule);

        var period = new EpochPeriod(ReadBound(name, parts[0], "start="), ReadBound(name, parts[1], "end="));
        return period.Start <= period.End ? period : throw RefusedException.Parameter(name, "must not end before it starts");
    }

    // The exact instant decides: half a second after the end is outside, whatever a row shows.
    public bool Contains(DateTimeOffset time, bool startIsInclusive, bool endIsInclusive) =>
        (time > Start || (startIsInclusive && time == Start)) && (time < End || (endIsInclusive && time == End));

    private static DateTimeOffset ReadBound(string name, string text, string label)
    {
        if (!text.StartsWith(label, StringComparison.Ordinal)
            || !long.TryParse(text.AsSpan(label.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds))
            throw RefusedException.Parameter(name, Rule);

        return seconds < MillisecondsPerhaps
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : throw RefusedException.Parameter(name, "must be in epoch seconds, not milliseconds");
    }
}
