using System.Net;
using Polly;
using Polly.Timeout;

namespace MediaMelon.SessionList.Http;

/// <summary>Decides which failures are retried.</summary>
internal static class RetryPolicy
{
    public static bool IsTransient(Outcome<HttpResponseMessage> outcome, CancellationToken caller) => outcome switch
    {
        { Result.StatusCode: var status } => IsTransient(status),
        { Exception: ConnectionFault { IsPermanent: true } } => false,
        { Exception: TimeoutRejectedException or HttpRequestException or IOException } => !caller.IsCancellationRequested,
        { Exception: OperationCanceledException } => !caller.IsCancellationRequested, // a timeout of an inner handler
        _ => false,
    };

    public static bool IsTransient(HttpStatusCode status) =>
        status is HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests || (int)status is >= 500 and <= 599;
}
