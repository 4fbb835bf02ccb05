using System.Reflection;
using Refit;

namespace MediaMelon.SessionList.Transport;

/// <summary>Lets Refit decode answers our way: from bytes that an attempt has read already.</summary>
internal sealed class PageSerializer : IHttpContentSerializer
{
    public async Task<T?> FromHttpContentAsync<T>(HttpContent content, CancellationToken cancellationToken = default)
    {
        var answer = content is BufferedBody body
            ? PageDecoder.Decode(body.Bytes)
            : PageDecoder.Decode(await content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false)); // a handler of the user's put it there

        return (T)(object)answer;
    }

    public HttpContent ToHttpContent<T>(T item) => throw new NotSupportedException("The endpoint takes no body.");

    public string? GetFieldNameForProperty(PropertyInfo propertyInfo) => null;
}
