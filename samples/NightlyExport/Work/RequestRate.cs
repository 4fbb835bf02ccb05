using System.Threading.RateLimiting;

namespace NightlyExport.Work;

/// <summary>Delays each request until this process may send it. Retries are limited too, as the
/// handler runs once per attempt.</summary>
internal sealed class RequestRate(RateLimiter limiter) : DelegatingHandler
{
    /// <summary>A limiter that allows single requests at equal intervals.</summary>
    /// <param name="requestsPerSecond">The rate of this process; above 0.</param>
    public static RateLimiter CreateLimiter(double requestsPerSecond) => new TokenBucketRateLimiter(new()
    {
        TokenLimit = 1,
        TokensPerPeriod = 1,
        ReplenishmentPeriod = TimeSpan.FromSeconds(1 / requestsPerSecond),
        QueueLimit = int.MaxValue,
        QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
        AutoReplenishment = true,
    });

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        using var lease = await limiter.AcquireAsync(1, cancellationToken);
        return lease.IsAcquired
            ? await base.SendAsync(request, cancellationToken)
            : throw new InvalidOperationException("The queue of the rate limiter is full.");
    }
}
