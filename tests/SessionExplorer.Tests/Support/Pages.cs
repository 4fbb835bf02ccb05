using System.Text.Json;

namespace SessionExplorer.Tests.Support;

/// <summary>Pages of the service, as JSON.</summary>
internal static class Pages
{
    /// <summary>Titles that are difficult for terminals and files: wide characters,
    /// clusters, control characters, quotes.</summary>
    public static readonly string[] HardTitles =
    [
        "（字幕版）映画 特別編集版ディレクターズカット",
        "🎬 clip 👨‍👩‍👧 family",
        "e\u0301te\u0301 à la plage, une très longue histoire",
        "\u001b]0;pwned\u0007\u001b[2Jtitle",
        "tab\there\nand \u202egnp.exe",
        "12:34:56",
        "\"Widevine\"",
        "=cmd|' /C calc'!A0",
        "a\0b",
    ];

    public static string Hard() => Create(HardTitles.Select((title, index) => Session(index, ("assetname", title))));

    public static string Create(IEnumerable<Dictionary<string, object?>> sessions)
    {
        var rows = sessions.ToList();
        return JsonSerializer.Serialize(new { totalcount = rows.Count, response = rows });
    }

    public static Dictionary<string, object?> Session(int number, params (string Name, object? Value)[] values)
    {
        var session = new Dictionary<string, object?>
        {
            ["sessionid"] = $"s-{number}",
            ["starttime"] = 1775749962 + number,
            ["endtime"] = 1775750262 + number,
            ["latency"] = 1.5 + number,
            ["country"] = "日本",
        };
        foreach (var (name, value) in values)
            session[name] = value;

        return session;
    }
}
