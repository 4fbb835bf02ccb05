using System.Globalization;
using System.Text.RegularExpressions;

namespace MediaMelon.SessionList.DependencyInjection;

/// <summary>Parses a duration in a configuration: <c>[days.]hours:minutes[:seconds]</c>.</summary>
/// <remarks>
/// TimeSpan.Parse reads a number without a colon, and hours above 23, as days: "1" is one day, and "24:00:00" is 24 days.
/// Therefore these formats are invalid here.
/// </remarks>
internal static partial class DurationText
{
    public const string Format =
        "a duration as [days.]hours:minutes:seconds, with hours from 0 to 23: 1.00:00:00 is one day, 00:00:01 is one second";

    public static bool TryParse(string text, out TimeSpan value)
    {
        value = default;
        return Shape().IsMatch(text) && TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out value);
    }

    [GeneratedRegex(
        @"^\s*-?([0-9]+\.)?([01]?[0-9]|2[0-3]):[0-5]?[0-9](:[0-5]?[0-9](\.[0-9]{1,7})?)?\s*$",
        RegexOptions.CultureInvariant)]
    private static partial Regex Shape();
}
