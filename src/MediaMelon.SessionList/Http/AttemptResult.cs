using System.Net;

namespace MediaMelon.SessionList.Http;

/// <summary>What an attempt shows about the service's limit.</summary>
/// <param name="Kind">Whether it was throttled.</param>
/// <param name="Wait">The wait that the service requests, if it does.</param>
internal readonly record struct AttemptResult(AttemptKind Kind, TimeSpan? Wait = null)
{
    /// <param name="status">The status of the response.</param>
    /// <param name="requested">Its <c>Retry-After</c>.</param>
    /// <param name="longest">A longer wait is not waited for.</param>
    public static AttemptResult Create(HttpStatusCode status, TimeSpan? requested, TimeSpan longest)
    {
        var kind = status switch
        {
            HttpStatusCode.TooManyRequests => AttemptKind.Throttled,
            HttpStatusCode.ServiceUnavailable => requested is null ? AttemptKind.Busy : AttemptKind.Throttled,
            >= HttpStatusCode.OK and < HttpStatusCode.MultipleChoices => AttemptKind.Succeeded,
            _ => AttemptKind.Other,
        };
        return new(kind, requested > longest ? null : requested);
    }
}
