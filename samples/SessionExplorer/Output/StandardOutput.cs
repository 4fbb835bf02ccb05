using System.Text;
using Microsoft.Win32.SafeHandles;

namespace SessionExplorer.Output;

/// <summary>Standard output that notices when its reader has gone, as <c>head</c> does after ten lines.</summary>
internal static class StandardOutput
{
    private const int BrokenPipe = 32;

    public static TextWriter Open() =>
        new StreamWriter(OpenStream(), new UTF8Encoding(false), bufferSize: 16 * 1024) { NewLine = "\n" };

    /// <summary>Whether the reader has gone, which is its good right and no error.</summary>
    public static bool IsGone(Exception exception) => exception is IOException { HResult: BrokenPipe };

    // The console's own stream passes over a broken pipe without a word, and a long listing would go on for nobody.
    private static Stream OpenStream()
    {
        if (OperatingSystem.IsWindows() || !Console.IsOutputRedirected)
            return Console.OpenStandardOutput();

        var pipe = new FileStream(new SafeFileHandle(1, ownsHandle: false), FileAccess.Write, bufferSize: 0);
        return pipe.CanSeek ? Console.OpenStandardOutput() : pipe;
    }
}
