using System.Globalization;
using System.Text;

namespace MediaMelon.SessionList.Benchmarks.Server;

/// <summary>Creates rows in JSON. The same number gives the same row in every process.</summary>
/// <remarks>
/// The realistic profile repeats values and contains nulls like real listings. The hostile profile is the worst case for a decoder
/// that expects repetition: each title is unique, and each row has another column order and other missing columns.
/// </remarks>
internal static class RowText
{
    public static void Append(StringBuilder json, int number, int total, bool wide, bool hostile)
    {
        var members = new List<string>(25);
        AddStandard(members, new(number), number, hostile);
        if (wide)
            AddRest(members, new(number + 500_000_000));

        if (hostile)
            Disturb(members, new(number + 1_000_000_000));

        members.Add(string.Create(CultureInfo.InvariantCulture, $"\"totalpages\":{total}"));
        json.Append('{').AppendJoin(',', members).Append('}');
    }

    private static void AddStandard(List<string> members, Dice dice, int number, bool hostile)
    {
        var start = 1775749962L + (number % 80000);
        var title = hostile ? Titles.Unique(number) : Titles.Of(Zipf.Of5000.Draw(dice));
        members.Add($"\"latency\":{dice.Number(9, nulls: 4)}");
        members.Add(string.Create(CultureInfo.InvariantCulture, $"\"starttime\":{start}"));
        members.Add($"\"endtime\":{(dice.Chance(3) ? "null" : dice.Whole(start + 60, 5000))}");
        members.Add($"\"assetname\":{title}");
        members.Add($"\"watchtime\":{(dice.Chance(2) ? "null" : dice.Whole(60, 4900))}");
        members.Add(string.Create(
            CultureInfo.InvariantCulture,
            $"\"sessionid\":\"{number:x8}-{dice.Next(65536):x4}-4a5b-9c6d-{dice.Next(int.MaxValue):x8}{number & 0xffff:x4}\""));
        members.Add($"\"sourcetype\":\"{dice.Of("HLS", "HLS", "DASH", "MP4")}\"");
    }

    private static void AddRest(List<string> members, Dice dice)
    {
        members.Add($"\"cirrbufferingratio\":{dice.Number(10, nulls: 5)}");
        members.Add($"\"bufferingratio\":{dice.Number(20, nulls: 5)}");
        members.Add($"\"qualityofexperience\":{dice.Number(100, nulls: 10)}");
        members.Add($"\"playdur\":{dice.Number(90, nulls: 5)}");
        members.Add($"\"cdn_change_rate\":{dice.Number(3, nulls: 30)}");
        members.Add($"\"errors\":{dice.Whole(0, 4)}");
        members.Add($"\"fatalerrors\":{(dice.Chance(20) ? "null" : dice.Whole(0, 2))}");
        members.Add($"\"country\":\"{Country(dice.Skewed(60))}\"");
        members.Add($"\"device\":\"{dice.Of("mobile", "TV", "desktop", "tablet")}\"");
        members.Add($"\"platform\":\"{dice.Of("Android", "iOS", "Windows", "Tizen", "webOS", "macOS")}\"");
        members.Add($"\"player\":\"{Player(dice.Skewed(25))}\"");
        members.Add($"\"cdn\":\"{dice.Of("Aurora", "Borealis", "Cirrus")}\"");
        members.Add($"\"islive\":{(dice.Chance(20) ? "true" : "false")}");
        members.Add($"\"status\":\"{(dice.Chance(14) ? "dropped" : "ended")}\"");
        members.Add($"\"subscriberid\":{(dice.Chance(10) ? "null" : $"\"user-{dice.Skewed(200_000):000000}\"")}");
        members.Add($"\"errorcode\":{(dice.Chance(90) ? "null" : $"\"E-{1000 + dice.Skewed(200)}\"")}");
        members.Add($"\"drmprotection\":{(dice.Chance(40) ? "null" : $"\"{dice.Of("Widevine", "FairPlay", "PlayReady")}\"")}");
    }

    // A missing column has no value. The hand-written row reads it as null, too.
    private static void Disturb(List<string> members, Dice dice)
    {
        for (var last = members.Count - 1; last > 0; last--)
        {
            var other = dice.Next(last + 1);
            (members[last], members[other]) = (members[other], members[last]);
        }

        members.RemoveAll(_ => dice.Chance(10));
    }

    private static string Country(int number) => string.Concat((char)('A' + (number * 7 % 26)), (char)('A' + (number * 11 / 26 % 26)), number % 10);

    private static string Player(int number) => (number % 4) switch
    {
        0 => $"ExoPlayer 2.{10 + number}.1",
        1 => $"AVPlayer {14 + (number / 8)}.{number % 8}",
        2 => $"hls.js 1.{number}.0",
        _ => $"Shaka Player 4.{number}.{number % 3}",
    };
}
