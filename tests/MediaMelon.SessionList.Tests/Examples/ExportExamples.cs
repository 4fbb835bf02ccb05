using System.Net;
using MediaMelon.SessionList.Testing;
using MediaMelon.SessionList.Tests.Support;

namespace MediaMelon.SessionList.Tests.Examples;

/// <summary>The export of docs/recipes.md: writes pages to files and resumes after a failure.</summary>
public sealed class ExportExamples : IDisposable
{
    private const int Sessions = 2500;

    private readonly string _folder = Directory.CreateTempSubdirectory().FullName;
    private readonly SessionListEmulator _emulator = new(TestListing.Sessions(Sessions).Select(session => session with { AssetName = "A \"quoted\", title" }));

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Export_after_a_failure_resumes_and_writes_every_session_once()
    {
        using var client = _emulator.CreateClient();
        _emulator.Inject(EmulatorFault.None(), EmulatorFault.Status(HttpStatusCode.Forbidden));

        await Assert.ThrowsAsync<SessionListApiException>(() => ExportAsync(client, TestListing.Period));
        Assert.True(File.Exists(Path.Combine(_folder, "place.txt")));
        await ExportAsync(client, TestListing.Period);

        var files = Directory.GetFiles(_folder).Order(StringComparer.Ordinal).ToList();
        Assert.Equal(["sessions-000000000.csv", "sessions-000001000.csv", "sessions-000002000.csv"], files.Select(Path.GetFileName));
        var lines = files.SelectMany(File.ReadAllLines).ToList();
        Assert.Equal(TestListing.Ids(Sessions).Select(id => $"\"{id}\""), lines.Select(line => line.Split(',')[0]));
        Assert.All(lines, line => Assert.EndsWith(",\"A \"\"quoted\"\", title\",\"\"", line, StringComparison.Ordinal));
    }

    private async Task ExportAsync(SessionListClient client, SessionPeriod yesterday)
    {
        var folder = _folder;

        // begin: recipe-export
        var place = Path.Combine(folder, "place.txt");
        var at = File.Exists(place) ? SessionCheckpoint.Parse(await File.ReadAllTextAsync(place)) : null;
        var query = SessionQuery.For(SessionMetrics.StartupTime, at?.Period ?? yesterday).OrderBy(SessionFields.EndTime);

        await foreach (var page in client.ListPagesAsync(query, resumeFrom: at))
        {
            var file = Path.Combine(folder, $"sessions-{page.Offset:D9}.csv"); // a repeated page overwrites its file
            await File.WriteAllLinesAsync(file, page.Sessions.Select(Line));
            if (page.Next is { } next)
            {
                await File.WriteAllTextAsync(place + ".new", next.ToString());
                File.Move(place + ".new", place, overwrite: true);
            }
        }

        File.Delete(place);

        static string Line(VideoSession session) => string.Join(',',
            new[] { session.SessionId, $"{session.EndTime:O}", session.AssetName, $"{session.StartupTime:c}" }
                .Select(text => '"' + text?.Replace(@"""", @"""""") + '"'));
        // end: recipe-export
    }
}
