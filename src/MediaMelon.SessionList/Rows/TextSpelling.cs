using System.Text.Json;
using MediaMelon.SessionList.Columns;

namespace MediaMelon.SessionList.Rows;

/// <summary>Text, as <see cref="TextFormat"/> reads it: a number or a boolean is its JSON text.</summary>
internal sealed class TextSpelling : Spelling
{
    public override Reading Write(ReadOnlySpan<byte> json, ref Utf8JsonReader reader, RowText output)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.Number or JsonTokenType.True or JsonTokenType.False:
                return WriteText(reader.ValueSpan, output);

            case JsonTokenType.String when LenientText.IsWellFormed(ref reader):
                return WriteAsSent(json, ref reader, output);

            default:
                var reading = ValueFormats.Text.Read(ref reader, out var text);
                return reading == Reading.Value ? WriteText(JsonEncodedText.Encode(text).EncodedUtf8Bytes, output) : reading;
        }
    }
}
