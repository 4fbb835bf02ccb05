using System.Buffers;

namespace MediaMelon.SessionList.Fields;

/// <summary>Validates the names of fields and parameters.</summary>
internal static class FieldName
{
    private const int MaxLength = 128;

    private static readonly SearchValues<char> Allowed =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-.");

    public static string Check(string name, string parameterName)
    {
        ArgumentNullException.ThrowIfNull(name, parameterName);

        return GetError(name) is { } error ? throw new ArgumentException(error, parameterName) : name;
    }

    /// <summary>Gets the validation error of a name, as a sentence; null if the name is valid.</summary>
    public static string? GetError(ReadOnlySpan<char> name)
    {
        if (name.IsEmpty)
            return "A name must not be empty.";

        if (name.Length > MaxLength)
            return $"A name has at most {MaxLength} characters. This name has {name.Length}.";

        var invalid = name.IndexOfAnyExcept(Allowed);
        if (invalid >= 0)
        {
            return $"A name can contain only ASCII letters, digits, '_', '-' and '.'. "
                + $"It contains {Format(name[invalid])} at position {invalid}.";
        }

        return char.IsAsciiLetter(name[0]) ? null : $"A name must begin with a letter. '{name}' begins with '{name[0]}'.";
    }

    private static string Format(char character) => char.IsControl(character) || char.IsSurrogate(character)
        ? $"U+{(int)character:X4}"
        : $"'{character}' (U+{(int)character:X4})";
}
