namespace SessionExplorer.Probe;

/// <summary>A page of the sample's listing, with the limit that was requested.</summary>
internal sealed record ProbePage(int Limit, ProbeResponse Response);
