using SessionExplorer.Output;

namespace SessionExplorer.Errors;

/// <summary>Reads the body of an error response. The client has removed the key and the values of filters from it.</summary>
internal static class ResponseBody
{
    private const int Longest = 200;

    /// <summary>Whether it is HTML, which the service does not send.</summary>
    public static bool IsPage(string? body) => body?.TrimStart('\uFEFF', ' ', '\t', '\r', '\n').StartsWith('<') == true;

    /// <summary>The start of the body on one line. Empty for an empty body and for HTML.</summary>
    public static string Excerpt(string? body)
    {
        if (string.IsNullOrWhiteSpace(body) || IsPage(body))
            return "";

        var line = string.Join(' ', body.Split((char[])['\r', '\n', '\t', ' '], StringSplitOptions.RemoveEmptyEntries));
        return $" Response: {CellText.Cut(CellText.Visible(line), Longest, "...")}";
    }
}
