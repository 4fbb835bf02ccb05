using System.Text.Json;
using MediaMelon.SessionList.Values;

namespace MediaMelon.SessionList.CustomRows;

/// <summary>Copies a value unchanged, except values that mean null.</summary>
/// <param name="hasNullText">Whether some strings mean null.</param>
internal sealed class DefaultTranscoder(bool hasNullText) : JsonTranscoder
{
    public override ReadResult Write(ReadOnlySpan<byte> json, ref Utf8JsonReader reader, RowText output) =>
        MeansNoValue(ref reader) ? ReadResult.None : WriteUnchanged(json, ref reader, output);

    private bool MeansNoValue(scoped ref Utf8JsonReader reader)
    {
        if (!hasNullText || reader.TokenType != JsonTokenType.String)
            return reader.TokenType == JsonTokenType.Null;

        Span<byte> text = stackalloc byte[LenientJson.MaxScalarLength];
        return LenientJson.ReadScalar(ref reader, text, out _) == ReadResult.None;
    }
}
