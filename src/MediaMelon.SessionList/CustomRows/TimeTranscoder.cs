using System.Globalization;
using System.Text.Json;
using MediaMelon.SessionList.Values;

namespace MediaMelon.SessionList.CustomRows;

/// <summary>
/// Points in time: seconds since 1970, or the text that System.Text.Json knows. A time without an offset is UTC on every machine.
/// </summary>
/// <param name="keepsOffset">Whether the property holds an offset; otherwise the time is converted to UTC.</param>
internal sealed class TimeTranscoder(bool keepsOffset) : JsonTranscoder
{
    public override ReadResult Write(ReadOnlySpan<byte> json, ref Utf8JsonReader reader, RowText output)
    {
        if (reader.TokenType == JsonTokenType.String)
        {
            if (reader.TryGetDateTime(out var local) && local.Kind == DateTimeKind.Unspecified)
                return Write(local, output);

            if (reader.TryGetDateTimeOffset(out var sent))
                return keepsOffset ? WriteAsSent(json, ref reader, output) : Write(sent.UtcDateTime, output);
        }

        var reading = ValueFormats.EpochSeconds.Read(ref reader, out var time);
        return reading == ReadResult.Value ? Write(time.UtcDateTime, output) : reading;
    }

    private static ReadResult Write(DateTime time, RowText output)
    {
        Span<byte> text = stackalloc byte[LongestScalar];
        DateTime.SpecifyKind(time, DateTimeKind.Utc).TryFormat(text, out var length, "O", CultureInfo.InvariantCulture);
        return WriteText(text[..length], output);
    }
}
