using System.Globalization;
using System.Text;

namespace MediaMelon.SessionList.Benchmarks.Server;

/// <summary>Rows as the service would write them: the same for the same number, in every process.</summary>
internal static class RowText
{
    private static readonly string[] Countries = ["US", "DE", "BR", "IN", "JP", "FR", "GB", "CA", "MX", "ES"];
    private static readonly string[] Devices = ["mobile", "TV", "desktop", "tablet"];
    private static readonly string[] Platforms = ["Android", "iOS", "Windows", "Tizen", "webOS", "macOS"];
    private static readonly string[] Players = ["ExoPlayer", "AVPlayer", "hls.js", "Shaka"];
    private static readonly string[] Cdns = ["Aurora", "Borealis", "Cirrus"];
    private static readonly string[] Formats = ["HLS", "DASH", "MP4"];

    public static void Append(StringBuilder json, int number, int total, bool wide)
    {
        var mix = (uint)number * 2654435761u;
        var start = 1775749962L + (number % 80000);
        json.Append(CultureInfo.InvariantCulture, $"{{\"latency\":{mix % 9000 / 1000.0:0.000},\"starttime\":{start},\"endtime\":{start + 60 + (mix % 5000)},");
        json.Append(CultureInfo.InvariantCulture, $"\"assetname\":\"The Long Way Home S0{1 + (mix % 4)}E{10 + (mix % 20)}\",\"watchtime\":{60 + (mix % 4900)},");
        json.Append(CultureInfo.InvariantCulture, $"\"sessionid\":\"{number:x8}-{mix & 0xffff:x4}-4a5b-9c6d-{mix:x8}{number & 0xffff:x4}\",\"sourcetype\":\"{Formats[mix % 3]}\"");
        if (wide)
            AppendRest(json, mix);

        json.Append(CultureInfo.InvariantCulture, $",\"totalpages\":{total}}}");
    }

    private static void AppendRest(StringBuilder json, uint mix)
    {
        json.Append(CultureInfo.InvariantCulture, $",\"cirrbufferingratio\":{mix % 1000 / 100.0:0.00},\"bufferingratio\":{mix % 2000 / 100.0:0.00},");
        json.Append(CultureInfo.InvariantCulture, $"\"qualityofexperience\":{mix % 10000 / 100.0:0.00},\"playdur\":{mix % 90000 / 1000.0:0.000},\"cdn_change_rate\":{mix % 3},");
        json.Append(CultureInfo.InvariantCulture, $"\"errors\":{mix % 4},\"fatalerrors\":{mix % 2},\"country\":\"{Countries[mix % 10]}\",\"device\":\"{Devices[mix % 4]}\",");
        json.Append(CultureInfo.InvariantCulture, $"\"platform\":\"{Platforms[mix % 6]}\",\"player\":\"{Players[mix % 4]}\",\"cdn\":\"{Cdns[mix % 3]}\",");
        json.Append(CultureInfo.InvariantCulture, $"\"islive\":{(mix % 5 == 0 ? "true" : "false")},\"status\":\"{(mix % 7 == 0 ? "dropped" : "ended")}\",");
        json.Append(CultureInfo.InvariantCulture, $"\"subscriberid\":\"user-{mix % 90000:00000}\",\"errorcode\":{(mix % 4 == 0 ? "\"E-1004\"" : "null")},\"drmprotection\":\"Widevine\"");
    }
}
