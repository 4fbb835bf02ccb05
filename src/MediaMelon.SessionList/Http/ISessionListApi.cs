using MediaMelon.SessionList.Query;
using Refit;

namespace MediaMelon.SessionList.Http;

/// <summary>The endpoint. The call's query joins the address in <see cref="ResilienceHandler"/>.</summary>
/// <remarks>
/// The answer comes as it is, since Refit would copy a body before it decodes it, and ours lies in memory already.
/// </remarks>
internal interface ISessionListApi
{
    [Get(Endpoint.Path)]
    Task<HttpResponseMessage> GetPageAsync(long customerId, [Property(PageRequestContext.Property)] PageRequestContext call,
        CancellationToken cancellationToken);
}
