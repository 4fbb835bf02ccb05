using System.Globalization;
using System.Text;

namespace MediaMelon.SessionList;

/// <content>Formats a session for logs: all values except the subscriber.</content>
public sealed partial record VideoSession
{
    // The values of additional fields are omitted, because any of them may identify a person.
    private bool PrintMembers(StringBuilder builder)
    {
        var length = builder.Length;
        Print(builder, nameof(SessionId), SessionId);
        Print(builder, nameof(StartTime), StartTime);
        Print(builder, nameof(EndTime), EndTime);
        Print(builder, nameof(AssetName), AssetName);
        Print(builder, nameof(WatchTime), WatchTime);
        Print(builder, nameof(SourceFormat), SourceFormat);
        Print(builder, nameof(StartupTime), StartupTime);
        Print(builder, nameof(RebufferingPercentage), RebufferingPercentage);
        Print(builder, nameof(BufferingTimePercentage), BufferingTimePercentage);
        Print(builder, nameof(PlaybackScore), PlaybackScore);
        Print(builder, nameof(Playtime), Playtime);
        Print(builder, nameof(CdnChangeRate), CdnChangeRate);
        Print(builder, nameof(Errors), Errors);
        Print(builder, nameof(FatalErrors), FatalErrors);
        Print(builder, nameof(Country), Country);
        Print(builder, nameof(DeviceType), DeviceType);
        Print(builder, nameof(OperatingSystem), OperatingSystem);
        Print(builder, nameof(PlayerName), PlayerName);
        Print(builder, nameof(Cdn), Cdn);
        Print(builder, nameof(IsLive), IsLive);
        Print(builder, nameof(ViewStatus), ViewStatus?.Value);
        Print(builder, nameof(ErrorCode), ErrorCode);
        Print(builder, nameof(Drm), Drm);
        if (AdditionalFields.Count > 0)
            Print(builder, nameof(AdditionalFields), $"[{string.Join(", ", AdditionalFields.Keys)}]");

        return builder.Length > length;
    }

    private static void Print(StringBuilder builder, string name, object? value)
    {
        if (value is null)
            return;

        if (builder[^2] != '{')
            builder.Append(", ");

        // The round-trip format for times, because the invariant format begins with the month.
        var format = value is DateTimeOffset ? "{0} = {1:O}" : "{0} = {1}";
        builder.AppendFormat(CultureInfo.InvariantCulture, format, name, value);
    }
}
