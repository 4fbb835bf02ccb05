namespace SessionExplorer.Export;

/// <summary>Up to where a file is good.</summary>
/// <param name="Length">Bytes from the beginning; whatever follows was written after and is cut off.</param>
/// <param name="Tail">The last of these bytes, where the next commit overwrites them: the footer of a Parquet file.</param>
internal sealed record FilePosition(long Length, byte[] Tail)
{
    public static FilePosition Empty { get; } = new(0, []);

    /// <summary>Brings the file back to this position.</summary>
    public void Restore(FileStream file)
    {
        if (file.Length < Length - Tail.Length)
            throw new IOException($"'{file.Name}' is shorter than its checkpoint tells; start anew with --overwrite.");

        file.SetLength(Length - Tail.Length);
        file.Position = file.Length;
        file.Write(Tail);
        file.Flush(flushToDisk: true);
    }
}
