using System.Diagnostics.CodeAnalysis;

namespace MediaMelon.SessionList.Errors;

/// <summary>Truncates text.</summary>
internal static class Excerpt
{
    [return: NotNullIfNotNull(nameof(text))]
    public static string? Create(string? text, int maxLength)
    {
        if (text is null || text.Length <= maxLength)
            return text;

        // Do not split a surrogate pair.
        return text[..(char.IsHighSurrogate(text[maxLength - 1]) ? maxLength - 1 : maxLength)];
    }
}
