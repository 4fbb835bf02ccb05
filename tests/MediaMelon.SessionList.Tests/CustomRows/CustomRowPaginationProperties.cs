using System.Net;
using CsCheck;
using MediaMelon.SessionList.Testing;
using MediaMelon.SessionList.Tests.Support;

namespace MediaMelon.SessionList.Tests.CustomRows;

/// <summary>Custom rows equal the sessions for all queries, options and failures.</summary>
public sealed class CustomRowPaginationProperties
{
    private const int Seconds = 40;

    private static readonly int[] Concurrency = [1, 2, 3, 8, 64];

    private static readonly Gen<SessionQuery> QueryGen =
        from order in Gen.Int[0, 2]
        from skip in Gen.Int[0, 12]
        from take in OptionalInt(60)
        select Query(order, skip, take);

    private static readonly Gen<PagingOptions> PagingGen =
        from size in Gen.Int[1, 12]
        from concurrency in Gen.Int[0, 4].Select(number => Concurrency[number])
        from slice in OptionalInt(15)
        from dropDuplicates in Gen.Bool
        select new PagingOptions
        {
            PageSize = size,
            MaxConcurrentRequests = concurrency,
            SliceBy = slice is { } seconds ? TimeSpan.FromSeconds(seconds) : null,
            DropDuplicates = dropDuplicates,
        };

    private static readonly Gen<Case> CaseGen =
        from seconds in Gen.Int[0, Seconds].Array[0, 60]
        from query in QueryGen
        from paging in PagingGen
        from limit in OptionalInt(12)
        from gaps in Gen.Int[0, 12].Array[0, 4]
        from direct in Gen.Frequency((3, Gen.Const(true)), (1, Gen.Const(false)))
        select new Case(seconds, query, paging, limit, gaps, direct);

    [Fact]
    public Task ListRowPagesAsync_returns_the_same_pages_failures_and_checkpoints_as_ListPagesAsync() =>
        CaseGen.SampleAsync(CompareAsync, iter: Cases.Count(300), threads: 2);

    [Fact]
    public async Task ListRowsAsync_of_an_irregular_service_equals_ListSessionsAsync()
    {
        for (var seed = 0; seed < Cases.Count(400); seed++)
        {
            var paging = Paging(seed);
            using var sessionService = IrregularService(seed);
            using var rowService = IrregularService(seed);
            using var sessions = TestListing.CreateClient(sessionService);
            using var rows = TestListing.CreateClient(rowService);

            var expected = await SummarizeAsync(sessions.ListSessionsAsync(TestListing.Query, paging, cancellationToken: TestContext.Current.CancellationToken)
                .Select(session => session.StartupTime!.Value.TotalSeconds));
            var actual = await SummarizeAsync(rows.ListRowsAsync(TestListing.Query, OwnContext.Default.Delay, paging, cancellationToken: TestContext.Current.CancellationToken)
                .Select(row => row.Value));

            Assert.True(expected == actual, $"Seed {seed}: {expected} and {actual}");
            if (paging.MaxConcurrentRequests == 1)
                Assert.Equal(sessionService.RequestedRanges, rowService.RequestedRanges);
        }
    }

    private static async Task CompareAsync(Case test)
    {
        var sessions = new SessionListEmulator(Sessions(test)) { MaxLimit = test.MaxLimit };
        var rows = new SessionListEmulator(Sessions(test)) { MaxLimit = test.MaxLimit };
        foreach (var emulator in new[] { sessions, rows })
        {
            foreach (var gap in test.Gaps)
                emulator.Inject([.. Enumerable.Repeat(EmulatorFault.None(), gap), EmulatorFault.Status(HttpStatusCode.BadRequest)]);
        }

        using var sessionClient = sessions.CreateClient();
        using var rowClient = rows.CreateClient();
        var rowLister = test.Direct ? rowClient : (ISessionListClient)new SessionsOnlyClient(rowClient);

        var expected = await ListWithResumesAsync(at => sessionClient.ListPagesAsync(test.Query, test.Paging, at)
            .Select(page => new Page(page.Offset, page.Next, page.TotalCount, page.Sessions.Select(session => session.AssetName))));
        var actual = await ListWithResumesAsync(at => rowLister.ListRowPagesAsync(test.Query, OwnContext.Default.Asset, test.Paging, at)
            .Select(page => new Page(page.Offset, page.Next, page.TotalCount, page.Rows.Select(row => row.Name))));

        // With concurrent requests, it is random which request fails, and so where pages start.
        Assert.Equal(expected.SelectMany(page => page.Names), actual.SelectMany(page => page.Names));
        if (test.Paging.MaxConcurrentRequests > 1)
            return;

        Assert.Equal(expected.Select(page => $"{page}"), actual.Select(page => $"{page}"));
        Assert.Equal(sessions.RequestedRanges(), rows.RequestedRanges());
    }

