using System.Text.RegularExpressions;

namespace SessionExplorer.Sql;

/// <summary>Finds the SQL tokens in which a semicolon does not end a statement.</summary>
internal static partial class SqlToken
{
    /// <summary>The length of the token that begins at <paramref name="start"/>, at least 1.</summary>
    /// <param name="sql">The text.</param>
    /// <param name="start">Where the token begins.</param>
    /// <param name="isContent">Whether it is more than a blank, a comment or a semicolon.</param>
    public static int Length(string sql, int start, out bool isContent)
    {
        var rest = sql.AsSpan(start);
        isContent = false;
        if (rest.StartsWith("--"))
            return Until(rest, "\n", from: 2);
        if (rest.StartsWith("/*"))
            return Until(rest, "*/", from: 2);

        isContent = rest[0] != ';' && !char.IsWhiteSpace(rest[0]);
        return rest[0] switch
        {
            '\'' when start > 0 && sql[start - 1] is 'e' or 'E' => Escaped(rest),
            '\'' => Until(rest, "'", from: 1),
            '"' => Until(rest, "\"", from: 1),
            '$' when DollarQuote().Match(sql, start) is { Success: true } quote => Until(rest, quote.Value, quote.Length),
            _ => 1,
        };
    }

    // A doubled quote ends one token and begins the next, which has the same result.
    private static int Until(ReadOnlySpan<char> text, string end, int from)
    {
        var found = text[from..].IndexOf(end);
        return found < 0 ? text.Length : from + found + end.Length;
    }

    private static int Escaped(ReadOnlySpan<char> text)
    {
        for (var index = 1; index < text.Length; index++)
        {
            if (text[index] == '\\')
                index++;
            else if (text[index] == '\'')
                return index + 1;
        }

        return text.Length;
    }

    [GeneratedRegex(@"\G\$([A-Za-z_][A-Za-z_0-9]*)?\$", RegexOptions.CultureInvariant)]
    private static partial Regex DollarQuote();
}
