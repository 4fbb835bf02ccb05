using MediaMelon.SessionList.Fields;

namespace MediaMelon.SessionList.Query;

/// <summary>Takes a query string or a URL apart into decoded names and values.</summary>
internal static class ParameterList
{
    public static string? Parse(string text, out Dictionary<string, string> parameters)
    {
        parameters = new(StringComparer.Ordinal);

        // Blanks at the end may belong to the last value; what stands before the first name came with the pasting.
        if (QueryPart(text.TrimStart().TrimEnd('\r', '\n', '\t')) is not { } query)
            return "The URL has no query string: nothing follows a '?'.";

        foreach (var part in query.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var sign = part.IndexOf('=', StringComparison.Ordinal);
            var name = Uri.UnescapeDataString(sign < 0 ? part : part[..sign]);
            if (!parameters.TryAdd(name, sign < 0 ? "" : Uri.UnescapeDataString(part[(sign + 1)..])))
                return FieldName.Problem(name) is null ? $"{name}: given twice." : "A parameter is given twice.";
        }

        return null;
    }

    private static string? QueryPart(string text)
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
