using MediaMelon.SessionList.Query;
using Refit;

namespace MediaMelon.SessionList.Http;

/// <summary>The endpoint. The call's query joins the address in <see cref="ResilienceHandler"/>.</summary>
/// <remarks>
/// Refit returns the response undecoded: it would copy the body, which is already in memory.
/// </remarks>
internal interface ISessionListApi
{
    [Get(Endpoint.Path)]
    Task<HttpResponseMessage> GetPageAsync(long customerId, [Property(PageRequestContext.Property)] PageRequestContext call,
        CancellationToken cancellationToken);
}