    private static async Task<List<Page>> ListWithResumesAsync(Func<SessionCheckpoint?, IAsyncEnumerable<Page>> pagesFrom)
    {
        var pages = new List<Page>();
        SessionCheckpoint? at = null;
        while (true)
        {
            try
            {
                await foreach (var page in pagesFrom(at))
                    pages.Add(page);

                return pages;
            }
            catch (SessionListApiException failure)
            {
                at = SessionCheckpoint.Parse(failure.ResumeFrom!.ToString());
                pages.Add(new(-1, at, null, []));
            }
        }
    }

    private static async Task<string> SummarizeAsync(IAsyncEnumerable<double> rows)
    {
        var seen = new List<double>();
        try
        {
            await foreach (var row in rows)
                seen.Add(row);

            return string.Join(' ', seen);
        }
        catch (SessionListException failure)
        {
            return $"{string.Join(' ', seen)}; {failure.GetType().Name}: {failure.Message} {failure.ResumeFrom}";
        }
    }

    // The asset names identify the rows. The pagination does not use them.
    private static IEnumerable<VideoSession> Sessions(Case test) =>
        test.Seconds.Select((second, number) => TestListing.Session($"s{number}", second) with { AssetName = $"asset {number}" });

    private static PagingOptions Paging(int seed) => new()
    {
        PageSize = 1 + (seed % 11),
        MaxConcurrentRequests = (seed % 4) + 1, // 1 when the data changes
        SliceBy = seed % 3 == 0 ? TimeSpan.FromSeconds(20_000 + seed) : null,
        DropDuplicates = seed % 5 != 0,
    };

    private static ModelService IrregularService(int seed)
    {
        var random = new Random(seed);
        var begin = TestListing.Period.Start.ToUnixTimeSeconds();
        var nextId = 1000;
        return new(Enumerable.Range(0, random.Next(0, 60)).Select(id => new ModelService.Row(id, begin + (id * 1500), random.Next(6) == 0)))
        {
            Counters = (ModelService.CounterMode)random.Next(3),
            MaxLimit = random.Next(3) == 0 ? random.Next(1, 12) : null,
            HasIds = random.Next(6) != 0,
            Fault = number => seed % 8 == 0 && number == 3 ? HttpStatusCode.BadRequest : null,
            Drift = (number, rows) =>
            {
                if (seed % 4 == 0 && number % 3 == 1)
                    rows.Insert(0, new(nextId++, begin + 5, false));
            },
        };
    }

    private static SessionQuery Query(int order, int skip, int? take)
    {
        var query = TestListing.Query.WithPeriod(SessionPeriod.Between(TestListing.At(0), TestListing.At(Seconds))).Skip(skip);
        query = order switch
        {
            1 => query.OrderBy(SessionFields.EndTime),
            2 => query.OrderByDescending(SessionFields.EndTime),
            _ => query,
        };
        return take is { } most ? query.Take(most) : query;
    }

    private static Gen<int?> OptionalInt(int most) => Gen.Int[-most, most].Select(number => number > 0 ? number : (int?)null);

    private sealed record Case(int[] Seconds, SessionQuery Query, PagingOptions Paging, int? MaxLimit, int[] Gaps, bool Direct);

    private sealed record Page(long Offset, SessionCheckpoint? Next, long? Total, IEnumerable<string?> Names)
    {
        public override string ToString() => $"{Offset}: {string.Join(' ', Names)} of {Total}, then {Next}";
    }
}
