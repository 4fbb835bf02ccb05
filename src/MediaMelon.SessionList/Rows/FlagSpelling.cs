using System.Text.Json;
using MediaMelon.SessionList.Columns;

namespace MediaMelon.SessionList.Rows;

/// <summary>Booleans, as <see cref="FlagFormat"/> reads them.</summary>
internal sealed class FlagSpelling : Spelling
{
    public override Reading Write(ReadOnlySpan<byte> json, ref Utf8JsonReader reader, RowText output)
    {
        var reading = ValueFormats.Flag.Read(ref reader, out var flag);
        if (reading == Reading.Value)
            output.Write(flag ? "true"u8 : "false"u8);

        return reading;
    }
}
