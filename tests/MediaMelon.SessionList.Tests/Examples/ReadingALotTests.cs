using System.Net;
using MediaMelon.SessionList.Testing;
using MediaMelon.SessionList.Tests.Support;

namespace MediaMelon.SessionList.Tests.Examples;

public sealed class ReadingALotTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory().FullName;

    private string CheckpointFile => Path.Combine(_folder, "checkpoint");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Job_that_fails_repeatedly_reads_every_session_once()
    {
        var emulator = new SessionListEmulator(TestListing.Sessions(20_000));
        using var client = emulator.CreateClient();
        var read = new List<string?>();
        var runs = 0;

        for (var done = false; !done; runs++)
        {
            Assert.True(runs < 20);
            emulator.Inject(EmulatorFault.None(), EmulatorFault.None(), EmulatorFault.None(), EmulatorFault.Status(HttpStatusCode.Forbidden));

            // Each run passes a different period. The period of the checkpoint applies.
            var query = TestListing.Query.WithPeriod(SessionPeriod.Between(TestListing.At(0), TestListing.At(20_000 + runs)));
            try
            {
                await ReadingALot.RunAsync(client, query, CheckpointFile, SaveAsync, TestContext.Current.CancellationToken);
                done = true;
            }
            catch (SessionListApiException)
            {
                Assert.True(File.Exists(CheckpointFile));
            }
        }

        Assert.Equal(TestListing.Ids(20_000), read);
        Assert.True(runs > 2, "No run failed.");
        Assert.Empty(Directory.GetFiles(_folder));

        Task SaveAsync(IReadOnlyList<VideoSession> sessions)
        {
            read.AddRange(sessions.Select(session => session.SessionId));
            return Task.CompletedTask;
        }
    }

    [Fact]
    public void Reading_a_lot_snippet_is_short() => Assert.InRange(Snippets.OfExamples()["reading-a-lot"].Split('\n').Length, 5, 20);
}
