using System.Net;
using CsCheck;
using MediaMelon.SessionList.Testing;
using MediaMelon.SessionList.Tests.Support;

namespace MediaMelon.SessionList.Tests.Paging;

public sealed class ResumeProperties
{
    private const int Seconds = 40;

    private static readonly Gen<PagingOptions> PagingGen =
        from size in Gen.Int[1, 12]
        from concurrency in OneOf(1, 2, 3, 8, 64)
        select new PagingOptions { PageSize = size, MaxConcurrentRequests = concurrency };

    private static readonly Gen<SessionQuery> QueryGen =
        from order in Gen.Int[0, 2]
        from skip in Gen.Int[0, 12]
        from take in OptionalInt(60)
        select Query(order, skip, take);

    private static readonly Gen<EmulatorFault> FaultGen = OneOf(
        EmulatorFault.Status(HttpStatusCode.BadRequest),
        EmulatorFault.Status(HttpStatusCode.ServiceUnavailable),
        EmulatorFault.ConnectionReset(),
        EmulatorFault.TruncatedBody(),
        EmulatorFault.Body("<html>Sign in</html>", "text/html"));

    private static readonly Gen<Case> CaseGen =
        from seconds in Gen.Int[0, Seconds].Array[0, 60]
        from query in QueryGen
        from slice in OptionalInt(15)
        from first in PagingGen
        from later in PagingGen
        from limit in OptionalInt(12)
        from endIsInclusive in Gen.Bool
        from fault in FaultGen
        from gaps in Gen.Int[0, 12].Array[1, 4]
        from asPages in Gen.Bool
        select new Case(seconds, query, slice, first, later, limit, endIsInclusive, fault, gaps, asPages);

    [Fact]
    public Task Listing_resumed_after_random_failures_equals_the_uninterrupted_listing() =>
        CaseGen.SampleAsync(RunAsync, iter: Cases.Count(200), threads: 2);

    private static async Task RunAsync(Case test)
    {
        var emulator = new SessionListEmulator(test.Seconds.Select((second, number) => TestListing.Session($"s{number}", second)))
        {
            MaxLimit = test.MaxLimit,
            EndIsInclusive = test.EndIsInclusive,
        };
        using var client = emulator.CreateClient();
        var paging = test.First with { SliceBy = test.SliceBy is { } seconds ? TimeSpan.FromSeconds(seconds) : null };
        var uninterrupted = await client.IdsAsync(test.Query, paging);

        foreach (var gap in test.Gaps)
            emulator.Inject([.. Enumerable.Repeat(EmulatorFault.None(), gap), test.Fault]);

        var ids = new List<string?>();
        SessionCheckpoint? at = null;
        while (await ReadAsync(client, test, at is null ? paging : test.Later, at, ids) is { } failure)
            at = SessionCheckpoint.Parse(failure.ResumeFrom!.ToString());

        Assert.Equal(uninterrupted, ids);
        Assert.Equal(0, emulator.RequestsInFlight);
    }

    private static async Task<SessionListException?> ReadAsync(
        SessionListClient client, Case test, PagingOptions paging, SessionCheckpoint? at, List<string?> ids)
    {
        try
        {
            if (test.AsPages)
            {
                await foreach (var page in client.ListPagesAsync(test.Query, paging, at))
                    ids.AddRange(page.Sessions.Select(session => session.SessionId));
            }
            else
            {
                await foreach (var session in client.ListSessionsAsync(test.Query, paging, at))
                    ids.Add(session.SessionId);
            }

            return null;
        }
        catch (SessionListException failure)
        {
            return failure;
        }
    }

    private static Gen<T> OneOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(number => values[number]);

    private static Gen<int?> OptionalInt(int most) => Gen.Int[-most, most].Select(number => number > 0 ? number : (int?)null);

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

    private sealed record Case(
        int[] Seconds,
        SessionQuery Query,
        int? SliceBy,
        PagingOptions First,
        PagingOptions Later,
        int? MaxLimit,
        bool EndIsInclusive,
        EmulatorFault Fault,
        int[] Gaps,
        bool AsPages);
}
