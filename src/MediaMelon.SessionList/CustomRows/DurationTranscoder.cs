using System.Buffers.Text;
using System.Globalization;
using System.Text.Json;
using MediaMelon.SessionList.Values;

namespace MediaMelon.SessionList.CustomRows;

/// <summary>Converts durations: a number in the unit of the column, or the text format of System.Text.Json.</summary>
internal sealed class DurationTranscoder(ValueFormat<TimeSpan> format) : JsonTranscoder
{
    public override ReadResult Write(ReadOnlySpan<byte> json, ref Utf8JsonReader reader, RowText output)
    {
        var isText = reader.TokenType == JsonTokenType.String;
        var reading = format.Read(ref reader, out var duration);
        if (reading == ReadResult.Unreadable && isText && IsConstantFormat(reader.ValueSpan))
            return WriteUnchanged(json, ref reader, output);

        if (reading != ReadResult.Value)
            return reading;

        Span<byte> text = stackalloc byte[MaxScalarLength];
        duration.TryFormat(text, out var length, "c", CultureInfo.InvariantCulture);
        return WriteText(text[..length], output);
    }

    private static bool IsConstantFormat(ReadOnlySpan<byte> text) =>
        Utf8Parser.TryParse(text, out TimeSpan _, out var consumed, 'c') && consumed == text.Length;
}
