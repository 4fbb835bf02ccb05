using System.Text.Encodings.Web;
using System.Text.RegularExpressions;

namespace MediaMelon.SessionList.Transport;

/// <summary>Takes out of a body what must not leave in an exception.</summary>
internal static partial class Redaction
{
    private const string Mask = "***";

    /// <summary>Shorter values, such as a country's code, are masked as words only: else they would mask half of the sentence.</summary>
    private const int ShortLength = 4;

    public static string Of(string body, string? key, IEnumerable<string> personalTexts)
    {
        if (!string.IsNullOrEmpty(key))
            body = Replace(body, key);

        foreach (var text in personalTexts)
            body = text.Length < ShortLength ? ReplaceWord(body, text) : Replace(body, text);

        return SubscriberIds().Replace(body, $"$1\"{Mask}\"");
    }

    // As it is, as a URL holds it, and as JSON holds it.
    private static string Replace(string body, string text) => body
        .Replace(text, Mask, StringComparison.Ordinal)
        .Replace(Uri.EscapeDataString(text), Mask, StringComparison.OrdinalIgnoreCase)
        .Replace(JavaScriptEncoder.Default.Encode(text), Mask, StringComparison.Ordinal)
        .Replace(JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(text), Mask, StringComparison.Ordinal);

    private static string ReplaceWord(string body, string word) =>
        Regex.Replace(body, $@"(?<![\p{{L}}\p{{N}}]){Regex.Escape(word)}(?![\p{{L}}\p{{N}}])", Mask, RegexOptions.CultureInvariant);

    // Rows hold subscribers too. The value may break off with the excerpt.
    [GeneratedRegex("""("subscriberid"\s*:\s*)(?:"(?:[^"\\]|\\.)*"?|[^\s",}\]]+)""", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex SubscriberIds();
}
