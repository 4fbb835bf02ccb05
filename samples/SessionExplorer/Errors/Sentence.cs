namespace SessionExplorer.Errors;

/// <summary>An exception's message as one line for people.</summary>
internal static class Sentence
{
    private const string ParameterNote = " (Parameter '";

    public static string Of(Exception exception)
    {
        var lines = exception.Message.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var text = string.Join(' ', lines);

        // The name of a parameter in C# says nothing to whoever typed an option.
        var note = exception is ArgumentException ? text.LastIndexOf(ParameterNote, StringComparison.Ordinal) : -1;
        return note < 0 ? text : text[..note];
    }
}
