namespace MediaMelon.SessionList.Testing.Synthetic;

// Each session has its own random numbers, so that it does not depend on earlier sessions.
internal sealed class SessionFactory(int count, SessionPeriod period, int seed)
{
    private const double LoadedShare = 0.002;

    private static readonly string[] StartupErrors = ["MANIFEST_404", "DRM_LICENSE_DENIED", "NETWORK_TIMEOUT", "DECODER_INIT"];
    private static readonly string[] PlaybackErrors = ["SEGMENT_404", "SEGMENT_TIMEOUT", "DECODE_ERROR", "DRM_KEY_EXPIRED"];

    private readonly ulong _seed = SplitMix64.Mix(unchecked((ulong)seed) + 0x5EED);
    private readonly long _end = period.End.ToUnixTimeSeconds();
    private readonly DayCurve _curve = new(period);
    private readonly Incident _incident = new(period);

    public VideoSession Create(int index)
    {
        var identity = SplitMix64.Mix(unchecked(_seed + (ulong)index));
        var random = new SplitMix64(identity);
        var start = _curve.SecondAt((index + random.Fraction()) / count);
        var viewer = Viewer.Pick(ref random, count, _seed);
        var cdn = viewer.Market.Cdns.Pick(ref random);
        var hit = _incident.Hits(start, viewer, cdn);
        var load = viewer.Market.Network * viewer.Platform.Strain * cdn.Load;

        var asset = Asset.All.Pick(ref random);
        var session = Describe(ref random, identity, start, viewer, cdn, asset);
        if (random.Chance(LoadedShare))
            return session with { ViewStatus = ViewStatus.Loaded, WatchTime = TimeSpan.Zero };
        if (random.Chance(hit ? 0.15 : 0.009 * load))
            return FailToStart(ref random, session, start, hit);

        return Play(ref random, session, asset, start, load, hit);
    }

    private static VideoSession Describe(
        ref SplitMix64 random, ulong identity, long start, Viewer viewer, Cdn cdn, Asset asset)
    {
        var platform = viewer.Platform;
        var format = random.Pick(platform.Formats);
        if (format == "MP4" && asset.Minutes is null)
            format = "HLS";

        return new VideoSession
        {
            SessionId = WriteId(identity, random.Next()),
            StartTime = DateTimeOffset.FromUnixTimeSeconds(start),
            AssetName = asset.Name,
            SourceFormat = format,
            Country = viewer.Market.Country,
            DeviceType = platform.DeviceType,
            OperatingSystem = platform.OperatingSystem,
            PlayerName = random.Pick(platform.Players),
            Cdn = cdn.Name,
            IsLive = asset.Minutes is null,
            SubscriberId = viewer.SubscriberId,
            Drm = format == "MP4" || random.Chance(0.15) ? null : random.Pick(platform.DrmSystems),
        };
    }

    private VideoSession FailToStart(ref SplitMix64 random, VideoSession session, long start, bool hit)
    {
        var end = Math.Min(start + 2 + random.Below(28), Math.Max(start, _end - 1));
        return session with
        {
            EndTime = DateTimeOffset.FromUnixTimeSeconds(end),
            ViewStatus = ViewStatus.Dropped,
            WatchTime = TimeSpan.Zero,
            Playtime = TimeSpan.Zero,
            PlaybackScore = 0,
            CdnChangeRate = 0,
            Errors = 1 + random.Below(3),
            FatalErrors = 1,
            ErrorCode = hit ? "NETWORK_TIMEOUT" : random.Pick(StartupErrors),
        };
    }

    private VideoSession Play(ref SplitMix64 random, VideoSession session, Asset asset, long start, double load, bool hit)
    {
        var experience = Experience.Draw(ref random, load, hit);
        var course = Course.Draw(ref random, asset, experience, _end - start);
        var fatal = course.IsOver && random.Chance(hit ? 0.1 : 0.004 * load);
        var errors = (fatal ? 1 : 0) + (random.Chance(hit ? 0.6 : 0.025 * load) ? 1 + random.Below(4) : 0);
        var dropped = fatal || random.Chance(experience.Rebuffering > 10 ? 0.4 : 0.03);
        var code = hit ? "SEGMENT_TIMEOUT" : random.Pick(PlaybackErrors);

        return session with
        {
            EndTime = course.IsOver ? DateTimeOffset.FromUnixTimeSeconds(start + course.Elapsed) : null,
            ViewStatus = !course.IsOver ? ViewStatus.Running : dropped ? ViewStatus.Dropped : ViewStatus.Ended,
            WatchTime = TimeSpan.FromTicks(course.Watched * TimeSpan.TicksPerSecond),
            Playtime = CountPlaytime(course, experience),
            StartupTime = CountStartup(course, experience),
            RebufferingPercentage = experience.Rebuffering,
            BufferingTimePercentage = experience.Buffering,
            PlaybackScore = experience.Score(errors, fatal, random.Between(0, 4)),
            CdnChangeRate = experience.CdnChangeRate,
            Errors = errors,
            FatalErrors = fatal ? 1 : 0,
            ErrorCode = errors > 0 ? code : null,
        };
    }

    private static TimeSpan CountStartup(Course course, Experience experience)
    {
        var milliseconds = (long)((Math.Min(experience.Startup, course.Elapsed) * 1000) + 0.5);
        return TimeSpan.FromTicks(milliseconds * TimeSpan.TicksPerMillisecond);
    }

    // Uses hundredths of a minute, so that the minutes in JSON have few digits.
    private static TimeSpan CountPlaytime(Course course, Experience experience)
    {
        var hundredths = (long)(course.Watched * (100 - experience.Rebuffering) / 60);
        return TimeSpan.FromTicks(hundredths * (TimeSpan.TicksPerMinute / 100));
    }

    private static string WriteId(ulong high, ulong low) =>
        $"{high >> 32:x8}-{(high >> 16) & 0xFFFF:x4}-{high & 0xFFFF:x4}-{low >> 48:x4}-{low & 0xFFFF_FFFF_FFFF:x12}";
}
