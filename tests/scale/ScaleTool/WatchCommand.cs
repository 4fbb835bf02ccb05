using Azure;
using ParquetSharp;
using ParquetSharp.IO;

namespace ScaleTool;

/// <summary>Reads each version of each blob as soon as it is visible, until standard input ends.</summary>
internal static class WatchCommand
{
    public static async Task<int> RunAsync(string name)
    {
        var container = Blobs.Open(name);
        var end = Task.Run(Console.In.ReadLine); // the asynchronous methods of Console.In block, too
        var seen = new HashSet<(string, ETag)>();
        var (listings, partial, isLast) = (0, 0, false);
        Console.WriteLine("watching");
        while (!isLast)
        {
            isLast = end.IsCompleted;
            listings++;
            try
            {
                await foreach (var blob in container.GetBlobsAsync())
                {
                    if (seen.Add((blob.Name, blob.Properties.ETag!.Value)) && !await IsCompleteAsync(container.GetBlobClient(blob.Name)))
                        partial++;
                }
            }
            catch (RequestFailedException exception) when (exception.Status == 404)
            {
                // The container does not exist yet.
            }
        }

        Console.WriteLine($"{listings} listings, {seen.Count} files read as they appeared, {partial} of them partial");
        return partial == 0 ? 0 : 1;
    }

    private static async Task<bool> IsCompleteAsync(Azure.Storage.Blobs.BlobClient blob)
    {
        var content = (await blob.DownloadContentAsync()).Value.Content.ToArray();
        try
        {
            using var input = new ManagedRandomAccessFile(new MemoryStream(content));
            using var reader = new ParquetFileReader(input);
            for (var group = 0; group < reader.FileMetaData.NumRowGroups; group++)
            {
                using var rows = reader.RowGroup(group);
                using var ids = rows.Column(0).LogicalReader<string?>();
                ids.ReadAll((int)rows.MetaData.NumRows);
            }

            return true;
        }
        catch (ParquetException)
        {
            return false;
        }
    }
}
