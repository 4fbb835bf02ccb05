using System.Net;
using System.Net.Http.Headers;
using MediaMelon.SessionList.Testing.Faults;
using MediaMelon.SessionList.Testing.Service;

namespace MediaMelon.SessionList.Testing;

/// <summary>A fault that affects one request to a <see cref="SessionListEmulator"/>.</summary>
public abstract record EmulatorFault
{
    private protected EmulatorFault()
    {
    }

    /// <summary>Responds with a status to any request.</summary>
    /// <param name="status">The status, 200 to 599.</param>
    /// <param name="retryAfter">The Retry-After header, rounded up to whole seconds. If null, no header is sent.</param>
    /// <param name="body">The body, sent as JSON. If null, the body is a message that names the status.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="status"/> is not 200 to 599, or
    /// <paramref name="retryAfter"/> is negative.</exception>
    public static EmulatorFault Status(HttpStatusCode status, TimeSpan? retryAfter = null, string? body = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan((int)status, 200, nameof(status));
        ArgumentOutOfRangeException.ThrowIfGreaterThan((int)status, 599, nameof(status));
        ArgumentOutOfRangeException.ThrowIfLessThan(retryAfter ?? TimeSpan.Zero, TimeSpan.Zero, nameof(retryAfter));
        return new StatusFault(status, retryAfter, body);
    }

    /// <summary>Resets the connection. The handler throws an <see cref="HttpRequestException"/>.</summary>
    public static EmulatorFault ConnectionReset() => new ConnectionResetFault();

    /// <summary>Never responds. The request ends when its cancellation token is cancelled.</summary>
    public static EmulatorFault Hang() => new HangFault();

    /// <summary>Responds with status 200 and the first half of the JSON.</summary>
    public static EmulatorFault TruncatedBody() => new TruncatedBodyFault();

    /// <summary>Responds with status 200 and this body to any request.</summary>
    /// <param name="body">The body, encoded as UTF-8.</param>
    /// <param name="contentType">The Content-Type header, application/json by default.</param>
    /// <exception cref="ArgumentException"><paramref name="contentType"/> is not a media type.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="body"/> is null.</exception>
    public static EmulatorFault Body(string body, string contentType = "application/json")
    {
        ArgumentNullException.ThrowIfNull(body);
        if (!MediaTypeHeaderValue.TryParse(contentType, out _))
            throw new ArgumentException($"'{contentType}' is not a media type such as text/html.", nameof(contentType));

        return new BodyFault(body, contentType);
    }

    /// <summary>Responds with the previous page, like a service that ignores the offset.</summary>
    public static EmulatorFault PreviousPage() => new PreviousPageFault();

    /// <summary>Responds without a fault.</summary>
    public static EmulatorFault None() => new NoFault();

    internal abstract Task<EmulatedResponse> RespondAsync(EmulatedCall call, CancellationToken cancellationToken);
}
