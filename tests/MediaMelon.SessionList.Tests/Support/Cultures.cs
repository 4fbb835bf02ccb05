using System.Globalization;

namespace MediaMelon.SessionList.Tests.Support;

/// <summary>Cultures that spell numbers, or fold letters, in another way than the wire does.</summary>
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
