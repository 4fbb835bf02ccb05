using MediaMelon.SessionList.Testing;
using MediaMelon.SessionList.Tests.Conventions.Documents;

namespace MediaMelon.SessionList.Tests.Examples;

/// <summary>The first example of the README and its output.</summary>
public sealed class FirstQueryExample
{
    [Fact]
    public async Task First_example_of_the_README_prints_the_documented_output()
    {
        var emulator = new SessionListEmulator(SyntheticSessions.Generate(5000, SessionPeriod.Day(new DateOnly(2026, 4, 9))));
        using var client = SessionListClient.Create(
            new() { CustomerId = emulator.CustomerId, ApiKey = emulator.ApiKey },
            emulator.CreateHandler());
        using var output = new StringWriter { NewLine = "\n" };

        await PrintAsync(client, output);

        var documented = Page.Read("README.md").Fences.First(fence => fence.Language == "text").Code;
        Assert.Equal(documented, output.ToString());
    }

    private static async Task PrintAsync(SessionListClient client, StringWriter Console)
    {
        // begin: first-query
        var slowest = SessionQuery.For(SessionMetrics.StartupTime, SessionPeriod.Day(new DateOnly(2026, 4, 9)))
            .Include(SessionDimensions.OperatingSystem, SessionDimensions.Cdn)
            .Where(SessionDimensions.Country.Is("Brazil"))
            .OrderByDescending(SessionMetrics.StartupTime)
            .Take(3);

        await foreach (var session in client.ListSessionsAsync(slowest))
            Console.WriteLine($"{session.StartupTime?.TotalSeconds:0.00} s  {session.OperatingSystem,-7}  {session.Cdn}  {session.AssetName}");
        // end: first-query
    }
}
