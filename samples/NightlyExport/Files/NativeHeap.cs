using System.Runtime.InteropServices;

namespace NightlyExport.Files;

/// <summary>Returns freed native memory to the system.</summary>
internal static class NativeHeap
{
    /// <summary>Does nothing if the C library is not glibc.</summary>
    /// <remarks>glibc keeps freed blocks between blocks in use: 90 MiB after 2,000,000
    /// sessions, of which 20 MiB were in use.</remarks>
    public static void Trim()
    {
        if (!OperatingSystem.IsLinux())
            return;

        try
        {
            _ = MallocTrim(0);
        }
        catch (Exception exception) when (exception is EntryPointNotFoundException or DllNotFoundException)
        {
            // The C library is not glibc.
        }
    }

    [DllImport("libc", EntryPoint = "malloc_trim")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int MallocTrim(nuint padding);
}
