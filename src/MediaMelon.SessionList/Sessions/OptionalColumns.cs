namespace MediaMelon.SessionList.Sessions;

/// <summary>The columns of a session that are neither standard fields nor the startup time.</summary>
internal sealed record OptionalColumns
{
    /// <summary>An instance without values. It is shared and must not be changed.</summary>
    public static OptionalColumns None { get; } = new();

    public double RebufferingPercentage { get; set; } = double.NaN;

    public double BufferingTimePercentage { get; set; } = double.NaN;

    public double PlaybackScore { get; set; } = double.NaN;

    public double CdnChangeRate { get; set; } = double.NaN;

    public long Playtime { get; set; } = NullSentinel.NoValue;

    public long Errors { get; set; } = NullSentinel.NoValue;

    public long FatalErrors { get; set; } = NullSentinel.NoValue;

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
