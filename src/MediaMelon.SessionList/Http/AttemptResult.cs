using System.Net;

namespace MediaMelon.SessionList.Http;

/// <summary>The result of an attempt, as far as it concerns the rate limit.</summary>
/// <param name="Kind">Whether the attempt was throttled.</param>
/// <param name="Wait">The wait that the service requests. Null if it requests none.</param>
internal readonly record struct AttemptResult(AttemptKind Kind, TimeSpan? Wait = null)
{
    /// <param name="status">The status of the response.</param>
    /// <param name="requested">The wait of its <c>Retry-After</c> header.</param>
    /// <param name="longest">The maximum wait. A longer requested wait is ignored.</param>
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
