namespace NightlyExport.Configuration;

/// <summary>Describes an exception in one line.</summary>
internal static class ErrorText
{
    /// <summary>The message on one line, with the type of an exception that the code does not expect.</summary>
    public static string Describe(Exception exception)
    {
        // Native libraries put the stack trace of a stream's exception into their message.
        var lines = exception.Message.ReplaceLineEndings("\n").Split('\n').Select(line => line.Trim());
        var text = string.Join(' ', lines.TakeWhile(line => !line.StartsWith("at ", StringComparison.Ordinal))).Trim();
        return exception is NullReferenceException or InvalidCastException or IndexOutOfRangeException or KeyNotFoundException
            ? $"{exception.GetType().Name}: {text}"
            : text;
    }
}
