using Azure;
using Azure.Storage;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using NightlyExport.Plan;

namespace NightlyExport.Targets;

/// <summary>A data set in Azure Blob Storage. A file is uploaded by one conditional request,
/// so no reader sees a part of it.</summary>
internal sealed class BlobTarget(BlobContainerClient container, string prefix) : IExportTarget
{
    private const string FileName = "sessions.parquet";
    private const string DraftName = "nightly-export";
    private const string WriterKey = "nightlyexportwriter";

    // On the server, the blocks of two writers of one name mix. A single request does not mix. This is its maximum size.
    private const long LargestRequest = 5000L * 1024 * 1024;

    private static readonly string DraftFolder = Path.GetTempPath();

    public string Name => $"{container.Uri}/{prefix}";

    public static BlobTarget Create(BlobAddress address) => new(BlobCredential.CreateClient(address), address.Prefix);

    public Task PrepareAsync(IEnumerable<ExportHour> hours, CancellationToken cancellationToken) => CallAsync(async () =>
    {
        Draft.DeleteAbandoned(DraftFolder, DraftName);
        if (!await container.ExistsAsync(cancellationToken))
            await container.CreateIfNotExistsAsync(cancellationToken: cancellationToken);

        return true;
    });

    public Task<StoredHour?> FindAsync(ExportHour hour, CancellationToken cancellationToken) => CallAsync(async () =>
    {
        var properties = await FindPropertiesAsync(Blob(hour), cancellationToken);
        return properties is null ? null : new StoredHour(Blob(hour).Name, properties.ETag.ToString());
    });

    public Task<Stream> ReadAsync(StoredHour stored, CancellationToken cancellationToken) => CallAsync(async () =>
    {
        var path = Path.Combine(DraftFolder, $"{DraftName}.{Guid.NewGuid():N}.tmp");
        Stream copy = new FileStream(
            path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, bufferSize: 4096, FileOptions.DeleteOnClose);
        var options = new BlobDownloadToOptions { Conditions = new() { IfMatch = new ETag(stored.Version) } };
        await container.GetBlobClient(stored.Path).DownloadToAsync(copy, options, cancellationToken);
        copy.Position = 0;
        return copy;
    });

    public Task<Draft> BeginAsync(ExportHour hour, CancellationToken cancellationToken) =>
        Task.FromResult(Draft.Create(DraftFolder, DraftName));

    public Task<bool> CommitAsync(Draft draft, ExportHour hour, StoredHour? replaced, CancellationToken cancellationToken) =>
        CallAsync(async () =>
        {
            var writer = Guid.NewGuid().ToString("N");
            var options = new BlobUploadOptions
            {
                Conditions = replaced is null
                    ? new() { IfNoneMatch = ETag.All }
                    : new() { IfMatch = new ETag(replaced.Version) },
                Metadata = new Dictionary<string, string> { [WriterKey] = writer },
                TransferOptions = new StorageTransferOptions { InitialTransferSize = LargestRequest, MaximumConcurrency = 1 },
            };
            draft.Stream.Position = 0;
            try
            {
                await Blob(hour).UploadAsync(draft.Stream, options, cancellationToken);
                return true;
            }
            catch (RequestFailedException exception) when (exception.Status is 409 or 412)
            {
                return await IsWrittenByAsync(writer, Blob(hour), cancellationToken);
            }
        });

    // The response to an upload can be lost. The retry then finds the file that the first attempt wrote.
    private static async Task<bool> IsWrittenByAsync(string writer, BlobClient blob, CancellationToken cancellationToken)
    {
        var properties = await FindPropertiesAsync(blob, cancellationToken);
        return properties is not null && properties.Metadata.TryGetValue(WriterKey, out var stored) && stored == writer;
    }

    private static async Task<BlobProperties?> FindPropertiesAsync(BlobClient blob, CancellationToken cancellationToken)
    {
        try
        {
            return await blob.GetPropertiesAsync(cancellationToken: cancellationToken);
        }
        catch (RequestFailedException exception) when (exception.Status == 404)
        {
            return null;
        }
    }

    private BlobClient Blob(ExportHour hour) => container.GetBlobClient($"{prefix}{hour.Folder}/{FileName}");

    // The message of the storage library has many lines. The first line and the error code are enough.
    private async Task<T> CallAsync<T>(Func<Task<T>> call)
    {
        try
        {
            return await call();
        }
        catch (RequestFailedException exception)
        {
            var reason = exception.Status == 0 ? exception.Message : $"{exception.Status} {exception.ErrorCode}";
            throw new TargetException($"'{container.Uri}' cannot be used: {reason.Split('\n')[0].Trim()}", exception);
        }
        catch (Azure.Identity.AuthenticationFailedException exception)
        {
            throw new TargetException(
                $"No identity for '{container.Uri}': set {BlobCredential.Variable}, or sign in. "
                    + exception.Message.Split('\n')[0].Trim(),
                exception);
        }
        catch (AggregateException exception)
        {
            throw new TargetException($"'{container.Uri}' cannot be reached: {exception.InnerExceptions[0].Message}", exception);
        }
    }
}
