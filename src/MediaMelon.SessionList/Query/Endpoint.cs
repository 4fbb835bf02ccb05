using System.Globalization;

namespace MediaMelon.SessionList.Query;

/// <summary>Where the session list lives.</summary>
internal static class Endpoint
{
    public const string Path = "/mm-apis/listsessions/{customerId}";

    /// <summary>The endpoint's address for a customer, without a query.</summary>
    public static string Of(Uri baseAddress, long customerId)
    {
        ArgumentNullException.ThrowIfNull(baseAddress);
        if (Problem(baseAddress) is { } problem)
            throw new ArgumentException(problem, nameof(baseAddress));

        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(customerId);
        return baseAddress.AbsoluteUri.TrimEnd('/')
            + Path.Replace("{customerId}", customerId.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }

    /// <summary>What is wrong with an address, as a sentence; null if nothing is.</summary>
    public static string? Problem(Uri baseAddress)
    {
        if (!baseAddress.IsAbsoluteUri || (baseAddress.Scheme != Uri.UriSchemeHttps && baseAddress.Scheme != Uri.UriSchemeHttp))
            return "The address must be absolute, https or http, such as https://smartsight3.mediamelon.com.";

        if (baseAddress.Query.Length > 0 || baseAddress.Fragment.Length > 0)
            return "The address must end before the query: no '?' and no '#'.";

        return baseAddress.UserInfo.Length > 0 ? "The address must hold no user name and no password." : null;
    }
}
