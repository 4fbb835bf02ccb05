using System.Buffers;

namespace MediaMelon.SessionList.Fields;

/// <summary>The rule that names of columns and of parameters follow.</summary>
internal static class FieldName
{
    private const int MaxLength = 128;

    private static readonly SearchValues<char> Allowed =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-.");

    public static string Check(string name, string parameterName)
    {
        ArgumentNullException.ThrowIfNull(name, parameterName);

        return Problem(name) is { } error ? throw new ArgumentException(error, parameterName) : name;
    }

    /// <summary>What is wrong with a name, as a sentence; null if nothing is.</summary>
    public static string? Problem(ReadOnlySpan<char> name)
    {
        if (name.IsEmpty)
            return "A name must not be empty.";

        if (name.Length > MaxLength)
            return $"A name has at most {MaxLength} characters; this one has {name.Length}.";

        var stranger = name.IndexOfAnyExcept(Allowed);
        if (stranger >= 0)
        {
            return $"A name holds ASCII letters, digits, '_', '-' and '.'; "
                + $"{Spell(name[stranger])} at position {stranger} is none of them.";
        }

        return char.IsAsciiLetter(name[0]) ? null : $"A name begins with a letter; '{name}' begins with '{name[0]}'.";
    }

    private static string Spell(char character) => char.IsControl(character) || char.IsSurrogate(character)
        ? $"U+{(int)character:X4}"
        : $"'{character}' (U+{(int)character:X4})";
}
