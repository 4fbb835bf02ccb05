using System.Globalization;

namespace MediaMelon.SessionList.Values;

/// <summary>Formats numbers with digits and at most one point: without exponent, group separators, or culture.</summary>
internal static class InvariantNumber
{
    /// <summary>Formats the shortest digits that parse to the same number.</summary>
    public static string Format(double value)
    {
        if (value == 0)
            return "0"; // not "-0"

        var text = value.ToString("R", CultureInfo.InvariantCulture);
        var exponentSign = text.IndexOf('E', StringComparison.Ordinal);
        return exponentSign < 0
            ? text
            : Expand(text.AsSpan(0, exponentSign), int.Parse(text.AsSpan(exponentSign + 1), CultureInfo.InvariantCulture));
    }

    /// <summary>Formats at most ten decimals. This is finer than a tick in minutes.</summary>
    public static string Format(decimal value) => Math.Round(value, 10).ToString("0.##########", CultureInfo.InvariantCulture);

    private static string Expand(ReadOnlySpan<char> mantissa, int exponent)
    {
        var sign = mantissa[0] == '-' ? "-" : "";
        var digits = mantissa.ToString().Replace("-", "", StringComparison.Ordinal).Replace(".", "", StringComparison.Ordinal);
        var point = 1 + exponent;

        if (point <= 0)
            return $"{sign}0.{new string('0', -point)}{digits}";

        return point >= digits.Length
            ? $"{sign}{digits}{new string('0', point - digits.Length)}"
            : $"{sign}{digits.AsSpan(0, point)}.{digits.AsSpan(point)}";
    }
}
