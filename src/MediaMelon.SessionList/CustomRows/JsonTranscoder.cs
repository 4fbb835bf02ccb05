using System.Text.Json;
using MediaMelon.SessionList.Values;

namespace MediaMelon.SessionList.CustomRows;

/// <summary>Converts a value of the service to the JSON that System.Text.Json reads into one kind of property.</summary>
internal abstract class JsonTranscoder
{
    /// <summary>Longer than any number, time or duration that is written.</summary>
    protected const int LongestScalar = 64;

    /// <summary>Writes the value that the reader stands on, unless there is none or it is unreadable.</summary>
    /// <param name="json">What the reader reads.</param>
    /// <param name="reader">Stands on the value; is left at its last token.</param>
    /// <param name="output">Takes the value.</param>
    public abstract ReadResult Write(ReadOnlySpan<byte> json, ref Utf8JsonReader reader, RowText output);

    /// <summary>Writes the value as it was sent.</summary>
    protected static ReadResult WriteAsSent(ReadOnlySpan<byte> json, ref Utf8JsonReader reader, RowText output)
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
