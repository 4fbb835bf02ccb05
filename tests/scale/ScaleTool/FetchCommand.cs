namespace ScaleTool;

/// <summary>Downloads a container into a folder.</summary>
internal static class FetchCommand
{
    public static async Task<int> RunAsync(string name, string folder)
    {
        var container = Blobs.Open(name);
        await foreach (var blob in container.GetBlobsAsync())
        {
            var path = Path.Combine(folder, blob.Name);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            await container.GetBlobClient(blob.Name).DownloadToAsync(path);
        }

        return 0;
    }
}
