namespace SessionExplorer.Output;

/// <summary>Checks whether standard output and standard error are those with which the program was started.</summary>
internal static class Descriptor
{
    private const int CloseOnExec = 0x80000;

    public const int Output = 1;
    public const int Error = 2;

    /// <summary>False if the caller has closed it. The runtime may then use its number for another file.</summary>
    /// <remarks>Files that the runtime opens are closed in child processes. Inherited files are not.</remarks>
    public static bool IsOpen(int number)
    {
        if (!OperatingSystem.IsLinux())
            return true;

        try
        {
            var flags = File.ReadLines($"/proc/self/fdinfo/{number}")
                .First(line => line.StartsWith("flags:", StringComparison.Ordinal));
            return (Convert.ToInt32(flags["flags:".Length..].Trim(), fromBase: 8) & CloseOnExec) == 0;
        }
        catch (IOException)
        {
            return !Directory.Exists("/proc/self/fdinfo");
        }
    }
}
