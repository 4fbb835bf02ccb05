using System.Globalization;

namespace MediaMelon.SessionList.Query;

/// <summary>Validates the length of a query in a URL.</summary>
internal static class UrlLength
{
    /// <summary>.NET rejects addresses of more than 65,519 characters. Most services have a lower limit.</summary>
    private const int MaxLength = 60_000;

    /// <summary>Gets the validation error of an encoded query, as a sentence; null if the query is valid.</summary>
    public static string? GetError(string escapedQuery) => escapedQuery.Length <= MaxLength
        ? null
        : string.Create(
            CultureInfo.InvariantCulture,
            $"The query has {escapedQuery.Length} characters in a URL. The maximum is {MaxLength}. ")
            + "Split the values of its filters into several queries.";
}
