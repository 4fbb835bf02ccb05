using System.Net;
using System.Net.Http.Headers;
using MediaMelon.SessionList.Testing.Faults;
using MediaMelon.SessionList.Testing.Service;

namespace MediaMelon.SessionList.Testing;

/// <summary>Something that goes wrong with one request to a <see cref="SessionListEmulator"/>.</summary>
public abstract record EmulatorFault
{
    private protected EmulatorFault()
    {
    }

    /// <summary>Answers with a status, whatever was asked.</summary>
    /// <param name="status">The status, 200 to 599.</param>
    /// <param name="retryAfter">The Retry-After header, rounded up to whole seconds; null for none.</param>
    /// <param name="body">The body, sent as JSON; null for a message that names the status.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="status"/> is not 200 to 599, or
    /// <paramref name="retryAfter"/> is negative.</exception>
    public static EmulatorFault Status(HttpStatusCode status, TimeSpan? retryAfter = null, string? body = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan((int)status, 200, nameof(status));
        ArgumentOutOfRangeException.ThrowIfGreaterThan((int)status, 599, nameof(status));
        ArgumentOutOfRangeException.ThrowIfLessThan(retryAfter ?? TimeSpan.Zero, TimeSpan.Zero, nameof(retryAfter));
        return new StatusFault(status, retryAfter, body);
    }

    /// <summary>The connection is reset by the other side: an <see cref="HttpRequestException"/>.</summary>
    public static EmulatorFault ConnectionReset() => new ConnectionResetFault();

    /// <summary>Never answers; ends with the request's token.</summary>
    public static EmulatorFault Hang() => new HangFault();

    /// <summary>Answers with status 200 and the first half of the JSON.</summary>
    public static EmulatorFault TruncatedBody() => new TruncatedBodyFault();

    /// <summary>Answers with status 200 and this body, whatever was asked.</summary>
    /// <param name="body">The body, sent as UTF-8.</param>
    /// <param name="contentType">The Content-Type header, application/json by default.</param>
    /// <exception cref="ArgumentException"><paramref name="contentType"/> is no media type.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="body"/> is null.</exception>
    public static EmulatorFault Body(string body, string contentType = "application/json")
    {
        ArgumentNullException.ThrowIfNull(body);
        if (!MediaTypeHeaderValue.TryParse(contentType, out _))
            throw new ArgumentException($"'{contentType}' is no media type, such as text/html.", nameof(contentType));

        return new BodyFault(body, contentType);
    }

    /// <summary>Answers with the page before, as a service that ignores the offset does.</summary>
    public static EmulatorFault PreviousPage() => new PreviousPageFault();

    /// <summary>Lets the request pass unharmed.</summary>
    public static EmulatorFault None() => new NoFault();

    internal abstract Task<Answer> AnswerAsync(EmulatedCall call, CancellationToken cancellationToken);
}
