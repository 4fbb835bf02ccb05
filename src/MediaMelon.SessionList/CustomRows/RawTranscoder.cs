using System.Text.Json;
using MediaMelon.SessionList.Values;

namespace MediaMelon.SessionList.CustomRows;

/// <summary>Copies any value as it was sent: for custom converters, and for JSON properties.</summary>
internal sealed class RawTranscoder : JsonTranscoder
{
    public override ReadResult Write(ReadOnlySpan<byte> json, ref Utf8JsonReader reader, RowText output) =>
        WriteAsSent(json, ref reader, output);
}
