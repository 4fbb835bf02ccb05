using System.Globalization;

namespace MediaMelon.SessionList.Query;

/// <summary>How long a query may be as a part of a URL.</summary>
internal static class UrlLength
{
    /// <summary>.NET refuses addresses of more than 65,519 characters, and most services far shorter ones.</summary>
    private const int Longest = 60_000;

    /// <summary>What is wrong with an encoded query, as a sentence; null if nothing is.</summary>
    public static string? GetError(string escapedQuery) => escapedQuery.Length <= Longest
        ? null
        : string.Create(
            CultureInfo.InvariantCulture,
            $"The query has {escapedQuery.Length} characters in a URL, which holds {Longest} at most: ")
            + "split the values of its filters over several queries.";
}
