namespace SessionExplorer.Output;

/// <summary>Writes a result in one format.</summary>
internal interface IResultWriter
{
    Task WriteAsync(Result result, CancellationToken cancellationToken);
}
