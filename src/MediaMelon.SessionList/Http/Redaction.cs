using System.Net;
using System.Text.Encodings.Web;
using System.Text.RegularExpressions;

namespace MediaMelon.SessionList.Http;

/// <summary>Masks the parts of a text that exceptions must not contain.</summary>
internal static partial class Redaction
{
    private const string Mask = "***";

    /// <summary>
    /// Shorter values, such as a country code, are masked only as whole words. Otherwise they would mask parts of other words.
    /// </summary>
    private const int ShortLength = 4;

    /// <param name="body">The text, or its beginning.</param>
    /// <param name="isTruncated">Whether the text is truncated, perhaps within a secret.</param>
    /// <param name="key">The API key or access token.</param>
    /// <param name="personalTexts">The values of filters.</param>
    public static string Redact(string body, bool isTruncated, string? key, IEnumerable<string> personalTexts)
    {
        body = SubscriberIds().Replace(body, $"$1\"{Mask}\"");

        var secrets = personalTexts.Prepend(key ?? "").Where(secret => secret.Length > 0).ToList();
        foreach (var form in secrets.SelectMany(EscapedForms).Distinct().OrderByDescending(form => form.Length))
            body = Replace(body, form);

        return isTruncated ? secrets.SelectMany(EscapedForms).Aggregate(body.TrimEnd('\uFFFD'), WithoutBeginningOf) : body;
    }

    // Unescaped, and escaped for URLs, forms, JSON and HTML.
    private static IEnumerable<string> EscapedForms(string text) =>
    [
        text,
        Uri.EscapeDataString(text),
        Uri.EscapeDataString(Uri.EscapeDataString(text)), // a return address in a login URL
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

    // Rows contain subscriber ids too. An excerpt may end within one.
    [GeneratedRegex("""("subscriberid"\s*:\s*)(?:"(?:[^"\\]|\\.)*"?|\[[^\]]*\]?|[^\s",}\]]+)""",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex SubscriberIds();
}
