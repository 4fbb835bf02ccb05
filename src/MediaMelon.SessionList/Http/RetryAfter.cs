using System.Globalization;

namespace MediaMelon.SessionList.Http;

/// <summary>Reads the wait that the service requests.</summary>
internal static class RetryAfter
{
    private const string HeaderName = "Retry-After";

    private static readonly string[] SecondUnits = ["SECONDS", "SECOND", "SECS", "SEC", "S"];

    private static readonly string[] DateFormats =
    [
        "ddd, d MMM yyyy H:m:s 'GMT'", // RFC 9110; the next two are its obsolete formats
        "dddd, d'-'MMM'-'yy H:m:s 'GMT'",
        "ddd MMM d H:m:s yyyy",
        "ddd, d MMM yyyy H:m:s 'UTC'",
        "ddd, d MMM yyyy H:m:s zzz",
        "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK",
        "yyyy-MM-dd HH:mm:ss.FFFFFFFK",
    ];

    /// <summary>Reads the longest wait of the response. Null if it has no valid value.</summary>
    public static TimeSpan? Read(HttpResponseMessage response, TimeProvider clock)
    {
        if (!response.Headers.NonValidated.TryGetValues(HeaderName, out var values))
            return null;

        TimeSpan? longest = null;
        foreach (var value in values)
        {
            if (Parse(value, clock.GetUtcNow()) is { } wait && !(wait <= longest))
                longest = wait;
        }

        return longest;
    }

    /// <summary>
    /// Parses seconds, a list of seconds (the longest applies), or a date. Fractions are rounded up, and the unit s may follow.
    /// </summary>
    /// <returns>The wait. Null if the value is invalid or in the past.</returns>
    public static TimeSpan? Parse(string value, DateTimeOffset now)
    {
        // In upper case, because GMT and T are case-sensitive in the formats.
        var text = value.Trim(' ', '\t', '"').ToUpperInvariant();
        return ParseDate(text) is { } date
            ? date > now ? date - now : null
            : ParseSeconds(text);
    }

    private static TimeSpan? ParseSeconds(string list)
    {
        TimeSpan? longest = null;
        foreach (var item in list.Split(','))
        {
            if (ParseItem(item.Trim(' ', '\t', '"')) is not { } wait)
                return null;

            longest = wait > longest ? wait : longest ?? wait;
        }

        return longest;
    }

    private static TimeSpan? ParseItem(string item)
    {
        var unit = Array.Find(SecondUnits, unit => item.EndsWith(unit, StringComparison.Ordinal)) ?? "";
        var number = item[..^unit.Length].TrimEnd(' ');
        if (!IsNumber(number))
            return null;

        // A number that is too large means the longest wait. The client then fails immediately.
        var seconds = Math.Ceiling(double.Parse(number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture));
        return seconds < TimeSpan.MaxValue.TotalSeconds ? TimeSpan.FromSeconds(seconds) : TimeSpan.MaxValue;
    }

    private static bool IsNumber(string text)
    {
        var point = text.IndexOf('.', StringComparison.Ordinal);
        var whole = point < 0 ? text : text[..point];
        var fraction = point < 0 ? "0" : text[(point + 1)..];
        return whole.Length > 0 && fraction.Length > 0 && whole.All(char.IsAsciiDigit) && fraction.All(char.IsAsciiDigit);
    }

    private static DateTimeOffset? ParseDate(string text) =>
        DateTimeOffset.TryParseExact(
            text,
            DateFormats,
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AllowInnerWhite,
            out var date)
            ? date
            : null;
}
