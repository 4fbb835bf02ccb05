using MediaMelon.SessionList.Fields;

namespace MediaMelon.SessionList.Query;

/// <summary>Splits a query string or a URL into decoded names and values.</summary>
internal static class ParameterList
{
    public static string? Parse(string text, out Dictionary<string, string> parameters)
    {
        parameters = new(StringComparer.Ordinal);

        // Blanks at the end may belong to the last value. Blanks at the beginning do not belong to a name.
        if (GetQuery(text.TrimStart().TrimEnd('\r', '\n', '\t')) is not { } query)
            return "The URL does not contain a query string ('?').";

        foreach (var part in query.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var sign = part.IndexOf('=', StringComparison.Ordinal);
            var name = Uri.UnescapeDataString(sign < 0 ? part : part[..sign]);
            if (!parameters.TryAdd(name, sign < 0 ? "" : Uri.UnescapeDataString(part[(sign + 1)..])))
                return FieldName.GetError(name) is null ? $"{name}: specified twice." : "A parameter is specified twice.";
        }

        return null;
    }

    private static string? GetQuery(string text)
    {
        var fragment = text.IndexOf('#', StringComparison.Ordinal);
        var address = fragment < 0 ? text : text[..fragment];

        var isUrl = address.StartsWith('/')
            || address.StartsWith("http://", StringComparison.OrdinalIgnoreCase)
            || address.StartsWith("https://", StringComparison.OrdinalIgnoreCase);
        if (!isUrl)
            return address.StartsWith('?') ? address[1..] : address;

        var mark = address.IndexOf('?', StringComparison.Ordinal);
        return mark < 0 ? null : address[(mark + 1)..];
    }
}
