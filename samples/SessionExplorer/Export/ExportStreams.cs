namespace SessionExplorer.Export;

internal static class ExportStreams
{
    /// <summary>Opens a file of an export. It gets the mode of the file that it replaces, and is private until then.</summary>
    public static FileStream Open(string path, FileMode mode, UnixFileMode? permissions)
    {
        var options = new FileStreamOptions { Mode = mode, Access = FileAccess.ReadWrite, Share = FileShare.Read };
        if (permissions is null || OperatingSystem.IsWindows())
            return new FileStream(path, options);

        options.UnixCreateMode = permissions.Value & (UnixFileMode.UserRead | UnixFileMode.UserWrite) | UnixFileMode.UserWrite;
        var file = new FileStream(path, options);
        File.SetUnixFileMode(file.SafeFileHandle, permissions.Value);
        return file;
    }
}
