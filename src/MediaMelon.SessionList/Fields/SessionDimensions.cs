using MediaMelon.SessionList.Values;

namespace MediaMelon.SessionList;

/// <summary>The dimensions of a session, with the labels of the vendor's page as names.</summary>
/// <remarks>
/// Source: the tables of the Video Session List API page (docs/vendor-notes.md). The service may compare values
/// case-sensitively.
/// </remarks>
public static class SessionDimensions
{
    /// <summary>Country (<c>country</c>), derived from the viewer's IP address.</summary>
    public static Dimension<string> Country { get; } = Text("country");

    /// <summary>Device type (<c>device</c>): the category, such as mobile, TV or desktop.</summary>
    public static Dimension<string> DeviceType { get; } = Text("device");

    /// <summary>Operating system (<c>platform</c>) of the device, such as Android, iOS or Windows.</summary>
    public static Dimension<string> OperatingSystem { get; } = Text("platform");

    /// <summary>Player name (<c>player</c>): the library that played the video.</summary>
    public static Dimension<string> PlayerName { get; } = Text("player");

    /// <summary>CDN (<c>cdn</c>): the network that delivered the video.</summary>
    public static Dimension<string> Cdn { get; } = Text("cdn");

    /// <summary>Asset name (<c>assetname</c>): the content that was played.</summary>
    public static Dimension<string> AssetName { get; } = Text("assetname");

    /// <summary>Source format (<c>sourcetype</c>): how the video is streamed, such as HLS, DASH or MP4.</summary>
    public static Dimension<string> SourceFormat { get; } = Text("sourcetype");

    /// <summary>Is live stream (<c>islive</c>): <c>true</c> for live, <c>false</c> for video on demand.</summary>
    public static Dimension<bool> IsLive { get; } = Flag("islive");

    /// <summary>View status (<c>status</c>): how the session ended, such as ended or dropped.</summary>
    public static Dimension<ViewStatus> ViewStatus { get; } = new("status", ValueFormats.Status);

    /// <summary>
    /// Subscriber ID (<c>subscriberid</c>), as the player reported it. If the player hashes it, only the hash matches.
    /// </summary>
    public static Dimension<string> SubscriberId { get; } = Text("subscriberid");

    /// <summary>Error code (<c>errorcode</c>) of an error in the session.</summary>
    public static Dimension<string> ErrorCode { get; } = Text("errorcode");

    /// <summary>DRM (<c>drmprotection</c>): the content protection used.</summary>
    public static Dimension<string> Drm { get; } = Text("drmprotection");

    /// <summary>The twelve dimensions of this class.</summary>
    public static IReadOnlyList<Field> All { get; } =
        [Country, DeviceType, OperatingSystem, PlayerName, Cdn, AssetName, SourceFormat, IsLive, ViewStatus, SubscriberId,
            ErrorCode, Drm];

    /// <summary>Creates any other text dimension.</summary>
    /// <param name="name">The dimension's name in the API.</param>
    /// <exception cref="ArgumentException">The name is invalid: see <see cref="Field"/>.</exception>
    public static Dimension<string> Text(string name) => new(name, ValueFormats.Text);

    /// <summary>Creates any other Boolean dimension.</summary>
    /// <inheritdoc cref="Text"/>
    public static Dimension<bool> Flag(string name) => new(name, ValueFormats.Flag);
}
