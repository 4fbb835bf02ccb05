using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;

namespace MediaMelon.SessionList.Testing.AspNetCore;

/// <summary>Converts a request that an app received into a request for the emulator.</summary>
internal static class EmulatorRequest
{
    // A server accepts any text as a port, and HTTP/1.0 has no host.
    private static readonly HostString UnknownHost = new("localhost");

    public static HttpRequestMessage Create(HttpRequest request)
    {
        var message = new HttpRequestMessage(new HttpMethod(request.Method), ReadAddress(request));

        // Content headers such as Content-Type are not added here, because the emulator does not read the body.
        foreach (var (name, values) in request.Headers)
            message.Headers.TryAddWithoutValidation(name, values.AsEnumerable());

        return message;
    }

    private static Uri ReadAddress(HttpRequest request) =>
        Uri.TryCreate(Format(request, request.Host), UriKind.Absolute, out var address)
            ? address
            : new Uri(Format(request, UnknownHost));

    // The query is not decoded, so that the emulator receives the encoding of the client.
    private static string Format(HttpRequest request, HostString host) =>
        UriHelper.BuildAbsolute(request.Scheme, host, request.PathBase, request.Path, request.QueryString);
}
