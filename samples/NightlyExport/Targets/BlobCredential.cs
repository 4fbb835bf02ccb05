using Azure.Core;
using Azure.Identity;
using Azure.Storage.Blobs;

namespace NightlyExport.Targets;

/// <summary>Creates the container's client with the connection string of the environment
/// or with the machine's identity.</summary>
internal static class BlobCredential
{
    public const string Variable = "AZURE_STORAGE_CONNECTION_STRING";

    private static readonly TimeSpan UploadTimeout = TimeSpan.FromMinutes(15);

    /// <exception cref="TargetException">The connection string is invalid or is for another account.</exception>
    public static BlobContainerClient CreateClient(BlobAddress address)
    {
        var options = new BlobClientOptions
        {
            Retry = { NetworkTimeout = UploadTimeout, Mode = RetryMode.Exponential, MaxRetries = 6 },
        };
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } text)
            return CreateClient(address, text, options);
        if (address.Container.Scheme != Uri.UriSchemeHttps)
            throw new TargetException($"Set {Variable}: an identity is sent to https addresses only.");

        return new BlobContainerClient(address.Container, new DefaultAzureCredential(), options);
    }

    private static BlobContainerClient CreateClient(BlobAddress address, string connectionString, BlobClientOptions options)
    {
        BlobContainerClient client;
        try
        {
            client = new BlobContainerClient(connectionString, new BlobUriBuilder(address.Container).BlobContainerName, options);
        }
        catch (Exception exception) when (exception is FormatException or ArgumentException or InvalidOperationException)
        {
            // The exception may contain part of the connection string.
            throw new TargetException($"{Variable} is not a connection string of Azure Storage.");
        }

        return Matches(client.Uri, address.Container)
            ? client
            : throw new TargetException($"{Variable} is for '{client.Uri.Host}', but Output is on '{address.Container.Host}'.");
    }

    private static bool Matches(Uri one, Uri other) =>
        one.Scheme == other.Scheme && one.Authority == other.Authority && one.AbsolutePath == other.AbsolutePath;
}
