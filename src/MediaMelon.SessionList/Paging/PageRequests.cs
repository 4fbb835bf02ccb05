using MediaMelon.SessionList.Decoding;
using MediaMelon.SessionList.Http;
using MediaMelon.SessionList.Telemetry;

namespace MediaMelon.SessionList.Paging;

/// <summary>Requests single pages, each with its telemetry.</summary>
internal static class PageRequests
{
    public static async Task<PageResponse> SendAsync(
        SessionListTransport transport, SessionQuery query, PageRange range, PageReport page, CancellationToken cancellationToken)
    {
        try
        {
            var response = await transport.GetPageAsync(query, range.Limit, range.Offset, cancellationToken)
                .ConfigureAwait(false);
            page.Succeed(response.Sessions.Count, response.Attempts);
            return response;
        }
        catch (Exception failure)
        {
            page.Fail(failure);
            throw;
        }
    }
}
