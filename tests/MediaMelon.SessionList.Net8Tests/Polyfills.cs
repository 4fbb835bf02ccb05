using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using System.Text.Json.Nodes;

// The members of .NET 9 and .NET 10 that the linked tests use.

/// <summary>A lock object for the lock statement.</summary>
internal sealed class Lock;

internal static class X509CertificateLoader
{
    public static X509Certificate2 LoadPkcs12(byte[] data, string? password) => new(data, password);
}

internal static class Polyfills
{
    extension(JsonElement)
    {
        public static JsonElement Parse(string json)
        {
            using var document = JsonDocument.Parse(json);
            return document.RootElement.Clone();
        }

        public static bool DeepEquals(JsonElement one, JsonElement other) =>
            JsonNode.DeepEquals(JsonSerializer.SerializeToNode(one), JsonSerializer.SerializeToNode(other));
    }

    extension(JsonSerializerOptions options)
    {
        /// <summary>Has no effect, because .NET 8 does not enforce nullable annotations.</summary>
        public bool RespectNullableAnnotations
        {
            get => false;
            set => _ = options;
        }
    }

    public static IEnumerable<KeyValuePair<TKey, int>> CountBy<T, TKey>(this IEnumerable<T> items, Func<T, TKey> key)
        where TKey : notnull => items.GroupBy(key).Select(group => KeyValuePair.Create(group.Key, group.Count()));

    public static Task LoadIntoBufferAsync(this HttpContent content, CancellationToken cancellationToken) =>
        content.LoadIntoBufferAsync().WaitAsync(cancellationToken);
}
