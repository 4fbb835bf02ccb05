using System.Security.Cryptography;
using System.Text;

namespace MediaMelon.SessionList.Query;

/// <summary>Computes an identifier of a query that does not contain filter values, such as subscriber ids.</summary>
internal static class Fingerprint
{
    private const int Bytes = 16;

    /// <summary>The length of a fingerprint in characters.</summary>
    public const int Length = 2 * Bytes;

    /// <summary>Computes 32 hexadecimal digits from the parameters of the query, except the period.</summary>
    public static string Compute(SessionQuery query)
    {
        var parameters = QueryFormatter.CreateParameters(query, query.MaxSessions, query.Offset);
        parameters.RemoveAll(parameter => parameter.Key == QueryParameters.Period);

        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(QueryFormatter.FormatReadable(parameters)));
        return Convert.ToHexString(hash.AsSpan(0, Bytes));
    }
}
