using System.Security.Cryptography;
using System.Text;

namespace MediaMelon.SessionList.Query;

/// <summary>Identifies a query without its text: filters contain subscriber ids.</summary>
internal static class Fingerprint
{
    private const int Bytes = 16;

    /// <summary>The number of characters of a fingerprint.</summary>
    public const int Length = 2 * Bytes;

    /// <summary>32 hexadecimal digits for all that the query says but its period.</summary>
    public static string Compute(SessionQuery query)
    {
        var parameters = QueryFormatter.Parameters(query, query.MaxSessions, query.Offset);
        parameters.RemoveAll(parameter => parameter.Key == QueryParameters.Period);

        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(QueryFormatter.Readable(parameters)));
        return Convert.ToHexString(hash.AsSpan(0, Bytes));
    }
}
