using MediaMelon.SessionList.Query;
using Refit;

namespace MediaMelon.SessionList.Transport;

/// <summary>The endpoint. The call's query joins the address in <see cref="QueryHandler"/>.</summary>
internal interface ISessionListApi
{
    [Get(Endpoint.Path)]
    Task<PageAnswer?> GetPageAsync(long customerId, [Property(PageCall.Property)] PageCall call, CancellationToken cancellationToken);
}
