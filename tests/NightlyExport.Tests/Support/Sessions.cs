using System.Text.Json;
using MediaMelon.SessionList;

namespace NightlyExport.Tests.Support;

/// <summary>Sessions that end at given hours of a past day.</summary>
internal static class Sessions
{
    public const string Day = "2025-04-09";

    public static VideoSession EndingAt(int hour, string id) => EndingAt(hour, minute: 30, id);

    public static VideoSession EndingAt(int hour, int minute, string id) => new()
    {
        SessionId = id,
        StartTime = Start.AddHours(hour).AddMinutes(minute - 10),
        EndTime = Start.AddHours(hour).AddMinutes(minute),
        AssetName = "Title",
    };

    /// <summary>A session whose start time the client cannot read.</summary>
    public static VideoSession WithUnreadableStart(int hour, string id) => EndingAt(hour, id) with
    {
        StartTime = null,
        AdditionalFields = new Dictionary<string, JsonElement>
        {
            ["starttime"] = JsonDocument.Parse("\"yesterday\"").RootElement,
        },
    };

    public static string Partition(int hour) => $"dt={Day}/hour={hour:00}";

    private static DateTimeOffset Start { get; } = new(2025, 4, 9, 0, 0, 0, TimeSpan.Zero);
}
