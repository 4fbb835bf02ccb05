using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;
using MediaMelon.SessionList.Sessions;

namespace MediaMelon.SessionList;

/// <summary>One video session.</summary>
/// <remarks>
/// A property is null when its column was not asked for, was null, or could not be read; in the last case the value stands, as
/// sent, in <see cref="AdditionalFields"/> under its wire name. Reading is lenient, as docs/listings.md tells. Plain
/// <see cref="JsonSerializer"/> reads and writes a session too, by wire names and in wire units. Times are UTC.
/// </remarks>
[JsonConverter(typeof(VideoSessionJsonConverter))]
public sealed partial record VideoSession
{
    /// <summary>MediaMelon's identifier of the session (<c>sessionid</c>).</summary>
    public string? SessionId { get => SessionIdValue; init => SessionIdValue = value; }

    /// <summary>When the session started (<c>starttime</c>, epoch seconds on the wire), UTC.</summary>
    public DateTimeOffset? StartTime
    {
        get => NullSentinel.Time(StartTimeValue);
        init => StartTimeValue = NullSentinel.Time(value);
    }

    /// <summary>When the session ended (<c>endtime</c>, epoch seconds on the wire), UTC.</summary>
    public DateTimeOffset? EndTime { get => NullSentinel.Time(EndTimeValue); init => EndTimeValue = NullSentinel.Time(value); }

    /// <summary>The content that was played (<c>assetname</c>).</summary>
    public string? AssetName { get => AssetNameValue; init => AssetNameValue = value; }

    /// <summary>How long the session was watched (<c>watchtime</c>, seconds on the wire).</summary>
    public TimeSpan? WatchTime
    {
        get => NullSentinel.Duration(WatchTimeValue);
        init => WatchTimeValue = NullSentinel.Duration(value);
    }

    /// <summary>The streaming format (<c>sourcetype</c>), such as HLS, DASH or MP4.</summary>
    public string? SourceFormat { get => SourceFormatValue; init => SourceFormatValue = value; }

    /// <summary>From the attempt to play until the first frame (<c>latency</c>, seconds on the wire).</summary>
    public TimeSpan? StartupTime
    {
        get => NullSentinel.Duration(StartupTimeValue);
        init => StartupTimeValue = NullSentinel.Duration(value);
    }

    /// <summary>The share of watch time that went into rebuffering, in percent (<c>cirrbufferingratio</c>).</summary>
    public double? RebufferingPercentage
    {
        get => NullSentinel.Number(More.RebufferingPercentage);
        init => Change(value is null).RebufferingPercentage = NullSentinel.Number(value);
    }

    /// <summary>The share of watch time in any state of buffering, in percent (<c>bufferingratio</c>).</summary>
    public double? BufferingTimePercentage
    {
        get => NullSentinel.Number(More.BufferingTimePercentage);
        init => Change(value is null).BufferingTimePercentage = NullSentinel.Number(value);
    }

    /// <summary>The playback score, 0 (worst) to 100 (perfect) (<c>qualityofexperience</c>).</summary>
    public double? PlaybackScore
    {
        get => NullSentinel.Number(More.PlaybackScore);
        init => Change(value is null).PlaybackScore = NullSentinel.Number(value);
    }

    /// <summary>How long content was viewed (<c>playdur</c>, MINUTES on the wire).</summary>
    public TimeSpan? Playtime
    {
        get => NullSentinel.Duration(More.Playtime);
        init => Change(value is null).Playtime = NullSentinel.Duration(value);
    }

    /// <summary>How often the session moved to another CDN (<c>cdn_change_rate</c>); the unit is not documented.</summary>
    public double? CdnChangeRate
    {
        get => NullSentinel.Number(More.CdnChangeRate);
        init => Change(value is null).CdnChangeRate = NullSentinel.Number(value);
    }

    /// <summary>All errors of the session, a count (<c>errors</c>).</summary>
    public long? Errors
    {
        get => NullSentinel.Count(More.Errors);
        init => Change(value is null).Errors = NullSentinel.Count(value);
    }

    /// <summary>The errors that ended playback, a count (<c>fatalerrors</c>).</summary>
    public long? FatalErrors
    {
        get => NullSentinel.Count(More.FatalErrors);
        init => Change(value is null).FatalErrors = NullSentinel.Count(value);
    }

    /// <summary>The viewer's country (<c>country</c>).</summary>
    public string? Country { get => More.Country; init => Change(value is null).Country = value; }

    /// <summary>The category of the device, such as mobile, TV or desktop (<c>device</c>).</summary>
    public string? DeviceType { get => More.DeviceType; init => Change(value is null).DeviceType = value; }

    /// <summary>The operating system (<c>platform</c>).</summary>
    public string? OperatingSystem { get => More.OperatingSystem; init => Change(value is null).OperatingSystem = value; }

    /// <summary>The player library (<c>player</c>).</summary>
    public string? PlayerName { get => More.PlayerName; init => Change(value is null).PlayerName = value; }

    /// <summary>The CDN that served the session (<c>cdn</c>).</summary>
    public string? Cdn { get => More.Cdn; init => Change(value is null).Cdn = value; }

    /// <summary>Whether the content was live (<c>islive</c>).</summary>
    public bool? IsLive
    {
        get => NullSentinel.Flag(More.IsLive);
        init => Change(value is null).IsLive = NullSentinel.Flag(value);
    }

    /// <summary>The state of the view, such as ended or dropped (<c>status</c>).</summary>
    public ViewStatus? ViewStatus
    {
        get => More.ViewStatus.Text is { } word ? new ViewStatus(word) : null;
        init => Change(value is null).ViewStatus = new(value?.Value);
    }

    /// <summary>The subscriber, as the player reported it (<c>subscriberid</c>).</summary>
    public string? SubscriberId { get => More.SubscriberId; init => Change(value is null).SubscriberId = value; }

    /// <summary>The code of the error that the session met (<c>errorcode</c>).</summary>
    public string? ErrorCode { get => More.ErrorCode; init => Change(value is null).ErrorCode = value; }

    /// <summary>The content protection used (<c>drmprotection</c>).</summary>
    public string? Drm { get => More.Drm; init => Change(value is null).Drm = value; }

    /// <summary>Every other column, and every value that could not be read, by wire name. Never null; empty unless set.</summary>
    /// <exception cref="ArgumentNullException">It is set to null.</exception>
    public IReadOnlyDictionary<string, JsonElement> AdditionalFields
    {
        get => AdditionalFieldsValue;
        init => AdditionalFieldsValue = value ?? throw new ArgumentNullException(nameof(value));
    }

    /// <summary>The value of any column, typed: of a property above, or of <see cref="AdditionalFields"/>.</summary>
    /// <typeparam name="T">The type of the column's values.</typeparam>
    /// <param name="field">The column.</param>
    /// <param name="value">The value, if there is one.</param>
    /// <returns>
    /// False where there is no value, where it cannot be read, or where a column of the catalogues is asked for as another type
    /// than theirs.
    /// </returns>
    /// <exception cref="ArgumentNullException">The field is null.</exception>
    public bool TryGet<T>(Field<T> field, [MaybeNullWhen(false)] out T value)
    {
        ArgumentNullException.ThrowIfNull(field);

        value = default;
        if (SessionColumns.Find(field.Name) is { } known)
            return known is SessionColumn<T> column && column.TryGet(this, out value!);

        return AdditionalFields.TryGetValue(field.Name, out var element) && field.Format.TryRead(element, out value!);
    }
}
