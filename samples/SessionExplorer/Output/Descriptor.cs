namespace SessionExplorer.Output;

/// <summary>Whether standard output and standard error are those that the program was started with.</summary>
internal static class Descriptor
{
    private const int CloseOnExec = 0x80000;

    public const int Output = 1;
    public const int Error = 2;

    /// <summary>False where the caller closed it. The number may then belong to a file of the runtime.</summary>
    /// <remarks>Files that the runtime opens are closed in child processes, and those that a program inherits are not.</remarks>
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
