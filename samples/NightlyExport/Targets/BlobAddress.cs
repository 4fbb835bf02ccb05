using Azure.Storage.Blobs;

namespace NightlyExport.Targets;

/// <summary>A container and a prefix in Azure Blob Storage.</summary>
/// <param name="Container">The address of the container.</param>
/// <param name="Prefix">The prefix of all names, with a slash at the end. May be empty.</param>
internal sealed record BlobAddress(Uri Container, string Prefix)
{
    private const string Example = "https://ACCOUNT.blob.core.windows.net/CONTAINER/PREFIX";

    /// <exception cref="FormatException">The text is not the address of a container.</exception>
    public static BlobAddress Parse(string text) =>
        Validate(text, out var address) is { } error ? throw new FormatException(error) : address!;

    /// <summary>The error of the text as a sentence, or null. It does not repeat a query,
    /// which may contain a signature.</summary>
    public static string? Validate(string text, out BlobAddress? address)
    {
        address = null;
        if (!Uri.TryCreate(text, UriKind.Absolute, out var uri) || uri.Scheme is not ("https" or "http"))
            return $"Output must be a folder or like {Example}; other object stores are not supported.";
        if (uri.UserInfo.Length > 0 || uri.Query.Length > 0 || uri.Fragment.Length > 0)
            return $"Output must be like {Example}, without credentials, query or fragment. "
                + $"Credentials come from {BlobCredential.Variable} or from the machine's identity.";
        if (uri.Scheme == "http" && !uri.IsLoopback)
            return $"Output must use https; http is for an emulator on this machine. The host is '{uri.Host}'.";

        var parts = new BlobUriBuilder(uri);
        if (string.IsNullOrEmpty(parts.BlobContainerName))
            return $"Output must name a container, like {Example}.";

        var prefix = parts.BlobName.Trim('/');
        parts.BlobName = "";
        address = new(parts.ToUri(), prefix.Length == 0 ? "" : prefix + "/");
        return null;
    }
}
