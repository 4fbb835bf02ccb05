using System.Diagnostics.CodeAnalysis;

namespace MediaMelon.SessionList.Paging;

/// <summary>Recognizes placeholders that systems write instead of an id.</summary>
internal static class PlaceholderIds
{
    private const int MaxLength = 9;

    private static readonly string[] Placeholders =
        ["null", "(null)", "unknown", "undefined", "none", "nil", "nan", "n/a", "na", "empty", "missing", "invalid", "default"];

    /// <summary>Whether the text identifies a session.</summary>
    public static bool IsId([NotNullWhen(true)] string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return false;

        if (text.Length > MaxLength)
            return text[0] is not ('0' or '-' or ' ') || IsShortId(text.AsSpan().Trim()); // a GUID of zeros is a placeholder

        return IsShortId(text.AsSpan().Trim());
    }

    private static bool IsShortId(ReadOnlySpan<char> text)
    {
        if (text.IndexOfAnyExcept('-') < 0 || (text.Length > MaxLength && text.IndexOfAnyExcept('0', '-') < 0))
            return false;

        foreach (var placeholder in Placeholders)
        {
            if (text.Equals(placeholder, StringComparison.OrdinalIgnoreCase))
                return false;
        }

        return true;
    }
}
