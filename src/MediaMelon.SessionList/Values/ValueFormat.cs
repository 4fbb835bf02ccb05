using System.Text.Json;

namespace MediaMelon.SessionList.Values;

/// <summary>Reads and writes values of one type in query strings and in the rows of a response.</summary>
internal abstract class ValueFormat<T>
{
    /// <summary>Formats the value for the query string, with the invariant culture.</summary>
    public abstract string ToText(T value, string parameterName);

    /// <summary>Reads the value at the reader and moves the reader to its last token.</summary>
    public abstract ReadResult Read(ref Utf8JsonReader reader, out T value);

    /// <summary>Reads a value in the usual format. Does not move the cursor if it has another format.</summary>
    /// <param name="cursor">The cursor at the value.</param>
    /// <param name="strings">The pool for repeated text; null if the text is not pooled.</param>
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
