using MediaMelon.SessionList.Telemetry;
using MediaMelon.SessionList.Transport;

namespace MediaMelon.SessionList.Paging;

/// <summary>Requests single pages, each with its telemetry.</summary>
internal static class PageRequests
{
    public static async Task<PageAnswer> SendAsync(
        SessionListTransport transport, SessionQuery query, PageSlot slot, PageReport page, CancellationToken cancellationToken)
    {
        try
        {
            var answer = await transport.GetPageAsync(query, slot.Limit, slot.Offset, cancellationToken).ConfigureAwait(false);
            page.Succeed(answer.Sessions.Count, answer.Attempts);
            return answer;
        }
        catch (Exception failure)
        {
            page.Fail(failure);
            throw;
        }
    }
}
