using MediaMelon.SessionList.Values;

namespace MediaMelon.SessionList;

/// <summary>The metrics of a session, with the labels of the vendor's page as names.</summary>
/// <remarks>Source: the tables of the Video Session List API page (docs/vendor-notes.md).</remarks>
public static class SessionMetrics
{
    /// <summary>Startup time (<c>latency</c>), in SECONDS on the wire: from the attempt to play until the first frame.</summary>
    public static Metric<TimeSpan> StartupTime { get; } = Seconds("latency");

    /// <summary>
    /// Rebuffering percentage (<c>cirrbufferingratio</c>), in percent: the share of watch time spent in rebuffering.
    /// </summary>
    public static Metric<double> RebufferingPercentage { get; } = Number("cirrbufferingratio");

    /// <summary>
    /// Buffering time percentage (<c>bufferingratio</c>), in percent: the share of watch time in any state of buffering.
    /// </summary>
    public static Metric<double> BufferingTimePercentage { get; } = Number("bufferingratio");

    /// <summary>Playback score (<c>qualityofexperience</c>), 0 (worst) to 100 (perfect).</summary>
    public static Metric<double> PlaybackScore { get; } = Number("qualityofexperience");

    /// <summary>
    /// Playtime (<c>playdur</c>), in MINUTES on the wire: how long content was viewed. The vendor's pages do not agree on whether
    /// this includes ads.
    /// </summary>
    public static Metric<TimeSpan> Playtime { get; } = Minutes("playdur");

    /// <summary>
    /// CDN change rate (<c>cdn_change_rate</c>): how often the session switched to another CDN. The unit is not documented.
    /// </summary>
    public static Metric<double> CdnChangeRate { get; } = Number("cdn_change_rate");

    /// <summary>Errors (<c>errors</c>), a count: all errors of the session.</summary>
    public static Metric<long> Errors { get; } = Count("errors");

    /// <summary>Fatal errors (<c>fatalerrors</c>), a count: the errors that ended playback.</summary>
    public static Metric<long> FatalErrors { get; } = Count("fatalerrors");

    /// <summary>The eight metrics of this class.</summary>
    public static IReadOnlyList<Field> All { get; } =
        [StartupTime, RebufferingPercentage, BufferingTimePercentage, PlaybackScore, Playtime, CdnChangeRate, Errors,
            FatalErrors];

    /// <summary>Creates any other metric that is a number.</summary>
    /// <param name="name">The metric's name in the API.</param>
    /// <exception cref="ArgumentException">The name is invalid: see <see cref="Field"/>.</exception>
    public static Metric<double> Number(string name) => new(name, ValueFormats.Number);

    /// <summary>Creates any other metric that is a whole number.</summary>
    /// <inheritdoc cref="Number"/>
    public static Metric<long> Count(string name) => new(name, ValueFormats.Count);

    /// <summary>Creates any other metric that is a duration in seconds.</summary>
    /// <inheritdoc cref="Number"/>
    public static Metric<TimeSpan> Seconds(string name) => new(name, ValueFormats.Seconds);

    /// <summary>Creates any other metric that is a duration in minutes.</summary>
    /// <inheritdoc cref="Number"/>
    public static Metric<TimeSpan> Minutes(string name) => new(name, ValueFormats.Minutes);
}
