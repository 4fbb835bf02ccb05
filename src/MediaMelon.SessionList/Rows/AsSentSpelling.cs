using System.Text.Json;
using MediaMelon.SessionList.Columns;

namespace MediaMelon.SessionList.Rows;

/// <summary>Any value as it was sent: for converters of the user's, and for JSON that stays JSON.</summary>
internal sealed class AsSentSpelling : Spelling
{
    public override Reading Write(ReadOnlySpan<byte> json, ref Utf8JsonReader reader, RowText output) =>
        WriteAsSent(json, ref reader, output);
}
