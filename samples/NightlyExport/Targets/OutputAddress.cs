namespace NightlyExport.Targets;

/// <summary>Distinguishes a folder from an address in an object store.</summary>
internal static class OutputAddress
{
    private const string SchemeMark = "://";

    /// <summary>The error of the output as a sentence. Null if it is valid.</summary>
    public static string? Validate(string output)
    {
        if (string.IsNullOrWhiteSpace(output))
            return "Output must name a folder or a blob container: set Export:Output or --output.";
        if (output.Contains(SchemeMark, StringComparison.Ordinal))
            return BlobAddress.Validate(output, out _);
        if (File.Exists(output))
            return $"Output must be a folder; '{output}' is a file.";

        return null;
    }

    public static IExportTarget CreateTarget(string output) => output.Contains(SchemeMark, StringComparison.Ordinal)
        ? BlobTarget.Create(BlobAddress.Parse(output))
        : new FolderTarget(Path.GetFullPath(output));
}
