using System.Globalization;
using MediaMelon.SessionList.Telemetry;
using Microsoft.Extensions.Logging;
using Polly;
using Polly.Retry;
using Polly.Timeout;

namespace MediaMelon.SessionList.Transport;

/// <summary>The pipeline around the attempts: total timeout, retry, attempt timeout.</summary>
internal static class ResiliencePipelines
{
    /// <summary>The page that a context belongs to. The handler sets it.</summary>
    public static readonly ResiliencePropertyKey<PageCall?> Call = new("MediaMelon.SessionList.PageCall");

    private static readonly ResiliencePropertyKey<TimeSpan> PlannedWait = new("MediaMelon.SessionList.PlannedWait");

    public static ResiliencePipeline<HttpResponseMessage> Create(SessionListClientOptions options, TimeProvider clock, ILogger logger)
    {
        var pipeline = new ResiliencePipelineBuilder<HttpResponseMessage> { TimeProvider = clock };
        pipeline.AddTimeout(new TimeoutStrategyOptions { Name = "Total timeout", Timeout = options.TotalTimeout });

        if (options.MaxRetries > 0)
            pipeline.AddRetry(Retry(options, clock, logger));

        pipeline.AddTimeout(new TimeoutStrategyOptions { Name = "Attempt timeout", Timeout = options.AttemptTimeout });
        return pipeline.Build();
    }

    private static RetryStrategyOptions<HttpResponseMessage> Retry(
        SessionListClientOptions options, TimeProvider clock, ILogger logger) => new()
        {
            MaxRetryAttempts = options.MaxRetries,
            ShouldHandle = args => ValueTask.FromResult(Plan(args, options, clock)),
            DelayGenerator = args => ValueTask.FromResult<TimeSpan?>(args.Context.Properties.GetValue(PlannedWait, TimeSpan.Zero)),
            OnRetry = args =>
            {
                var offset = args.Context.Properties.GetValue(Call, null)?.Offset ?? 0;
                Log.AttemptFailed(logger, args.AttemptNumber + 1, offset, Reason(args.Outcome), args.RetryDelay.TotalSeconds);
                return ValueTask.CompletedTask;
            },
        };

    // The type of an exception and no word of it: messages of others may hold anything.
    private static string Reason(Outcome<HttpResponseMessage> outcome) => outcome.Result is { } answer
        ? ((int)answer.StatusCode).ToString(CultureInfo.InvariantCulture)
        : outcome.Exception?.GetType().Name ?? "";

    private static bool Plan(
        RetryPredicateArguments<HttpResponseMessage> attempt,
        SessionListClientOptions options,
        TimeProvider clock)
    {
        if (!RetryRule.IsTransient(attempt.Outcome, attempt.Context.CancellationToken))
            return false;

        var asked = attempt.Outcome.Result is { } answer ? RetryAfter.Read(answer, clock) : null;
        var own = Backoff.Before(attempt.AttemptNumber, Random.Shared.NextDouble());
        if (RetryRule.Wait(asked, own, options.MaxRetryAfter, TimeLeft(attempt.Context, options, clock)) is not { } wait)
            return false;

        attempt.Context.Properties.Set(PlannedWait, wait);
        return true;
    }

    private static TimeSpan TimeLeft(ResilienceContext context, SessionListClientOptions options, TimeProvider clock) =>
        context.Properties.GetValue(Call, null) is { } call
            ? options.TotalTimeout - clock.GetElapsedTime(call.StartedAt)
            : options.TotalTimeout;
}
