using MediaMelon.SessionList.Testing;

namespace SessionExplorer.Probe;

/// <summary>The shared state of the probe's steps: the transport, the sample, and the findings so far.</summary>
internal sealed class ProbeContext(ProbeTransport transport, ProbePeriod period, TimeProvider clock)
{
    public const int SampleLimit = 1000;
    public const int SmallLimit = 10;

    private readonly List<ProbeFinding> _findings = [];
    private readonly SortedSet<string> _settings = new(StringComparer.Ordinal);

    public ProbeTransport Transport => transport;

    public TimeProvider Clock => clock;

    /// <summary>When to request the first page again. Null means at once.</summary>
    public DateTimeOffset? SecondLookAt { get; init; }

    public ProbePeriod Period { get; set; } = period;

    public ProbeSample Sample { get; set; } = ProbeSample.Empty;

    /// <summary>The settings of the service that were found so far. <see cref="Settings"/> has their names.</summary>
    public EmulatorProfile Profile { get; private set; } = new();

    /// <summary>The names of the settings that were found.</summary>
    public IReadOnlySet<string> Settings => _settings;

    public IReadOnlyList<ProbeFinding> Findings => _findings;

    /// <summary>Sends a request. Also returns a response that is not a page.</summary>
    public Task<ProbeResponse> SendAsync(ProbeRequest request, CancellationToken cancellationToken) =>
        transport.SendAsync(request, cancellationToken);

    /// <summary>Sends a request whose response must be a page.</summary>
    /// <exception cref="ProbeFailedException">The response is not a page.</exception>
    public async Task<ProbeResponse> GetPageAsync(ProbeRequest request, CancellationToken cancellationToken)
    {
        var response = await transport.SendAsync(request, cancellationToken);
        return response.IsPage
            ? response
            : throw new ProbeFailedException($"the response was status {(int)response.Status} with {response.Shape}");
    }

    /// <summary>A request for the sample's period.</summary>
    public ProbeRequest Request(IEnumerable<string> columns, int limit = SampleLimit) => new(Period, columns, limit);

    public void Add(string check, bool asAssumed, string found, string meaning = "") =>
        _findings.Add(new(check, asAssumed ? ProbeVerdict.AsAssumed : ProbeVerdict.Differs, found, asAssumed ? "" : meaning));

    public void AddUnknown(string check, string reason) => _findings.Add(new(check, ProbeVerdict.Unknown, reason));

    public bool IsReported(string check) => _findings.Exists(finding => finding.Check == check);

    /// <summary>Stores a setting of the service for the profile of the report.</summary>
    public void Set(string setting, Func<EmulatorProfile, EmulatorProfile> change)
    {
        Profile = change(Profile);
        _settings.Add(setting);
    }
}
