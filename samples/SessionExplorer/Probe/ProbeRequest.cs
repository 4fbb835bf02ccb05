using System.Text;

namespace SessionExplorer.Probe;

/// <summary>One request of the probe: the parameters, and the differences from a normal request.</summary>
internal sealed record ProbeRequest
{
    private readonly List<KeyValuePair<string, string>> _parameters = [];

    public ProbeRequest(ProbePeriod period, IEnumerable<string> columns, int limit)
    {
        _parameters.Add(new("period", period.ToString()));
        _parameters.Add(new("metrics", string.Join(',', columns)));
        _parameters.Add(new("aggby", "sessionid"));
        _parameters.Add(new("limit", FormattableString.Invariant($"{limit}")));
    }

    /// <summary>Sends the brackets of a filter without encoding, as in the vendor's examples.</summary>
    public bool RawBrackets { get; init; }

    /// <summary>Sends this key instead of the configured credential.</summary>
    public string? WrongKey { get; init; }

    /// <summary>Requests the sessions of another customer than the configured one.</summary>
    public long? WrongCustomer { get; init; }

    /// <summary>Sends the configured access token even if a key is configured.</summary>
    public bool WithBearerToken { get; init; }

    public ProbeRequest With(string name, string value)
    {
        _parameters.Add(new(name, value));
        return this;
    }

    public string ToQueryString()
    {
        var text = new StringBuilder();
        foreach (var (name, value) in _parameters)
        {
            var escaped = Uri.EscapeDataString(value);
            if (RawBrackets && name == "filter")
                escaped = escaped.Replace("%5B", "[", StringComparison.Ordinal).Replace("%5D", "]", StringComparison.Ordinal);

            text.Append(text.Length == 0 ? '?' : '&').Append(name).Append('=').Append(escaped);
        }

        return text.ToString();
    }
}
