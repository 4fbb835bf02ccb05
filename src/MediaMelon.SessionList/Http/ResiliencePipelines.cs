using System.Globalization;
using MediaMelon.SessionList.Telemetry;
using Microsoft.Extensions.Logging;
using Polly;
using Polly.Retry;
using Polly.Timeout;

namespace MediaMelon.SessionList.Http;

/// <summary>The pipelines around a page (total timeout, retry) and around an attempt (attempt timeout).</summary>
/// <remarks>
/// Between the two, an attempt waits for the <see cref="ThrottleGate"/>. The attempt timeout excludes this wait.
/// </remarks>
internal static class ResiliencePipelines
{
    public static ResiliencePipeline<HttpResponseMessage> CreateForPage(
        SessionListClientOptions options, TimeProvider clock, ILogger logger)
    {
        var pipeline = new ResiliencePipelineBuilder<HttpResponseMessage> { TimeProvider = clock };
        pipeline.AddTimeout(new TimeoutStrategyOptions { Name = "Total timeout", Timeout = options.TotalTimeout });

        if (options.MaxRetries > 0)
            pipeline.AddRetry(Retry(logger));

        return pipeline.Build();
    }

    public static ResiliencePipeline<HttpResponseMessage> CreateForAttempt(
        SessionListClientOptions options, TimeProvider clock) =>
        new ResiliencePipelineBuilder<HttpResponseMessage> { TimeProvider = clock }
            .AddTimeout(new TimeoutStrategyOptions { Name = "Attempt timeout", Timeout = options.AttemptTimeout })
            .Build();

    private static RetryStrategyOptions<HttpResponseMessage> Retry(ILogger logger) => new()
    {
        MaxRetryAttempts = int.MaxValue, // PageBudget counts the retries, without throttled attempts
        ShouldHandle = args => ValueTask.FromResult(
            RetryPolicy.IsTransient(args.Outcome, args.Context.CancellationToken) && Budget(args.Context).TryPlanRetry()),
        DelayGenerator = args => ValueTask.FromResult<TimeSpan?>(Budget(args.Context).Wait),
        OnRetry = args =>
        {
            var budget = Budget(args.Context);
            var seconds = budget.PlannedWait.TotalSeconds;
            Log.AttemptFailed(logger, args.AttemptNumber + 1, budget.Call.Offset, Reason(args.Outcome), seconds);
            return ValueTask.CompletedTask;
        },
    };

    private static PageBudget Budget(ResilienceContext context) => context.Properties.GetValue(PageBudget.Key, null)!;

    // The type of the exception, because the message may contain secrets.
    private static string Reason(Outcome<HttpResponseMessage> outcome) => outcome.Result is { } response
        ? ((int)response.StatusCode).ToString(CultureInfo.InvariantCulture)
        : outcome.Exception?.GetType().Name ?? "";
}
