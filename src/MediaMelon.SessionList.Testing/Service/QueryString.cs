using System.Collections.ObjectModel;

namespace MediaMelon.SessionList.Testing.Service;

internal sealed class QueryString
{
    private QueryString(IReadOnlyDictionary<string, string> parameters, string? repeated)
    {
        Parameters = parameters;
        Repeated = repeated;
    }

    public IReadOnlyDictionary<string, string> Parameters { get; }

    /// <summary>The first repeated name, or null.</summary>
    public string? Repeated { get; }

    public static QueryString Read(Uri address)
    {
        var parameters = new Dictionary<string, string>(StringComparer.Ordinal);
        string? repeated = null;
        foreach (var pair in address.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            // Split before decoding, and at the first '=' only, because the value of period contains '='.
            var cut = pair.IndexOf('=', StringComparison.Ordinal);
            var name = Uri.UnescapeDataString(cut < 0 ? pair : pair[..cut]);
            var value = cut < 0 ? "" : Uri.UnescapeDataString(pair[(cut + 1)..]);
            if (!parameters.TryAdd(name, value))
                repeated ??= name;
        }

        return new QueryString(new ReadOnlyDictionary<string, string>(parameters), repeated);
    }
}
