using System.Text;
using Microsoft.Win32.SafeHandles;

namespace SessionExplorer.Output;

/// <summary>Standard output that detects a closed reader, such as <c>head</c> after ten lines.</summary>
internal static class StandardOutput
{
    private const int BrokenPipe = 32;

    /// <summary>A UTF-8 writer for programs. In a terminal, it has the terminal's encoding.</summary>
    public static TextWriter Open() =>
        new StreamWriter(OpenStream(), Encoding, bufferSize: 16 * 1024) { NewLine = "\n" };

    private static Encoding Encoding => Console.IsOutputRedirected ? new UTF8Encoding(false) : Console.OutputEncoding;

    /// <summary>Whether the reader has closed the pipe, which is not an error.</summary>
    public static bool IsGone(Exception exception) => exception is IOException { HResult: BrokenPipe };

    // The console's stream ignores a broken pipe, so a long listing would continue without a reader.
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
