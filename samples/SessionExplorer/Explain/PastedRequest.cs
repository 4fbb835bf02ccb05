using System.Globalization;
using System.Text.RegularExpressions;
using MediaMelon.SessionList;
using SessionExplorer.CommandLine;

namespace SessionExplorer.Explain;

/// <summary>Reads a pasted request: a URL, a query string, or a curl command.</summary>
internal sealed partial record PastedRequest(SessionQuery Query, Uri? BaseAddress, long? CustomerId)
{
    public static PastedRequest Parse(string text)
    {
        var request = Address().Match(text) is { Success: true } address ? address.Value : text;
        SessionQuery query;
        try
        {
            query = SessionQuery.Parse(request);
        }
        catch (FormatException problem)
        {
            throw new UsageException($"This is not a session list query: {problem.Message}");
        }

        return Endpoint().Match(request) is { Success: true } endpoint
            ? new(
                query,
                new Uri(endpoint.Groups["base"].Value),
                long.Parse(endpoint.Groups["customer"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture))
            : new(query, null, null);
    }

    [GeneratedRegex("""https?://[^\s'"]+""", RegexOptions.CultureInvariant)]
    private static partial Regex Address();

    [GeneratedRegex(
        @"^(?<base>https?://[^/?#]+(?:/[^?#]*?)?)/mm-apis/listsessions/(?<customer>[1-9][0-9]{0,17})(?=[?/]|$)",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Endpoint();
}
