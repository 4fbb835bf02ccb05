using MediaMelon.SessionList.Query;
using Refit;

namespace MediaMelon.SessionList.Http;

/// <summary>The endpoint. <see cref="ResilienceHandler"/> appends the query to the address.</summary>
/// <remarks>Refit does not decode the response, because it would copy the body, which is already in memory.</remarks>
internal interface ISessionListApi
{
    [Get(Endpoint.Path)]
    Task<HttpResponseMessage> GetPageAsync(long customerId, [Property(PageRequestContext.Property)] PageRequestContext call,
        CancellationToken cancellationToken);
}
