using MediaMelon.SessionList.Transport;

namespace MediaMelon.SessionList.Paging;

/// <summary>One request for one page.</summary>
internal static class SinglePage
{
    public static async Task<SessionPage> GetAsync(SessionListTransport transport, Listing listing,
        CancellationToken cancellationToken)
    {
        var start = listing.Start;
        var wanted = listing.Query.MaxSessions - start.Delivered ?? long.MaxValue;
        if (wanted <= 0)
            return new() { Sessions = [], Offset = start.Offset };

        var plan = new PagePlan(start.Offset, listing.Options.PageSize, start.CutTo);
        _ = plan.TryNext(wanted, blindly: false, out var slot);
        var answer = await transport
            .GetPageAsync(listing.Query, slot.Limit, slot.Offset, cancellationToken)
            .ConfigureAwait(false);
        var received = answer.Sessions.Count;
        var delivered = (int)Math.Min(received, wanted);
        plan.Accept(slot, received, Claims.Largest(answer));

        return new()
        {
            Sessions = delivered == received ? answer.Sessions : [.. answer.Sessions.Take(delivered)],
            Offset = slot.Offset,
            Next = plan.IsOver || delivered >= wanted
                ? null
                : listing.At(start.Slice, plan.Position, plan.CutTo, start.Delivered + delivered, start.Skipped),
            TotalCount = answer.TotalCount,
            PageCount = answer.PageCount,
            TotalRecords = answer.TotalRecords,
            UnreadableValues = answer.UnreadableValues,
        };
    }
}
