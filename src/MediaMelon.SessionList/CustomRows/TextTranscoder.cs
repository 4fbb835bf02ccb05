using System.Text.Json;
using MediaMelon.SessionList.Values;

namespace MediaMelon.SessionList.CustomRows;

/// <summary>Text, as <see cref="TextFormat"/> reads it: a number or a boolean is its JSON text.</summary>
/// <param name="isIdentity">
/// Whether it is an identity. Then text that is not valid Unicode is null: two identities must not become one.
/// </param>
internal sealed class TextTranscoder(bool isIdentity = false) : JsonTranscoder
{
    public override ReadResult Write(ReadOnlySpan<byte> json, ref Utf8JsonReader reader, RowText output)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.Number or JsonTokenType.True or JsonTokenType.False:
                return WriteText(reader.ValueSpan, output);

            case JsonTokenType.String when LenientText.IsWellFormed(ref reader):
                return WriteAsSent(json, ref reader, output);

            default:
                var reading = ValueFormats.Text.Read(ref reader, out var text);
                if (reading == ReadResult.Repaired && isIdentity)
                    return ReadResult.Unreadable;

                if (reading.HasValue())
                    WriteText(JsonEncodedText.Encode(text).EncodedUtf8Bytes, output);

                return reading;
        }
    }
}
