using System.Net;
using System.Text.Encodings.Web;
using System.Text.RegularExpressions;

namespace MediaMelon.SessionList.Http;

/// <summary>Takes out of a body what must not leave in an exception.</summary>
internal static partial class Redaction
{
    private const string Mask = "***";

    /// <summary>
    /// Shorter values, such as a country's code, are masked as words only: else they would mask half of the sentence.
    /// </summary>
    private const int ShortLength = 4;

    /// <param name="body">The text, or its beginning.</param>
    /// <param name="isCut">Whether it breaks off, perhaps in the middle of a secret.</param>
    /// <param name="key">The API key.</param>
    /// <param name="personalTexts">The values that filters look for.</param>
    public static string Redact(string body, bool isCut, string? key, IEnumerable<string> personalTexts)
    {
        body = SubscriberIds().Replace(body, $"$1\"{Mask}\"");

        var secrets = personalTexts.Prepend(key ?? "").Where(secret => secret.Length > 0).ToList();
        foreach (var transcoder in secrets.SelectMany(EscapedForms).Distinct().OrderByDescending(transcoder => transcoder.Length))
            body = Replace(body, transcoder);

        return isCut ? secrets.SelectMany(EscapedForms).Aggregate(body.TrimEnd('\uFFFD'), WithoutBeginningOf) : body;
    }

    // As it is, as a URL and as a form hold it, and as JSON and HTML hold it.
    private static IEnumerable<string> EscapedForms(string text) =>
    [
        text,
        Uri.EscapeDataString(text),
        Uri.EscapeDataString(Uri.EscapeDataString(text)), // the address to come back to after a login
        WebUtility.UrlEncode(text),
        JavaScriptEncoder.Default.Encode(text),
        JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(text),
        HtmlEncoder.Default.Encode(text),
        WebUtility.HtmlEncode(text),
    ];

    private static string Replace(string body, string text) => text.Length < ShortLength
        ? Regex.Replace(body, $@"(?<![\p{{L}}\p{{N}}]){Regex.Escape(text)}(?![\p{{L}}\p{{N}}])", Mask,
            RegexOptions.CultureInvariant)
        : body.Replace(text, Mask, StringComparison.OrdinalIgnoreCase);

    private static string WithoutBeginningOf(string body, string secret)
    {
        for (var length = Math.Min(secret.Length - 1, body.Length); length >= ShortLength; length--)
        {
            if (body.EndsWith(secret[..length], StringComparison.OrdinalIgnoreCase))
                return body[..^length];
        }

        return body;
    }

    // Rows hold subscribers too. The value may break off with the excerpt.
    [GeneratedRegex("""("subscriberid"\s*:\s*)(?:"(?:[^"\\]|\\.)*"?|\[[^\]]*\]?|[^\s",}\]]+)""",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex SubscriberIds();
}
