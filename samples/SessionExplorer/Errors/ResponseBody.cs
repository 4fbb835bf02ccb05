using SessionExplorer.Output;

namespace SessionExplorer.Errors;

/// <summary>What the body of a refusal tells. The client has removed the key and the values of filters from it.</summary>
internal static class ResponseBody
{
    private const int Longest = 200;

    /// <summary>Whether it is HTML, which the service does not send.</summary>
    public static bool IsPage(string? body) => body?.TrimStart('\uFEFF', ' ', '\t', '\r', '\n').StartsWith('<') == true;

    /// <summary>Its beginning on one line, in brackets; nothing for an empty one and for HTML.</summary>
    public static string Excerpt(string? body)
    {
        if (string.IsNullOrWhiteSpace(body) || IsPage(body))
            return "";

        var line = string.Join(' ', body.Split((char[])['\r', '\n', '\t', ' '], StringSplitOptions.RemoveEmptyEntries));
        return $" Response: {CellText.Cut(CellText.Visible(line), Longest, "...")}";
    }
}
