namespace SessionExplorer.RootCause;

/// <summary>Quotes words for a POSIX shell. A value from the data cannot end the quotes.</summary>
internal static class ShellWord
{
    public static string Quote(string word) =>
        word.Length > 0 && word.All(IsPlain) ? word : $"'{word.Replace("'", "'\\''")}'";

    private static bool IsPlain(char character) => char.IsAsciiLetterOrDigit(character) || "-_=:./,@%+".Contains(character);
}
