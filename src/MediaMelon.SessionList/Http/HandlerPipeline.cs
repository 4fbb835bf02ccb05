using Microsoft.Extensions.Logging;

namespace MediaMelon.SessionList.Http;

/// <summary>The handlers around the network, from the outside in: outer, those of the user, inner.</summary>
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

    /// <summary>Links handlers, the first of which becomes the outermost, to the one that goes to the network.</summary>
    public static HttpMessageHandler Link(IEnumerable<DelegatingHandler> handlers, HttpMessageHandler primary) =>
        handlers.Reverse().Aggregate(primary, (inner, outer) =>
        {
            outer.InnerHandler = inner;
            return outer;
        });
}
