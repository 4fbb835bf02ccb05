using System.Net;
using Microsoft.AspNetCore.Http;

namespace MediaMelon.SessionList.Testing.AspNetCore;

/// <summary>Copies the response of the emulator to the response of an app.</summary>
internal static class EmulatorResponse
{
    public static async Task WriteAsync(HttpResponseMessage from, HttpResponse to, CancellationToken cancellationToken)
    {
        to.StatusCode = (int)from.StatusCode;
        foreach (var (name, values) in from.Headers)
            to.Headers[name] = values.ToArray();

        // A server does not allow a body with these statuses.
        if (from.StatusCode is HttpStatusCode.NoContent or HttpStatusCode.ResetContent or HttpStatusCode.NotModified)
            return;

        var body = await from.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false);
        foreach (var (name, values) in from.Content.Headers)
            to.Headers[name] = values.ToArray();

        to.ContentLength = body.Length;
        await to.Body.WriteAsync(body, cancellationToken).ConfigureAwait(false);
    }
}
