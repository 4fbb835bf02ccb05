using System.Diagnostics.CodeAnalysis;

namespace MediaMelon.SessionList.Paging;

/// <summary>Texts that systems write where there is no id.</summary>
internal static class PlaceholderIds
{
    private const int LongestWord = 9;

    private static readonly string[] Words =
        ["null", "(null)", "unknown", "undefined", "none", "nil", "nan", "n/a", "na", "empty", "missing", "invalid", "default"];

    /// <summary>Whether the text identifies a session.</summary>
    public static bool IsId([NotNullWhen(true)] string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return false;

        if (text.Length > LongestWord)
            return text[0] is not ('0' or '-' or ' ') || IsShortId(text.AsSpan().Trim()); // a GUID of zeros is no id

        return IsShortId(text.AsSpan().Trim());
    }

    private static bool IsShortId(ReadOnlySpan<char> text)
    {
        if (text.IndexOfAnyExcept('-') < 0 || (text.Length > LongestWord && text.IndexOfAnyExcept('0', '-') < 0))
            return false;

        foreach (var word in Words)
        {
            if (text.Equals(word, StringComparison.OrdinalIgnoreCase))
                return false;
        }

        return true;
    }
}
