using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using MediaMelon.SessionList.Values;

namespace MediaMelon.SessionList.CustomRows;

/// <summary>A property of the custom type.</summary>
internal sealed class RowProperty(JsonPropertyInfo property)
{
    private readonly byte[] _key = RowText.CreateKey(property.Name);
    private readonly JsonTranscoder _transcoder = JsonTranscoders.Create(property);

    public string Name { get; } = property.Name;

    public Type Type { get; } = property.PropertyType;

    public bool IsRequired { get; } = property.IsRequired;

    public bool IsNullable { get; } = GetIsNullable(property);

    public static RowProperty Create(JsonPropertyInfo property) => new(property);

    /// <summary>
    /// Writes the property and the value at the reader. For an unreadable value, writes null, or nothing if it is not nullable.
    /// </summary>
    public ReadResult Write(ReadOnlySpan<byte> json, ref Utf8JsonReader reader, RowText row)
    {
        var member = row.BeginMember(_key);
        var reading = _transcoder.Write(json, ref reader, row);

        if (reading.HasValue())
            return reading;

        if (IsNullable)
            row.Write("null"u8);
        else
            row.RemoveMember(member);

        return reading;
    }

    private static bool GetIsNullable(JsonPropertyInfo property)
    {
        if (property.PropertyType.IsValueType)
            return Nullable.GetUnderlyingType(property.PropertyType) is not null;

#if NET9_0_OR_GREATER
        return !property.Options.RespectNullableAnnotations
            || (property.IsSetNullable && property.AssociatedParameter is not { IsNullable: false });
#else
        return true;
#endif
    }
}
