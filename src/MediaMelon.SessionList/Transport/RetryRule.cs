using System.Net;
using Polly;
using Polly.Timeout;

namespace MediaMelon.SessionList.Transport;

/// <summary>What is worth another attempt, and how long to wait before it.</summary>
internal static class RetryRule
{
    public static bool IsTransient(Outcome<HttpResponseMessage> outcome, CancellationToken caller) => outcome switch
    {
        { Result.StatusCode: var status } => IsTransient(status),
        { Exception: ConnectionFault { IsPermanent: true } } => false,
        { Exception: TimeoutRejectedException or HttpRequestException or IOException } => !caller.IsCancellationRequested,
        { Exception: OperationCanceledException } => !caller.IsCancellationRequested, // a timeout of some inner handler
        _ => false,
    };

    public static bool IsTransient(HttpStatusCode status) =>
        status is HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests || (int)status is >= 500 and <= 599;

    public static bool IsThrottled(HttpStatusCode status) => status == HttpStatusCode.TooManyRequests;

    /// <summary>The wait before the next attempt; null if it is not to be begun.</summary>
    /// <param name="asked">What the service asks for, if it does.</param>
    /// <param name="own">What we would wait by ourselves.</param>
    /// <param name="longest">The longest wait that the service may ask for.</param>
    /// <param name="timeLeft">What remains of the total time.</param>
    public static TimeSpan? Wait(TimeSpan? asked, TimeSpan own, TimeSpan longest, TimeSpan timeLeft)
    {
        if (asked > longest)
            return null;

        var wait = asked ?? own;
        return wait < timeLeft ? wait : null;
    }
}
