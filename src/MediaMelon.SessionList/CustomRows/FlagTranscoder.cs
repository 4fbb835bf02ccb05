using System.Text.Json;
using MediaMelon.SessionList.Values;

namespace MediaMelon.SessionList.CustomRows;

/// <summary>Converts Booleans like <see cref="FlagFormat"/>.</summary>
internal sealed class FlagTranscoder : JsonTranscoder
{
    public override ReadResult Write(ReadOnlySpan<byte> json, ref Utf8JsonReader reader, RowText output)
    {
        var reading = ValueFormats.Flag.Read(ref reader, out var flag);
        if (reading == ReadResult.Value)
            output.Write(flag ? "true"u8 : "false"u8);

        return reading;
    }
}
