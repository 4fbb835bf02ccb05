using System.Globalization;

namespace MediaMelon.SessionList.WireTests.Support;

/// <summary>A received request.</summary>
internal sealed record Request(string Line, IReadOnlyList<KeyValuePair<string, string>> Headers)
{
    /// <summary>The path and query, still encoded.</summary>
    public string Target => Line.Split(' ')[1];

    public string Path => Target.Split('?')[0];

    public int Limit => int.Parse(Parameter("limit") ?? "1000", CultureInfo.InvariantCulture);

    public int Offset => int.Parse(Parameter("offset") ?? "0", CultureInfo.InvariantCulture);

    /// <summary>The values of a header. Empty if the request does not contain it.</summary>
    public IReadOnlyList<string> Header(string name) =>
        [.. Headers.Where(header => header.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Select(header => header.Value)];

    /// <summary>The decoded value of a parameter, or null if the query does not contain it.</summary>
    public string? Parameter(string name) => Target[(Target.IndexOf('?', StringComparison.Ordinal) + 1)..].Split('&')
        .Select(pair => pair.Split('=', 2))
        .Where(pair => pair[0] == name)
        .Select(pair => Uri.UnescapeDataString(pair[1]))
        .FirstOrDefault();

    public static Request Parse(string head)
    {
        var lines = head.Split("\r\n");
        return new(lines[0], [.. lines.Skip(1).Select(line => line.Split(": ", 2)).Select(pair => KeyValuePair.Create(pair[0], pair[1]))]);
    }
}
