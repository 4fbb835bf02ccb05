using System.Globalization;
using MediaMelon.SessionList;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using NightlyExport.Configuration;
using NightlyExport.Plan;

namespace NightlyExport.Work;

/// <summary>Adds the rate limit to the client.</summary>
internal static class RequestRateExtensions
{
    /// <summary>Divides the configured rate by the number of shards. Without a rate, requests are not limited.</summary>
    public static void LimitRequestRate(this IHttpClientBuilder client)
    {
        // One limiter per process: the client factory creates several handlers over time.
        client.Services.AddSingleton(provider => RequestRate.CreateLimiter(
            provider.GetRequiredService<IOptions<ExportOptions>>().Value.MaxRequestsPerSecond!.Value
            / provider.GetRequiredService<ExportPlan>().Shard.Count));

        client.AddHttpMessageHandler(provider =>
            provider.GetRequiredService<IOptions<ExportOptions>>().Value.MaxRequestsPerSecond is null
                ? new PassThrough()
                : ActivatorUtilities.CreateInstance<RequestRate>(provider));
    }

    /// <summary>Refuses a rate at which requests would time out in the queue of the limiter.</summary>
    /// <exception cref="UsageException">The rate is too low for this number of concurrent requests.</exception>
    public static void ValidateRequestRate(this IServiceProvider services)
    {
        var options = services.GetRequiredService<IOptions<ExportOptions>>().Value;
        if (options.MaxRequestsPerSecond is not { } rate)
            return;

        var client = services.GetRequiredService<IOptions<SessionListClientOptions>>().Value;
        var shards = services.GetRequiredService<ExportPlan>().Shard.Count;
        var inFlight = options.HoursAtATime * client.Paging.MaxConcurrentRequests;
        if (inFlight * shards / rate >= client.AttemptTimeout.TotalSeconds)
            throw new UsageException(string.Create(
                CultureInfo.InvariantCulture,
                $"At {rate} requests per second, divided by {shards} shards, {inFlight} concurrent requests wait longer than the "
                + $"AttemptTimeout of {client.AttemptTimeout}: lower HoursAtATime or Paging:MaxConcurrentRequests."));
    }

    private sealed class PassThrough : DelegatingHandler;
}
