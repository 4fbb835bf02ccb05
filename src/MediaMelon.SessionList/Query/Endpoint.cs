using System.Globalization;

namespace MediaMelon.SessionList.Query;

/// <summary>Creates and validates the address of the session list.</summary>
internal static class Endpoint
{
    public const string Path = "/mm-apis/listsessions/{customerId}";

    private const string FirstSegment = "/mm-apis";
    private const string FixedPart = "/mm-apis/listsessions";

    /// <summary>Gets the URL of the endpoint for a customer, without a query.</summary>
    public static string GetUrl(Uri baseAddress, long customerId)
    {
        ArgumentNullException.ThrowIfNull(baseAddress);
        if (GetError(baseAddress) is { } error)
            throw new ArgumentException(error, nameof(baseAddress));

        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(customerId);
        return baseAddress.AbsoluteUri.TrimEnd('/')
            + Path.Replace("{customerId}", customerId.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }

    /// <summary>Gets the validation error of a base address, as a sentence; null if the address is valid.</summary>
    /// <remarks>The error does not contain the user name, password or query of the address.</remarks>
    public static string? GetError(Uri baseAddress)
    {
        if (!baseAddress.IsAbsoluteUri || (baseAddress.Scheme != Uri.UriSchemeHttps && baseAddress.Scheme != Uri.UriSchemeHttp))
            return "The address must be an absolute https or http address, such as https://smartsight3.mediamelon.com.";

        if (GetCorrected(baseAddress) is { } corrected)
            return $"The address must not include the endpoint ({FirstSegment}/...), which the client adds: use {corrected}.";

        if (baseAddress.Query.Length > 0 || baseAddress.Fragment.Length > 0)
            return "The address must not contain a query or a fragment ('?' or '#').";

        if (baseAddress.UserInfo.Length > 0)
            return "The address must not contain a user name or a password.";

        // "//other.host/path" is a path here, but another host if it is used as a relative address.
        return CanonicalPath(baseAddress).StartsWith("//", StringComparison.Ordinal)
            ? "The path must not begin with two slashes, because other software would interpret the next part as a host."
            : null;
    }

    // Removes the endpoint from an address. Null if the address does not contain the endpoint.
    private static string? GetCorrected(Uri address)
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
