using System.Buffers;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace MediaMelon.SessionList.Testing.Service;

internal sealed record EmulatedResponse(HttpStatusCode Status, byte[] Body)
{
    public string ContentType { get; init; } = "application/json";

    public TimeSpan? RetryAfter { get; init; }

    public string? Allow { get; init; }

    public static EmulatedResponse Message(
        HttpStatusCode status, string message, ErrorBodyFormat format = ErrorBodyFormat.Json) =>
        format switch
        {
            ErrorBodyFormat.Empty => new(status, []),
            ErrorBodyFormat.Html => new(status, Encoding.UTF8.GetBytes($"<html><body>{(int)status}</body></html>"))
            {
                ContentType = "text/html",
            },
            _ => Json(status, message),
        };

    private static EmulatedResponse Json(HttpStatusCode status, string message)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            writer.WriteString("message", message);
            writer.WriteEndObject();
        }

        return new EmulatedResponse(status, buffer.WrittenSpan.ToArray());
    }

    public HttpResponseMessage ToResponse(HttpRequestMessage request)
    {
        var content = new ByteArrayContent(Body);
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(ContentType);
        if (Allow is not null)
            content.Headers.Allow.Add(Allow);

        var response = new HttpResponseMessage(Status) { Content = content, RequestMessage = request };
        if (RetryAfter is { } wait)
            response.Headers.RetryAfter = new RetryConditionHeaderValue(TimeSpan.FromSeconds(Math.Ceiling(wait.TotalSeconds)));

        return response;
    }
}
