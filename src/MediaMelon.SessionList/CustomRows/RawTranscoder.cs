using System.Text.Json;
using MediaMelon.SessionList.Values;

namespace MediaMelon.SessionList.CustomRows;

/// <summary>Any value as it was sent: for converters of the user's, and for JSON that stays JSON.</summary>
internal sealed class RawTranscoder : JsonTranscoder
{
    public override ReadResult Write(ReadOnlySpan<byte> json, ref Utf8JsonReader reader, RowText output) =>
        WriteAsSent(json, ref reader, output);
}
