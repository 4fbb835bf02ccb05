using MediaMelon.SessionList.Tests.Support;

namespace MediaMelon.SessionList.Tests.Paging;

/// <summary>Rule 6: every listing terminates, whatever the service does with the offset.</summary>
public sealed class RepetitionModelTests
{
    private const int Begin = 1000;
    private static readonly int[] Concurrencies = [1, 1, 2, 8];
    private static readonly int Number = Cases.Count(10_000);

    [Fact]
    public Task Listing_of_a_service_that_repeats_rows_ends_and_returns_no_duplicates() => RunAsync(async (random, token) =>
    {
        var mode = (ModelService.OffsetMode)random.Next(1, 8);
        var count = random.Next(1, 60);
        using var service = new ModelService(Rows(count))
        {
            Offsets = mode,
            Counters = (ModelService.CounterMode)random.Next(3),
        };
        using var client = TestListing.CreateClient(service);
        var paging = new PagingOptions
        {
            PageSize = random.Next(1, 25),
            MaxConcurrentRequests = Concurrencies[random.Next(4)],
            DropDuplicates = random.Next(2) == 0,
        };
        var readMode = random.Next(3);
        var ids = new List<string?>();
        var text = $"{mode}, {count} rows, {paging}, read mode {readMode}";

        var failure = await ReadAsync(client, paging, null, readMode, ids, token);

        // The listing is exact up to its end. Only rows in random order are recognized late, after the service repeated them.
        var isLate = mode is ModelService.OffsetMode.RandomForever;
        var bound = isLate ? 12 * ((count / paging.PageSize) + 8) : (3 * count / paging.PageSize) + 12;
        Assert.True(service.Requests <= bound + paging.MaxConcurrentRequests, $"{text}: {service.Requests} requests");
        var keepsOverlap = mode == ModelService.OffsetMode.Clamped && !paging.DropDuplicates;
        Assert.True(isLate || keepsOverlap || ids.Distinct().Count() == ids.Count, $"{text}: returned twice: {string.Join(' ', ids)}");
        if (failure is null)
            return;

        Assert.NotNull(failure.ResumeFrom);
        Assert.Contains("the service seems to", failure.Message, StringComparison.Ordinal);
        if (mode != ModelService.OffsetMode.Ignored)
            Assert.True(ids.Distinct().Count() == count, $"{text}: {ids.Distinct().Count()} rows");

        // A resumed listing repeats no row, also with another page size. With OldRowsForever and another page size, the
        // repeated rows differ, and a single row is not proof.
        var again = new List<string?>();
        var resumed = paging with { PageSize = random.Next(2) == 0 ? paging.PageSize : random.Next(paging.PageSize, 25) };
        await ReadAsync(client, resumed, SessionCheckpoint.Parse(failure.ResumeFrom.ToString()), readMode, again, token);
        if (!isLate && (resumed.PageSize == paging.PageSize || mode != ModelService.OffsetMode.OldRowsForever))
            Assert.True(again.Count <= (resumed.PageSize == paging.PageSize ? 0 : 1), $"{text}, then {resumed.PageSize}: {string.Join(' ', ids)}; returned again: {string.Join(' ', again)} ({failure.Message})");
    });

    [Fact]
    public Task Listing_of_a_service_with_new_rows_is_complete_and_does_not_throw() => RunAsync(async (random, token) =>
    {
        var size = random.Next(4, 15);
        var count = random.Next(0, 80);
        var nextId = count;
        var burst = random.Next(1, size + 1);
        var every = random.Next(2, 6);
        var after = random.Next(every);
        using var service = new ModelService(Rows(count))
        {
            Counters = (ModelService.CounterMode)random.Next(3),
            Drift = (number, rows) =>
            {
                if (number > 0 && number % every == after)
                    rows.InsertRange(0, Enumerable.Range(0, random.Next(1, burst + 1)).Select(_ => Row(nextId++)));
            },
        };
        using var client = TestListing.CreateClient(service);
        var ids = new List<string?>();

        var failure = await ReadAsync(client, new() { PageSize = size }, null, random.Next(2), ids, token);

        Assert.True(failure is null, $"{count} rows, size {size}, burst {burst} every {every}: {failure?.Message}");
        Assert.Empty(Enumerable.Range(0, count).Select(id => $"{id}").Except(ids));
        Assert.Equal(ids.Count, ids.Distinct().Count());
    });

    private static Task RunAsync(Func<Random, CancellationToken, Task> test) => Parallel.ForEachAsync(
        Enumerable.Range(0, Number),
        TestContext.Current.CancellationToken,
        async (seed, token) =>
        {
            try
            {
                await test(new Random(seed), token);
            }
            catch (Exception failure)
            {
                throw new InvalidOperationException($"Seed {seed} failed: {failure.Message}", failure);
            }
        });

    private static async Task<SessionListResponseException?> ReadAsync(
        SessionListClient client, PagingOptions paging, SessionCheckpoint? at, int readMode, List<string?> ids, CancellationToken token)
    {
        try
        {
            if (readMode == 0)
            {
                await foreach (var session in client.ListSessionsAsync(Query, paging, at, token))
                    ids.Add(session.SessionId);
            }
            else if (readMode == 1)
            {
                await foreach (var page in client.ListPagesAsync(Query, paging, at, token))
                    ids.AddRange(page.Sessions.Select(session => session.SessionId));
            }
            else
            {
                // Reads single pages, as a user interface does. GetPageAsync does not remove rows of the previous page.
                for (var pages = 0; pages < 2000; pages++)
                {
                    var page = await client.GetPageAsync(Query, paging, at, token);
                    ids.AddRange(page.Sessions.Select(session => session.SessionId).Except(ids).ToList());
                    if (page.Next is null)
                        return null;

                    at = SessionCheckpoint.Parse(page.Next.ToString());
                }

                throw new InvalidOperationException("The pages do not end.");
            }

            return null;
        }
        catch (SessionListResponseException failure)
        {
            return failure;
        }
    }

    private static SessionQuery Query { get; } =
        SessionQuery.For(SessionMetrics.StartupTime, SessionPeriod.FromUnixSeconds(Begin, Begin + 10));

    private static IEnumerable<ModelService.Row> Rows(int count) => Enumerable.Range(0, count).Select(Row);

    private static ModelService.Row Row(int id) => new(id, Begin + 5);
}
