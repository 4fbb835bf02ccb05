namespace MediaMelon.SessionList.Testing.Synthetic;

/// <summary>A device type with its operating system, players, formats and DRM systems. The average strain is 1.</summary>
internal sealed record Platform(
    string DeviceType, string OperatingSystem, double Strain, string[] Players, string[] Formats, string[] DrmSystems)
{
    private static readonly string[] Widevine = ["Widevine"];
    private static readonly string[] FairPlay = ["FairPlay"];
    private static readonly string[] PlayReady = ["PlayReady"];
    private static readonly string[] Either = ["Widevine", "PlayReady"];
    private static readonly string[] Dash = ["DASH", "DASH", "DASH", "HLS"];
    private static readonly string[] Web = ["DASH", "DASH", "HLS", "MP4"];
    private static readonly string[] Hls = ["HLS"];

    public static Weighted<Platform> All { get; } = new(
        (new("mobile", "Android", 1.35, ["ExoPlayer", "Media3"], Dash, Widevine), 26),
        (new("mobile", "iOS", 1.15, ["AVPlayer"], Hls, FairPlay), 17),
        (new("tablet", "Android", 1.15, ["ExoPlayer", "Media3"], Dash, Widevine), 4),
        (new("tablet", "iOS", 1.0, ["AVPlayer"], Hls, FairPlay), 4),
        (new("desktop", "Windows", 0.95, ["Shaka Player", "hls.js", "Video.js"], Web, Either), 12),
        (new("desktop", "macOS", 0.9, ["AVPlayer", "hls.js"], Hls, FairPlay), 6),
        (new("TV", "Tizen", 0.85, ["AVPlay"], Dash, Either), 9),
        (new("TV", "webOS", 0.9, ["Shaka Player"], Dash, Either), 7),
        (new("TV", "Roku OS", 0.85, ["Roku Video"], Dash, PlayReady), 6),
        (new("TV", "Fire OS", 0.85, ["ExoPlayer"], Dash, Widevine), 5),
        (new("TV", "Android TV", 0.9, ["ExoPlayer", "Media3"], Dash, Widevine), 4));
}
