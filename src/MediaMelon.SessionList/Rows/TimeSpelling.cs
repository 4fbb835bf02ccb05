using System.Globalization;
using System.Text.Json;
using MediaMelon.SessionList.Columns;

namespace MediaMelon.SessionList.Rows;

/// <summary>Points in time: seconds since 1970, or the text that System.Text.Json knows; UTC.</summary>
internal sealed class TimeSpelling : Spelling
{
    public override Reading Write(ReadOnlySpan<byte> json, ref Utf8JsonReader reader, RowText output)
    {
        if (reader.TokenType == JsonTokenType.String && reader.TryGetDateTimeOffset(out _))
            return WriteAsSent(json, ref reader, output);

        var reading = ValueFormats.EpochSeconds.Read(ref reader, out var time);
        if (reading != Reading.Value)
            return reading;

        Span<byte> text = stackalloc byte[LongestScalar];
        time.UtcDateTime.TryFormat(text, out var length, "O", CultureInfo.InvariantCulture);
        return WriteText(text[..length], output);
    }
}
