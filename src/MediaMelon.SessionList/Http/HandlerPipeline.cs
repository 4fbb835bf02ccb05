using Microsoft.Extensions.Logging;

namespace MediaMelon.SessionList.Http;

/// <summary>The handlers in their order: outer handlers, custom handlers, inner handlers.</summary>
internal static class HandlerPipeline
{
    public static IReadOnlyList<DelegatingHandler> Outer(SessionListClientOptions options, TimeProvider clock, ILogger logger,
        ThrottleGate gate) =>
    [
        new ResilienceHandler(options, clock, logger, gate),
    ];

    public static IReadOnlyList<DelegatingHandler> Inner(SessionListClientOptions options, CredentialSource credentials) =>
    [
        new AttemptHandler(credentials, options),
    ];

    /// <summary>Links handlers to the primary handler. The first one is the outermost.</summary>
    public static HttpMessageHandler Link(IEnumerable<DelegatingHandler> handlers, HttpMessageHandler primary) =>
        handlers.Reverse().Aggregate(primary, (inner, outer) =>
        {
            outer.InnerHandler = inner;
            return outer;
        });
}
