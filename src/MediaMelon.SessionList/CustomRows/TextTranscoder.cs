using System.Text.Json;
using MediaMelon.SessionList.Values;

namespace MediaMelon.SessionList.CustomRows;

/// <summary>Converts text like <see cref="TextFormat"/>: a number or a Boolean is its JSON text.</summary>
/// <param name="isIdentity">
/// Whether the value is an identity. Then invalid Unicode is unreadable, because two repaired identities could be equal.
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
                return WriteUnchanged(json, ref reader, output);

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
