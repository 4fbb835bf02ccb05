using System.Globalization;

namespace MediaMelon.SessionList.Query;

/// <summary>The address of the session list.</summary>
internal static class Endpoint
{
    public const string Path = "/mm-apis/listsessions/{customerId}";

    private const string FirstSegment = "/mm-apis";
    private const string FixedPart = "/mm-apis/listsessions";

    /// <summary>The endpoint's address for a customer, without a query.</summary>
    public static string GetUrl(Uri baseAddress, long customerId)
    {
        ArgumentNullException.ThrowIfNull(baseAddress);
        if (GetError(baseAddress) is { } error)
            throw new ArgumentException(error, nameof(baseAddress));

        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(customerId);
        return baseAddress.AbsoluteUri.TrimEnd('/')
            + Path.Replace("{customerId}", customerId.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }

    /// <summary>What is wrong with an address, as a sentence; null if nothing is.</summary>
    /// <remarks>No sentence contains the address's user name, password or query.</remarks>
    public static string? GetError(Uri baseAddress)
    {
        if (!baseAddress.IsAbsoluteUri || (baseAddress.Scheme != Uri.UriSchemeHttps && baseAddress.Scheme != Uri.UriSchemeHttp))
            return "The address must be absolute, https or http, such as https://smartsight3.mediamelon.com.";

        if (Intended(baseAddress) is { } intended)
            return $"The address must end before the endpoint ({FirstSegment}/...), which the client adds: use {intended}.";

        if (baseAddress.Query.Length > 0 || baseAddress.Fragment.Length > 0)
            return "The address must end before the query: no '?' and no '#'.";

        if (baseAddress.UserInfo.Length > 0)
            return "The address must not contain a user name or a password.";

        // "//other.host/path" is a path here, and another host wherever it is taken for a relative address.
        return CanonicalPath(baseAddress).StartsWith("//", StringComparison.Ordinal)
            ? "The path must not begin with two slashes: other software would read what follows as another host."
            : null;
    }

    // Null if the address does not contain the endpoint.
    private static string? Intended(Uri address)
    {
        var path = CanonicalPath(address).TrimEnd('/');
        var end = path.IndexOf(FixedPart, StringComparison.OrdinalIgnoreCase);
        if (end < 0 && path.EndsWith(FirstSegment, StringComparison.OrdinalIgnoreCase))
            end = path.Length - FirstSegment.Length;

        return end < 0 ? null : address.GetComponents(UriComponents.SchemeAndServer, UriFormat.UriEscaped) + path[..end];
    }

    // An address may have been created without canonicalization.
    private static string CanonicalPath(Uri address) => new Uri(address.AbsoluteUri).AbsolutePath;
}
