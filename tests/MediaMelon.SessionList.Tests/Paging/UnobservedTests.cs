using System.Net;
using System.Runtime.CompilerServices;
using MediaMelon.SessionList.Testing;
using MediaMelon.SessionList.Tests.Support;

namespace MediaMelon.SessionList.Tests.Paging;

/// <summary>Rule 11: failures after a listing stops, or past its end, are observed.</summary>
[Collection(nameof(NonParallel))]
public sealed class UnobservedTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Listing_leaves_no_task_exception_unobserved(bool sliced)
    {
        var unobserved = await CollectAsync(() => FailInManyWaysAsync(sliced));

        Assert.Empty(unobserved);
    }

    [Fact]
    public async Task Collector_of_unobserved_exceptions_detects_one()
    {
        var unobserved = await CollectAsync(() =>
        {
            _ = Task.FromException(new SessionListConnectionException("intended"));
            return Task.CompletedTask;
        });

        Assert.Equal("intended", Assert.Single(unobserved).Message);
    }

    private static async Task FailInManyWaysAsync(bool sliced)
    {
        foreach (var pages in new[] { 1, 2, 3, 100 })
        {
            var emulator = new SessionListEmulator(TestListing.Sessions(95));
            emulator.Inject(
                EmulatorFault.None(),
                EmulatorFault.None(),
                EmulatorFault.None(),
                EmulatorFault.ConnectionReset(),
                EmulatorFault.Status(HttpStatusCode.BadRequest),
                EmulatorFault.TruncatedBody(),
                EmulatorFault.Hang());
            using var client = emulator.CreateClient(new() { PageSize = 10, MaxConcurrentRequests = 8, SliceBy = sliced ? TimeSpan.FromSeconds(20) : null });
            await StopAfterAsync(client, pages);
            Assert.Equal(0, emulator.RequestsInFlight);
        }
    }

    private static async Task StopAfterAsync(SessionListClient client, int pages)
    {
        var query = TestListing.Query.WithPeriod(SessionPeriod.Between(TestListing.At(0), TestListing.At(100)));
        try
        {
            await foreach (var _ in client.ListPagesAsync(query, cancellationToken: TestContext.Current.CancellationToken))
            {
                if (--pages == 0)
                    break;
            }
        }
        catch (SessionListConnectionException)
        {
        }
    }

    private static async Task<List<Exception>> CollectAsync(Func<Task> work)
    {
        var unobserved = new List<Exception>();
        void Note(object? sender, UnobservedTaskExceptionEventArgs args)
        {
            lock (unobserved)
                unobserved.AddRange(args.Exception.InnerExceptions.Where(failure => failure is SessionListException or OperationCanceledException));
        }

        TaskScheduler.UnobservedTaskException += Note;
        try
        {
            await RunAndReleaseAsync(work);
            for (var round = 0; round < 3; round++)
            {
                GC.Collect();
                GC.WaitForPendingFinalizers();
            }
        }
        finally
        {
            TaskScheduler.UnobservedTaskException -= Note;
        }

        lock (unobserved)
            return [.. unobserved];
    }

    // A separate method, so that no reference on the stack keeps the tasks alive.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static async Task RunAndReleaseAsync(Func<Task> work) => await work();
}
