using System.Globalization;
using MediaMelon.SessionList;
using NightlyExport.Tests.Support;

namespace NightlyExport.Tests;

public sealed class HourTests : IDisposable
{
    private readonly DataSet _data = new();

    public void Dispose() => _data.Dispose();

    [Theory]
    [InlineData("true")]
    [InlineData("false")]
    public async Task Export_session_is_in_hour_of_its_end_for_inclusive_and_exclusive_service(string endIsInclusive)
    {
        (await new Worker().With("Demo__EndIsInclusive", endIsInclusive).RunAsync("--demo", "--output", _data.Folder)).Good();

        Assert.Contains(BuiltIn.Ended, EndsOnTheHour); // otherwise, the boundaries are not tested
        Assert.Equal(
            BuiltIn.Ids(BuiltIn.Ended.Where(session => endIsInclusive == "true" || session.EndTime < BuiltIn.Day.End)),
            _data.Query<string>("SELECT session_id FROM sessions ORDER BY 1"));
        Assert.Equal(0, _data.Query<long>(
            "SELECT count(*) FROM sessions WHERE CAST(epoch(end_time) AS BIGINT) // 3600 % 24 <> hour "
            + $"AND epoch(end_time) <> {BuiltIn.Day.End.ToUnixTimeSeconds()}").Single());
    }

    [Theory]
    [InlineData("true", true)]
    [InlineData("false", false)]
    public async Task KeepLastSecond_decides_whether_last_second_is_exported(string keep, bool isThere)
    {
        var session = BuiltIn.Ended.First(EndsOnTheHour);
        var (from, to) = (Text(session.EndTime!.Value.AddHours(-1)), Text(session.EndTime.Value));
        string[] arguments = ["--demo", "--output", _data.Folder, "--from", from, "--to", to, "--keep-last-second", keep];
        (await new Worker().RunAsync(arguments)).Good();

        Assert.Equal(isThere, _data.Query<string>("SELECT session_id FROM sessions").Contains(session.SessionId!));
    }

    [Fact]
    public async Task Export_hour_without_sessions_writes_empty_file_once()
    {
        string[] arguments = ["--demo", "--output", _data.Folder, "--from", "2026-04-09T23:00Z", "--to", "2026-04-10T02:00Z",
            "--lookback", "0"];
        (await new Worker().RunAsync(arguments)).Good();
        var again = (await new Worker().RunAsync(arguments)).Good();

        string[] folders = ["dt=2026-04-09/hour=23", "dt=2026-04-10/hour=00", "dt=2026-04-10/hour=01"];
        Assert.Equal(folders.Select(folder => folder + "/sessions.parquet"), _data.Files);
        Assert.Equal(0, _data.Query<long>("SELECT count(*) FROM sessions WHERE dt = '2026-04-10' AND hour = 1").Single());
        Assert.True(_data.Query<long>("SELECT count(*) FROM sessions").Single() > 0);
        Assert.Equal(3, again.Error.Split("Skipped dt=").Length - 1);
    }

    private static bool EndsOnTheHour(VideoSession session) =>
        session.EndTime is { } end
        && end > BuiltIn.Day.Start && end < BuiltIn.Day.End
        && end.Ticks % TimeSpan.TicksPerHour == 0;

    private static string Text(DateTimeOffset time) => time.ToString("yyyy-MM-dd'T'HH:mm'Z'", CultureInfo.InvariantCulture);
}
