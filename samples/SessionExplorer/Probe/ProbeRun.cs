namespace SessionExplorer.Probe;

/// <summary>A probe of one service, from the first request to the report.</summary>
internal static class ProbeRun
{
    private static readonly TimeSpan SecondLook = TimeSpan.FromMinutes(1);

    /// <param name="handler">Sends the requests.</param>
    /// <param name="target">The service.</param>
    /// <param name="period">The period to examine. It must be over.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="waits">Whether the first page is repeated only after a minute has passed.</param>
    /// <param name="progress">Receives the number of requests so far.</param>
    /// <param name="cancellationToken">Cancels the probe.</param>
    public static async Task<ProbeReport> RunAsync(
        HttpMessageHandler handler,
        ProbeTarget target,
        ProbePeriod period,
        TimeProvider clock,
        bool waits,
        Action<int>? progress,
        CancellationToken cancellationToken)
    {
        using var transport = new ProbeTransport(handler, target, ProbePlan.MaxRequests);
        var context = new ProbeContext(transport, period, clock) { SecondLookAt = waits ? clock.GetUtcNow() + SecondLook : null };
        await ProbePlan.RunAsync(context, progress, cancellationToken);
        return ProbeReport.Create(context);
    }
}
