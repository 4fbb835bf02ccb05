using System.Text;

namespace SessionExplorer.Output;

/// <summary>Standard error that never fails. If it is closed or full, its text is lost.</summary>
internal sealed class StandardError(TextWriter inner) : TextWriter
{
    public override Encoding Encoding => inner.Encoding;

    /// <summary>Replaces <see cref="Console.Error"/>.</summary>
    public static void Install() =>
        Console.SetError(Descriptor.IsOpen(Descriptor.Error) ? Synchronized(new StandardError(Console.Error)) : Null);

    public override void Write(char value) => Write(value.ToString());

    public override void Write(string? value)
    {
        try
        {
            inner.Write(value);
            inner.Flush();
        }
        catch (IOException)
        {
            // The error cannot be reported anywhere.
        }
    }

    public override void WriteLine(string? value) => Write(value + "\n");
}
