using Azure.Storage.Blobs;

namespace ScaleTool;

/// <summary>Opens containers of the account in AZURE_STORAGE_CONNECTION_STRING.</summary>
internal static class Blobs
{
    public static BlobContainerClient Open(string container) =>
        new(Environment.GetEnvironmentVariable("AZURE_STORAGE_CONNECTION_STRING"), container);
}
