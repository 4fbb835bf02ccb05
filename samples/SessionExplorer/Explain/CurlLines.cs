using System.Text;
using System.Text.RegularExpressions;

namespace SessionExplorer.Explain;

/// <summary>Breaks the long URL of a curl command into quoted parts, which the shell joins
/// again, so that it can be copied.</summary>
internal static partial class CurlLines
{
    private const string Next = "'\\\n'";

    public static string Wrap(string curl, int width) =>
        string.Join('\n', curl.Split('\n').Select(line => WrapLine(line, width)));

    private static string WrapLine(string line, int width) =>
        line.Length <= width ? line : Url().Replace(line, url => Break(url, width));

    private static string Break(Match url, int width)
    {
        var text = new StringBuilder("'");
        var column = url.Index + 1;
        foreach (var piece in Pieces().Matches(url.Groups["url"].Value).Select(match => match.Value))
        {
            if (column + piece.Length + 2 > width && text.Length > 1)
            {
                text.Append(Next);
                column = 1;
            }

            text.Append(piece);
            column += piece.Length;
        }

        return text.Append('\'').ToString();
    }

    [GeneratedRegex("'(?<url>https?://[^']+)'", RegexOptions.CultureInvariant)]
    private static partial Regex Url();

    // Breaks are at slashes, between parameters, and between the columns of a list.
    [GeneratedRegex("(?:^https?://|/|[?]|&|%2C)(?:(?![?/&]|%2C).)*", RegexOptions.CultureInvariant)]
    private static partial Regex Pieces();
}
