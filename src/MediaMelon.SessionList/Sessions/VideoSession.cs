using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;
using MediaMelon.SessionList.Sessions;

namespace MediaMelon.SessionList;

/// <summary>One video session.</summary>
/// <remarks>
/// A property is null if its field was not requested, had no value, or could not be read. <see cref="AdditionalFields"/> contains
/// an unreadable value unchanged, under its wire name. Reading is lenient (see docs/listings.md). <see cref="JsonSerializer"/>
/// also reads and writes sessions, with wire names and in wire units. Times are UTC.
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

    /// <summary>The share of watch time spent in rebuffering, in percent (<c>cirrbufferingratio</c>).</summary>
    public double? RebufferingPercentage
    {
        get => NullSentinel.Number(Optional.RebufferingPercentage);
        init => Change(value is null).RebufferingPercentage = NullSentinel.Number(value);
    }

    /// <summary>The share of watch time in any state of buffering, in percent (<c>bufferingratio</c>).</summary>
    public double? BufferingTimePercentage
    {
        get => NullSentinel.Number(Optional.BufferingTimePercentage);
        init => Change(value is null).BufferingTimePercentage = NullSentinel.Number(value);
    }

    /// <summary>The playback score, 0 (worst) to 100 (perfect) (<c>qualityofexperience</c>).</summary>
    public double? PlaybackScore
    {
        get => NullSentinel.Number(Optional.PlaybackScore);
        init => Change(value is null).PlaybackScore = NullSentinel.Number(value);
    }

    /// <summary>How long content was viewed (<c>playdur</c>, MINUTES on the wire).</summary>
    public TimeSpan? Playtime
    {
        get => NullSentinel.Duration(Optional.Playtime);
        init => Change(value is null).Playtime = NullSentinel.Duration(value);
    }

    /// <summary>How often the session switched to another CDN (<c>cdn_change_rate</c>). The unit is not documented.</summary>
    public double? CdnChangeRate
    {
        get => NullSentinel.Number(Optional.CdnChangeRate);
        init => Change(value is null).CdnChangeRate = NullSentinel.Number(value);
    }

    /// <summary>All errors of the session, a count (<c>errors</c>).</summary>
    public long? Errors
    {
        get => NullSentinel.Count(Optional.Errors);
        init => Change(value is null).Errors = NullSentinel.Count(value);
    }

    /// <summary>The errors that ended playback, a count (<c>fatalerrors</c>).</summary>
    public long? FatalErrors
    {
        get => NullSentinel.Count(Optional.FatalErrors);
        init => Change(value is null).FatalErrors = NullSentinel.Count(value);
    }

    /// <summary>The viewer's country (<c>country</c>).</summary>
    public string? Country { get => Optional.Country; init => Change(value is null).Country = value; }

    /// <summary>The category of the device, such as mobile, TV or desktop (<c>device</c>).</summary>
    public string? DeviceType { get => Optional.DeviceType; init => Change(value is null).DeviceType = value; }

    /// <summary>The operating system (<c>platform</c>).</summary>
    public string? OperatingSystem { get => Optional.OperatingSystem; init => Change(value is null).OperatingSystem = value; }

    /// <summary>The player library (<c>player</c>).</summary>
    public string? PlayerName { get => Optional.PlayerName; init => Change(value is null).PlayerName = value; }

    /// <summary>The CDN that served the session (<c>cdn</c>).</summary>
    public string? Cdn { get => Optional.Cdn; init => Change(value is null).Cdn = value; }

    /// <summary>Whether the content was live (<c>islive</c>).</summary>
    public bool? IsLive
    {
        get => NullSentinel.Flag(Optional.IsLive);
        init => Change(value is null).IsLive = NullSentinel.Flag(value);
    }

    /// <summary>The state of the view, such as ended or dropped (<c>status</c>).</summary>
    public ViewStatus? ViewStatus
    {
        get => Optional.ViewStatus.Text is { } text ? new ViewStatus(text) : null;
        init => Change(value is null).ViewStatus = new(value?.Value);
    }

    /// <summary>The subscriber, as the player reported it (<c>subscriberid</c>).</summary>
    public string? SubscriberId { get => Optional.SubscriberId; init => Change(value is null).SubscriberId = value; }

    /// <summary>The code of an error in the session (<c>errorcode</c>).</summary>
    public string? ErrorCode { get => Optional.ErrorCode; init => Change(value is null).ErrorCode = value; }

    /// <summary>The content protection used (<c>drmprotection</c>).</summary>
    public string? Drm { get => Optional.Drm; init => Change(value is null).Drm = value; }

    /// <summary>All other fields, and all unreadable values, by wire name. Never null. The default is empty.</summary>
    /// <exception cref="ArgumentNullException">The value is null.</exception>
    public IReadOnlyDictionary<string, JsonElement> AdditionalFields
    {
        get => AdditionalFieldsValue;
        init => AdditionalFieldsValue = value ?? throw new ArgumentNullException(nameof(value));
    }

    /// <summary>Gets the typed value of any field: of a property, or from <see cref="AdditionalFields"/>.</summary>
    /// <typeparam name="T">The type of the field's values.</typeparam>
    /// <param name="field">The field.</param>
    /// <param name="value">The value, if there is one.</param>
    /// <returns>
    /// False if there is no value or it is unreadable. Also false if the type of the field differs from its type in the
    /// catalogues.
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
