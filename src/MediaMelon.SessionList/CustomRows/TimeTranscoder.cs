using System.Globalization;
using System.Text.Json;
using MediaMelon.SessionList.Values;

namespace MediaMelon.SessionList.CustomRows;

/// <summary>
/// Converts points in time: seconds since 1970, or the text format of System.Text.Json. A time without an offset is UTC.
/// </summary>
/// <param name="keepsOffset">Whether the property stores an offset. Otherwise the time is converted to UTC.</param>
internal sealed class TimeTranscoder(bool keepsOffset) : JsonTranscoder
{
    public override ReadResult Write(ReadOnlySpan<byte> json, ref Utf8JsonReader reader, RowText output)
    {
        if (reader.TokenType == JsonTokenType.String)
        {
            if (reader.TryGetDateTime(out var local) && local.Kind == DateTimeKind.Unspecified)
                return Write(local, output);

            if (reader.TryGetDateTimeOffset(out var sent))
                return keepsOffset ? WriteUnchanged(json, ref reader, output) : Write(sent.UtcDateTime, output);
        }

        var reading = ValueFormats.EpochSeconds.Read(ref reader, out var time);
        return reading == ReadResult.Value ? Write(time.UtcDateTime, output) : reading;
    }

    private static ReadResult Write(DateTime time, RowText output)
    {
        Span<byte> text = stackalloc byte[MaxScalarLength];
        DateTime.SpecifyKind(time, DateTimeKind.Utc).TryFormat(text, out var length, "O", CultureInfo.InvariantCulture);
        return WriteText(text[..length], output);
    }
}
