using MediaMelon.SessionList.Transport;

namespace MediaMelon.SessionList.Paging;

/// <summary>One request for one page.</summary>
internal static class SinglePage
{
    public static async Task<SessionPage> GetAsync(SessionListTransport transport, Listing listing, CancellationToken cancellationToken)
    {
        var start = listing.Start;
        var wanted = listing.Query.MaxSessions - start.Delivered ?? long.MaxValue;
        if (wanted <= 0)
            return new() { Sessions = [], Offset = (int)Math.Min(start.Offset, int.MaxValue) };

        var slot = new PageSlot(start.Offset, (int)Math.Min(listing.Options.PageSize, wanted));
        var answer = await transport.GetPageAsync(listing.Query, slot.Limit, slot.Offset, cancellationToken).ConfigureAwait(false);
        var received = answer.Sessions.Count;
        var delivered = (int)Math.Min(received, wanted);
        var goesOn = delivered < wanted && EndRule.GoesOn(slot, received, Claims.Largest(answer), longestBefore: 0);

        return new()
        {
            Sessions = delivered == received ? answer.Sessions : [.. answer.Sessions.Take(delivered)],
            Offset = (int)Math.Min(slot.Offset, int.MaxValue),
            Next = goesOn ? listing.At(start.Slice, slot.Offset + received, start.Delivered + delivered, start.Skipped) : null,
            TotalCount = answer.TotalCount,
            PageCount = answer.PageCount,
            TotalRecords = answer.TotalRecords,
            UnreadableValues = answer.UnreadableValues,
        };
    }
}
