using System.Text.Json;
using MediaMelon.SessionList.Values;

namespace MediaMelon.SessionList.CustomRows;

/// <summary>Copies any value unchanged, for custom converters and <see cref="JsonElement"/> properties.</summary>
internal sealed class RawTranscoder : JsonTranscoder
{
    public override ReadResult Write(ReadOnlySpan<byte> json, ref Utf8JsonReader reader, RowText output) =>
        WriteUnchanged(json, ref reader, output);
}
