using System.Text;

namespace MediaMelon.SessionList.Values;

/// <summary>Validates user-supplied text for the query string.</summary>
internal static class RequestText
{
    public static string Check(string text, string parameterName)
    {
        ArgumentNullException.ThrowIfNull(text, parameterName);

        if (string.IsNullOrWhiteSpace(text))
            throw new ArgumentException("The text must not be empty or white space.", parameterName);

        return CheckCharacters(text, parameterName);
    }

    public static string CheckCharacters(string text, string parameterName) =>
        GetError(text) is { } error ? throw new ArgumentException(error, parameterName) : text;

    /// <summary>
    /// Gets the validation error of a text with control characters or unpaired surrogates; null if it is valid.
    /// </summary>
    public static string? GetError(ReadOnlySpan<char> text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsControl(text[i]))
                return $"Text must not contain control characters. Position {i} contains U+{(int)text[i]:X4}.";

            if (!char.IsSurrogate(text[i]))
                continue;

            if (Rune.DecodeFromUtf16(text[i..], out _, out var length) != System.Buffers.OperationStatus.Done)
                return $"Text must be well-formed Unicode. Position {i} contains the unpaired surrogate U+{(int)text[i]:X4}.";

            i += length - 1;
        }

        return null;
    }
}
