using System.Text.Json;

namespace MediaMelon.SessionList.Values;

/// <summary>Reads and writes view statuses.</summary>
internal sealed class StatusFormat : ValueFormat<ViewStatus>
{
    public override string ToText(ViewStatus value, string parameterName) => value.Value;

    public override ReadResult Read(ref Utf8JsonReader reader, out ViewStatus value)
    {
        var reading = ValueFormats.Text.Read(ref reader, out var text);
        value = reading.HasValue() ? new ViewStatus(text) : default;
        return reading;
    }

    public override bool TryScan(ref JsonCursor cursor, ColumnStringPool? strings, out ViewStatus value)
    {
        var isText = ValueFormats.Text.TryScan(ref cursor, strings, out var text);
        value = isText ? new ViewStatus(text) : default;
        return isText;
    }

    public override void Write(Utf8JsonWriter writer, ViewStatus value) => writer.WriteStringValue(value.Value);
}
