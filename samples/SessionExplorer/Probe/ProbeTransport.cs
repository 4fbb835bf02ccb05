using System.Diagnostics;
using System.IO.Compression;
using System.Net.Http.Headers;

namespace SessionExplorer.Probe;

/// <summary>Sends the requests of the probe sequentially, up to a maximum number, to one address.</summary>
internal sealed class ProbeTransport(HttpMessageHandler handler, ProbeTarget target, int maxRequests) : IDisposable
{
    private const int MaxBodyBytes = 64 * 1024 * 1024;
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(60);

    private readonly HttpMessageInvoker _invoker = new(handler, disposeHandler: false);

    public int Requests { get; private set; }

    public bool HasBearerToken => target.AccessToken is not null;

    public bool HasKey => target.ApiKey is not null;

    public long CustomerId => target.CustomerId;

    /// <exception cref="ProbeFailedException">No response was received, or no request is left.</exception>
    public async Task<ProbeResponse> SendAsync(ProbeRequest request, CancellationToken cancellationToken)
    {
        // One request is reserved for the wrong key, which must be the last.
        if (Requests >= (request.WrongKey is null ? maxRequests - 1 : maxRequests))
            throw new ProbeFailedException($"not requested: the limit of {maxRequests} requests is reached");

        Requests++;
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        timeout.CancelAfter(Timeout);
        try
        {
            return await ReceiveAsync(request, timeout.Token);
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested
            && failure is HttpRequestException or IOException or InvalidDataException or OperationCanceledException)
        {
            throw new ProbeFailedException(failure is OperationCanceledException
                ? $"no response within {Timeout.TotalSeconds} s"
                : "the connection failed");
        }
    }

    public void Dispose() => _invoker.Dispose();

    private async Task<ProbeResponse> ReceiveAsync(ProbeRequest request, CancellationToken cancellationToken)
    {
        var address = target.Endpoint(request.WrongCustomer ?? target.CustomerId) + request.ToQueryString();
        using var message = new HttpRequestMessage(HttpMethod.Get, new Uri(address, new UriCreationOptions()))
        {
            Version = System.Net.HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionOrLower,
        };
        message.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        message.Headers.AcceptEncoding.ParseAdd("gzip, deflate, br");
        target.Authenticate(message, request);

        var start = Stopwatch.GetTimestamp();
        using var response = await _invoker.SendAsync(message, cancellationToken);
        var encoding = string.Join(", ", response.Content.Headers.ContentEncoding);
        var body = await ReadAsync(response.Content, encoding, cancellationToken);
        return ProbeResponse.Create(response, body, encoding, Stopwatch.GetElapsedTime(start));
    }

    private static async Task<byte[]> ReadAsync(HttpContent content, string encoding, CancellationToken cancellationToken)
    {
        await using var stream = Decompress(await content.ReadAsStreamAsync(cancellationToken), encoding);
        using var body = new MemoryStream();
        var buffer = new byte[64 * 1024];
        for (int read; (read = await stream.ReadAsync(buffer, cancellationToken)) > 0;)
        {
            body.Write(buffer, 0, read);
            if (body.Length > MaxBodyBytes)
                throw new ProbeFailedException("the response is larger than 64 MiB");
        }

        return body.ToArray();
    }

    private static Stream Decompress(Stream stream, string encoding) => encoding.ToUpperInvariant() switch
    {
        "GZIP" => new GZipStream(stream, CompressionMode.Decompress),
        "DEFLATE" => new ZLibStream(stream, CompressionMode.Decompress),
        "BR" => new BrotliStream(stream, CompressionMode.Decompress),
        _ => stream,
    };
}
