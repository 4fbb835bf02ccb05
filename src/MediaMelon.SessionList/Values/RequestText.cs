using System.Text;

namespace MediaMelon.SessionList.Values;

/// <summary>The rule for text of a user that goes into the query string.</summary>
internal static class RequestText
{
    public static string Check(string text, string parameterName)
    {
        ArgumentNullException.ThrowIfNull(text, parameterName);

        if (string.IsNullOrWhiteSpace(text))
            throw new ArgumentException("The text must hold more than white space.", parameterName);

        return CheckCharacters(text, parameterName);
    }

    public static string CheckCharacters(string text, string parameterName) =>
        GetError(text) is { } error ? throw new ArgumentException(error, parameterName) : text;

    /// <summary>
    /// What cannot be sent as it is: control characters, and halves of surrogate pairs, which have no encoding.
    /// </summary>
    public static string? GetError(ReadOnlySpan<char> text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsControl(text[i]))
                return $"Text must not hold control characters; position {i} holds U+{(int)text[i]:X4}.";

            if (!char.IsSurrogate(text[i]))
                continue;

            if (Rune.DecodeFromUtf16(text[i..], out _, out var length) != System.Buffers.OperationStatus.Done)
                return $"Text must be well-formed Unicode; position {i} holds half a surrogate pair, U+{(int)text[i]:X4}.";

            i += length - 1;
        }

        return null;
    }
}
