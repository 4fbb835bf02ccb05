using System.Text.Json;

namespace MediaMelon.SessionList.Tests.Testing;

internal static class Sample
{
    /// <summary>A session that ended, in the middle of <see cref="EmulatorCalls.Period"/>.</summary>
    public static VideoSession Session(string id) =>
        new() { SessionId = id, StartTime = At(1400), EndTime = At(1500), ViewStatus = ViewStatus.Ended };

    public static VideoSession[] Sessions(params string[] ids) => [.. ids.Select(Session)];

    public static VideoSession[] Numbered(int count) =>
        [.. Enumerable.Range(0, count).Select(number => Session($"s{number}"))];

    public static DateTimeOffset At(double seconds) => DateTimeOffset.UnixEpoch.AddSeconds(seconds);

    public static VideoSession With(this VideoSession session, string column, string json) => session with
    {
        AdditionalFields = new Dictionary<string, JsonElement>(session.AdditionalFields) { [column] = JsonElement.Parse(json) },
    };
}
