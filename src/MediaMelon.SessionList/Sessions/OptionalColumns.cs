namespace MediaMelon.SessionList.Sessions;

/// <summary>The columns of a session beyond the standard ones and the startup time, packed.</summary>
internal sealed record OptionalColumns
{
    /// <summary>No value in any column. Shared: never written to.</summary>
    public static OptionalColumns None { get; } = new();

    public double RebufferingPercentage { get; set; } = double.NaN;

    public double BufferingTimePercentage { get; set; } = double.NaN;

    public double PlaybackScore { get; set; } = double.NaN;

    public double CdnChangeRate { get; set; } = double.NaN;

    public long Playtime { get; set; } = NullSentinel.Nothing;

    public long Errors { get; set; } = NullSentinel.Nothing;

    public long FatalErrors { get; set; } = NullSentinel.Nothing;

    public string? Country { get; set; }

    public string? DeviceType { get; set; }

    public string? OperatingSystem { get; set; }

    public string? PlayerName { get; set; }

    public string? Cdn { get; set; }

    public StatusText ViewStatus { get; set; }

    public string? SubscriberId { get; set; }

    public string? ErrorCode { get; set; }

    public string? Drm { get; set; }

    public sbyte IsLive { get; set; } = NullSentinel.NoFlag;
}
