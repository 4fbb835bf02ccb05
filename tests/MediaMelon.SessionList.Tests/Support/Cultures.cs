using System.Globalization;

namespace MediaMelon.SessionList.Tests.Support;

/// <summary>Cultures with other number formats or casing rules than the wire format.</summary>
internal static class Cultures
{
    public static IReadOnlyList<string> Names { get; } = ["tr-TR", "de-DE", "ar-SA", "fa-IR"];

    public static T Under<T>(string culture, Func<T> action)
    {
        var (current, ui) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = new CultureInfo(culture);
            return action();
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (current, ui);
        }
    }
}
