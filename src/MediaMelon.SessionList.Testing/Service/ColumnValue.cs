using System.Globalization;
using System.Text.Json;

namespace MediaMelon.SessionList.Testing.Service;

/// <summary>A value of a row in wire units. The default means no value.</summary>
internal readonly struct ColumnValue : IComparable<ColumnValue>
{
    private readonly Kind _kind;
    private readonly long _whole;
    private readonly double _number;
    private readonly string? _text;

    private ColumnValue(Kind kind, double number = 0, long whole = 0, string? text = null)
    {
        _kind = kind;
        _number = number;
        _whole = whole;
        _text = text;
    }

    // The order of the members is the sort order of mixed values in a column.
    private enum Kind
    {
        None,
        Flag,
        Whole,
        Number,
        Text,
        Keyword,
    }

    public static ColumnValue None => default;

    public bool HasValue => _kind != Kind.None;

    private bool IsNumber => _kind is Kind.Whole or Kind.Number;

    public static ColumnValue From(string? text) => text is null ? None : new(Kind.Text, text: text);

    /// <summary>Creates a text that is compared case-insensitively.</summary>
    public static ColumnValue FromKeyword(string? text) => text is null ? None : new(Kind.Keyword, text: text);

    public static ColumnValue From(bool? flag) => flag is { } value ? new(Kind.Flag, whole: value ? 1 : 0) : None;

    public static ColumnValue From(double? number) =>
        number is { } value && double.IsFinite(value) ? new(Kind.Number, value) : None;

    // The long is stored besides the double, which has a precision of 53 bits.
    public static ColumnValue From(long? number) => number is { } value ? new(Kind.Whole, value, value) : None;

    public static ColumnValue Seconds(TimeSpan? duration) => From(duration?.TotalSeconds);

    public static ColumnValue Minutes(TimeSpan? duration) => From(duration?.TotalMinutes);

    public static ColumnValue EpochSeconds(DateTimeOffset? time)
    {
        if (time is not { } value)
            return None;

        var since = value - DateTimeOffset.UnixEpoch;
        return since.Ticks % TimeSpan.TicksPerSecond == 0 ? From(value.ToUnixTimeSeconds()) : From(since.TotalSeconds);
    }

    public static ColumnValue From(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Number => element.TryGetInt64(out var whole) ? From(whole) : From(element.GetDouble()),
        JsonValueKind.True or JsonValueKind.False => From(element.GetBoolean()),
        JsonValueKind.String => From(element.GetString()),
        JsonValueKind.Null or JsonValueKind.Undefined => None,
        _ => From(element.GetRawText()),
    };

    public bool TryGetNumber(out double number)
    {
        number = _number;
        return IsNumber;
    }

    public bool Matches(string text, bool ignoreCase) => _kind switch
    {
        Kind.Text => string.Equals(_text, text, ignoreCase ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal),
        Kind.Keyword => string.Equals(_text, text, StringComparison.OrdinalIgnoreCase),
        Kind.Flag => bool.TryParse(text, out var flag) && flag == (_whole == 1),
        Kind.Whole or Kind.Number => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            && number == _number,
        _ => false,
    };

    public int CompareTo(ColumnValue other)
    {
        if (_kind != other._kind)
            return IsNumber && other.IsNumber ? _number.CompareTo(other._number) : _kind.CompareTo(other._kind);

        return _kind switch
        {
            Kind.Text => string.CompareOrdinal(_text, other._text),
            Kind.Keyword => string.Compare(_text, other._text, StringComparison.OrdinalIgnoreCase),
            Kind.Number => _number.CompareTo(other._number),
            _ => _whole.CompareTo(other._whole),
        };
    }

    public void Write(Utf8JsonWriter writer, EmulatorProfile profile, bool isTime)
    {
        switch (_kind)
        {
            case Kind.Text: writer.WriteStringValue(_text); break;
            case Kind.Keyword: writer.WriteStringValue(profile.UpperCaseStatus ? _text!.ToUpperInvariant() : _text); break;
            case Kind.Flag: WriteFlag(writer, profile.Booleans); break;
            case Kind.Whole or Kind.Number: WriteNumber(writer, profile, isTime); break;
            default: WriteNone(writer, profile.NoValue); break;
        }
    }

    private static void WriteNone(Utf8JsonWriter writer, NoValueFormat format)
    {
        if (format == NoValueFormat.Null)
            writer.WriteNullValue();
        else
            writer.WriteStringValue(format switch { NoValueFormat.Dash => "-", NoValueFormat.NullText => "null", _ => "" });
    }

    private void WriteFlag(Utf8JsonWriter writer, BooleanFormat format)
    {
        if (format == BooleanFormat.Boolean)
            writer.WriteBooleanValue(_whole == 1);
        else if (format == BooleanFormat.Text)
            writer.WriteStringValue(_whole == 1 ? "true" : "false");
        else
            writer.WriteNumberValue(_whole);
    }

    private void WriteNumber(Utf8JsonWriter writer, EmulatorProfile profile, bool isTime)
    {
        var factor = isTime && profile.Times == TimeFormat.Milliseconds ? 1000 : 1;
        var isText = isTime ? profile.Times == TimeFormat.SecondsAsText : profile.NumbersAsText;
        if (isText)
            writer.WriteStringValue(_kind == Kind.Whole
                ? _whole.ToString(CultureInfo.InvariantCulture)
                : _number.ToString(CultureInfo.InvariantCulture));
        else if (_kind == Kind.Whole)
            writer.WriteNumberValue(_whole * factor);
        else
            writer.WriteNumberValue(_number * factor);
    }
}
