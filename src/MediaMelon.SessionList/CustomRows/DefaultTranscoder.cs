using System.Text.Json;
using MediaMelon.SessionList.Values;

namespace MediaMelon.SessionList.CustomRows;

/// <summary>Copies a value as it was sent, except for the values that mean null.</summary>
/// <param name="isToldInText">Whether values are single ones in text: there certain words mean that there is none.</param>
internal sealed class DefaultTranscoder(bool isToldInText) : JsonTranscoder
{
    public override ReadResult Write(ReadOnlySpan<byte> json, ref Utf8JsonReader reader, RowText output) =>
        MeansNoValue(ref reader) ? ReadResult.None : WriteAsSent(json, ref reader, output);

    private bool MeansNoValue(scoped ref Utf8JsonReader reader)
    {
        if (!isToldInText || reader.TokenType != JsonTokenType.String)
            return reader.TokenType == JsonTokenType.Null;

        Span<byte> text = stackalloc byte[LenientJson.MaxScalarLength];
        return LenientJson.ReadScalar(ref reader, text, out _) == ReadResult.None;
    }
}
