using System.Text.Json;
using MediaMelon.SessionList.Values;

namespace MediaMelon.SessionList.CustomRows;

/// <summary>Converts a value of the service to JSON that System.Text.Json can read into a property.</summary>
internal abstract class JsonTranscoder
{
    /// <summary>The maximum length of a number, time or duration that is written.</summary>
    protected const int MaxScalarLength = 64;

    /// <summary>Writes the value at the reader, unless it is null or unreadable.</summary>
    /// <param name="json">The JSON that the reader reads.</param>
    /// <param name="reader">The reader at the value. The method moves it to the last token of the value.</param>
    /// <param name="output">Receives the value.</param>
    public abstract ReadResult Write(ReadOnlySpan<byte> json, ref Utf8JsonReader reader, RowText output);

    /// <summary>Writes the value unchanged.</summary>
    protected static ReadResult WriteUnchanged(ReadOnlySpan<byte> json, ref Utf8JsonReader reader, RowText output)
    {
        var start = (int)reader.TokenStartIndex;
        LenientJson.SkipChildren(ref reader);
        output.Write(json[start..(int)reader.BytesConsumed]);
        return ReadResult.Value;
    }

    protected static ReadResult WriteText(ReadOnlySpan<byte> text, RowText output)
    {
        output.Write("\""u8);
        output.Write(text);
        output.Write("\""u8);
        return ReadResult.Value;
    }
}
