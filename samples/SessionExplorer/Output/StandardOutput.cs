using System.Text;
using Microsoft.Win32.SafeHandles;

namespace SessionExplorer.Output;

/// <summary>Standard output that notices when its reader has gone, as <c>head</c> does after ten lines.</summary>
internal static class StandardOutput
{
    private const int BrokenPipe = 32;

    /// <summary>A writer of UTF-8 for programs, and of the terminal's own encoding in a terminal.</summary>
    public static TextWriter Open() =>
        new StreamWriter(OpenStream(), Encoding, bufferSize: 16 * 1024) { NewLine = "\n" };

    private static Encoding Encoding => Console.IsOutputRedirected ? new UTF8Encoding(false) : Console.OutputEncoding;

    /// <summary>Whether the reader has gone, which is its good right and no error.</summary>
    public static bool IsGone(Exception exception) => exception is IOException { HResult: BrokenPipe };

    // The console's own stream passes over a broken pipe without a word, and a long listing would go on for nobody.
    public static Stream OpenStream()
    {
        if (!Descriptor.IsOpen(Descriptor.Output))
            return new ClosedStream();
        if (OperatingSystem.IsWindows() || !Console.IsOutputRedirected)
            return Console.OpenStandardOutput();

        var pipe = new FileStream(new SafeFileHandle(Descriptor.Output, ownsHandle: false), FileAccess.Write, bufferSize: 0);
        return pipe.CanSeek ? Console.OpenStandardOutput() : pipe;
    }
}
