using System.Globalization;

namespace NightlyExport.Plan;

/// <summary>Reads how far back stored hours are read again: <c>6h</c>, <c>2d</c> or <c>0</c>.</summary>
internal static class Lookback
{
    private const int MaxHours = 31 * 24;
    private const int HoursPerDay = 24;

    /// <exception cref="FormatException">The text is not a lookback.</exception>
    public static TimeSpan Parse(string text) =>
        Validate(text, out var lookback) is { } error ? throw new FormatException(error) : lookback;

    /// <summary>The error of the text as a sentence. Null if it is valid.</summary>
    public static string? Validate(string text, out TimeSpan lookback)
    {
        lookback = default;
        var factor = text.EndsWith('d') ? HoursPerDay : 1;
        var digits = text.TrimEnd('h', 'd');
        if (text.Length - digits.Length > 1 || (text.Length == digits.Length && text != "0")
            || !int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return $"Lookback must be whole hours or days, such as 6h, 2d or 0; it is '{text}'.";
        if (number > MaxHours / factor)
            return $"Lookback must be 0 to 31d; it is '{text}'.";

        lookback = TimeSpan.FromHours(number * factor);
        return null;
    }
}
