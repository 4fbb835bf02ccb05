namespace NightlyExport.Configuration;

/// <summary>Describes an exception in one line.</summary>
internal static class ErrorText
{
    /// <summary>The message on one line, with the type of an exception that no code here expects.</summary>
    public static string Describe(Exception exception)
    {
        var text = exception.Message.ReplaceLineEndings(" ").Trim();
        return exception is NullReferenceException or InvalidCastException or IndexOutOfRangeException or KeyNotFoundException
            ? $"{exception.GetType().Name}: {text}"
            : text;
    }
}
