using System.Text.Json;

namespace MediaMelon.SessionList.Values;

/// <summary>Reads and writes values of one kind: in the query string, and in the rows of a response.</summary>
internal abstract class ValueFormat<T>
{
    /// <summary>The value as text of the query string, culture-free.</summary>
    public abstract string ToText(T value, string parameterName);

    /// <summary>Reads the value that the reader stands on, and leaves the reader at its last token.</summary>
    public abstract ReadResult Read(ref Utf8JsonReader reader, out T value);

    /// <summary>Reads a value in the usual format. Otherwise the position does not change.</summary>
    /// <param name="cursor">Stands on the value.</param>
    /// <param name="strings">Where text of few values is kept; null for text of many.</param>
    /// <param name="value">The value.</param>
    public abstract bool TryScan(ref JsonCursor cursor, ColumnStringPool? strings, out T value);

    public abstract void Write(Utf8JsonWriter writer, T value);

    public bool TryRead(JsonElement element, out T value)
    {
        value = default!;
        if (element.ValueKind == JsonValueKind.Undefined)
            return false;

        var reader = new Utf8JsonReader(RawBytes(element));
        return reader.Read() && Read(ref reader, out value).HasValue();
    }

#if NET9_0_OR_GREATER
    private static ReadOnlySpan<byte> RawBytes(JsonElement element) =>
        System.Runtime.InteropServices.JsonMarshal.GetRawUtf8Value(element);
#else
    private static byte[] RawBytes(JsonElement element) => System.Text.Encoding.UTF8.GetBytes(element.GetRawText());
#endif
}
