using MediaMelon.SessionList.WireTests.Support;

namespace MediaMelon.SessionList.WireTests.Faults;

public sealed class FaultMatrixTests : WireTest
{
    private const int OffsetOfFifthPage = 12;

    public static TheoryData<string> Faults => [.. FaultMatrix.All.Select(fault => fault.Name)];

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task GetPageAsync_with_fault_has_the_documented_outcome(string name)
    {
        var fault = Arrange(name, fromOffset: 0);
        var client = Client();

        var page = GetAsync();

        if (fault.IsHarmless)
            Assert.Equal(TestValues.Ids.Take(3), (await page).Sessions.Select(session => session.SessionId ?? ""));
        else
            Assert.Null((await AssertFailsAsync(fault, page)).ResumeFrom);

        AssertRequests(fault, Service.Requests.Count);

        Task<SessionPage> GetAsync() => Clock.RunAsync(client.GetPageAsync(TestValues.Query, TestValues.Paging, cancellationToken: TestToken));
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task Listing_with_fault_on_first_page_has_the_documented_outcome(string name)
    {
        var fault = Arrange(name, fromOffset: 0);
        var enumeration = new Enumeration(Client());

        var run = Clock.RunAsync(enumeration.RunAsync());

        if (fault.IsHarmless)
        {
            await run;
            Assert.Equal(TestValues.Ids, enumeration.Ids);
            return;
        }

        var failure = await AssertFailsAsync(fault, run);
        Assert.Empty(enumeration.Ids);
        Assert.Equal(SessionCheckpoint.AtStart(TestValues.Query), failure.ResumeFrom);
        AssertRequests(fault, Service.Requests.Count);
        await AssertResumesAsync(failure, TestValues.Ids);
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task Listing_with_fault_on_fifth_page_has_the_documented_outcome(string name)
    {
        var fault = Arrange(name, OffsetOfFifthPage);
        var enumeration = new Enumeration(Client());

        var run = Clock.RunAsync(enumeration.RunAsync());

        if (fault.IsHarmless)
        {
            await run;
            Assert.Equal(TestValues.Ids, enumeration.Ids);
            return;
        }

        var failure = await AssertFailsAsync(fault, run);
        Assert.Equal(TestValues.Ids.Take(OffsetOfFifthPage), enumeration.Ids);
        Assert.Equal(enumeration.Next, failure.ResumeFrom);
        AssertRequests(fault, Service.Requests.Count - 4);
        await AssertResumesAsync(failure, TestValues.Ids.Skip(OffsetOfFifthPage));
    }

    private void AssertRequests(Fault fault, int requests)
    {
        if (fault.Requests is { } expected)
        {
            Assert.Equal(expected, requests);
            return;
        }

        Assert.InRange(requests, 8, 61); // waits of 15 to 30 s, or of 2 s
        Assert.InRange(Clock.Elapsed.TotalSeconds, 85, 120);
    }

    private Fault Arrange(string name, int fromOffset)
    {
        var fault = FaultMatrix.All.Single(fault => fault.Name == name);
        Service.DefaultResponse = request => request.Offset >= fromOffset ? fault.Respond : TestResponses.Page(TestValues.Rows);
        return fault;
    }

    private static async Task<SessionListException> AssertFailsAsync(Fault fault, Task run)
    {
        var failure = await Assert.ThrowsAnyAsync<SessionListException>(() => run);
        Assert.Equal(fault.Outcome, failure.GetType().Name);
        Assert.Equal(fault.Properties, Fault.Describe(failure));
        return failure;
    }

    // Formats and parses the checkpoint, like a program that restarts.
    private async Task AssertResumesAsync(SessionListException failure, IEnumerable<string> rest)
    {
        Service.DefaultResponse = _ => TestResponses.Page(TestValues.Rows);
        var checkpoint = SessionCheckpoint.Parse($"{failure.ResumeFrom}");

        Assert.Equal(rest, await IdsAsync(Client(), TestValues.Query.WithPeriod(checkpoint.Period), checkpoint));
    }

    private sealed class Enumeration(ISessionListClient client)
    {
        public List<string> Ids { get; } = [];

        public SessionCheckpoint? Next { get; private set; }

        public async Task RunAsync()
        {
            await foreach (var page in client.ListPagesAsync(TestValues.Query, TestValues.Paging, cancellationToken: TestToken))
            {
                Ids.AddRange(page.Sessions.Select(session => session.SessionId ?? ""));
                Next = page.Next;
            }
        }
    }
}
