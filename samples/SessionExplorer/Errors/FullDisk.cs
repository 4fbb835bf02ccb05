namespace SessionExplorer.Errors;

internal static class FullDisk
{
    private const int NoSpace = 28;
    private const int QuotaExceeded = 122;
    private const int WindowsDiskFull = unchecked((int)0x80070070);

    public static bool IsReason(IOException exception) => exception.HResult is NoSpace or QuotaExceeded or WindowsDiskFull;
}
