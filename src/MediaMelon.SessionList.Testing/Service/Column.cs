using System.Text.Json;

namespace MediaMelon.SessionList.Testing.Service;

internal sealed class Column
{
    private const int MaxNameLength = 128;

    private readonly Func<VideoSession, ColumnValue>? _property;
    private readonly JsonEncodedText _encodedName;

    private Column(string name)
    {
        Name = name;
        _property = KnownColumns.Find(name);
        _encodedName = JsonEncodedText.Encode(name);
    }

    public string Name { get; }

    private bool IsTime => Name is "starttime" or "endtime";

    public static Column Read(string parameter, string name)
    {
        var valid = name.Length is > 0 and <= MaxNameLength
            && char.IsAsciiLetter(name[0])
            && name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '_' or '-' or '.');

        return valid
            ? new Column(name)
            : throw RejectedRequestException.Parameter(parameter, "contains an invalid column name");
    }

    // The property takes precedence. A value that the property cannot represent is in the additional fields.
    public ColumnValue GetValue(VideoSession session)
    {
        var value = _property?.Invoke(session) ?? ColumnValue.None;
        return !value.HasValue && session.AdditionalFields.TryGetValue(Name, out var element) ? ColumnValue.From(element) : value;
    }

    public void Write(Utf8JsonWriter writer, VideoSession session, EmulatorProfile profile)
    {
        var value = _property?.Invoke(session) ?? ColumnValue.None;
        if (!value.HasValue && session.AdditionalFields.TryGetValue(Name, out var element) && IsDefined(element))
        {
            writer.WritePropertyName(_encodedName);
            element.WriteTo(writer);
        }
        else if (value.HasValue || profile.NoValue != NoValueFormat.Omitted)
        {
            writer.WritePropertyName(_encodedName);
            value.Write(writer, profile, IsTime);
        }
    }

    private static bool IsDefined(JsonElement element) => element.ValueKind != JsonValueKind.Undefined;
}
