using System.Globalization;
using System.Text.Json;

namespace MediaMelon.SessionList.Testing.Service;

/// <summary>A value of a row in wire units; the default is no value.</summary>
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

    // The order of the kinds is the order of mixed values in a sorted column.
    private enum Kind
    {
        None,
        Flag,
        Whole,
        Number,
        Text,
        Word,
    }

    public static ColumnValue None => default;

    public bool HasValue => _kind != Kind.None;

    private bool IsNumber => _kind is Kind.Whole or Kind.Number;

    public static ColumnValue Of(string? text) => text is null ? None : new(Kind.Text, text: text);

    /// <summary>A text that is compared without case.</summary>
    public static ColumnValue Word(string? text) => text is null ? None : new(Kind.Word, text: text);

    public static ColumnValue Of(bool? flag) => flag is { } value ? new(Kind.Flag, whole: value ? 1 : 0) : None;

    public static ColumnValue Of(double? number) =>
        number is { } value && double.IsFinite(value) ? new(Kind.Number, value) : None;

    // Kept beside the double, which holds no more than 53 bits of it.
    public static ColumnValue Of(long? number) => number is { } value ? new(Kind.Whole, value, value) : None;

    public static ColumnValue Seconds(TimeSpan? duration) => Of(duration?.TotalSeconds);

    public static ColumnValue Minutes(TimeSpan? duration) => Of(duration?.TotalMinutes);

    public static ColumnValue EpochSeconds(DateTimeOffset? time)
    {
        if (time is not { } value)
            return None;

        var since = value - DateTimeOffset.UnixEpoch;
        return since.Ticks % TimeSpan.TicksPerSecond == 0 ? Of(value.ToUnixTimeSeconds()) : Of(since.TotalSeconds);
    }

    public static ColumnValue Of(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Number => element.TryGetInt64(out var whole) ? Of(whole) : Of(element.GetDouble()),
        JsonValueKind.True or JsonValueKind.False => Of(element.GetBoolean()),
        JsonValueKind.String => Of(element.GetString()),
        JsonValueKind.Null or JsonValueKind.Undefined => None,
        _ => Of(element.GetRawText()),
    };

    public bool TryGetNumber(out double number)
    {
        number = _number;
        return IsNumber;
    }

    public bool Matches(string text) => _kind switch
    {
        Kind.Text => string.Equals(_text, text, StringComparison.Ordinal),
        Kind.Word => string.Equals(_text, text, StringComparison.OrdinalIgnoreCase),
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
            Kind.Word => string.Compare(_text, other._text, StringComparison.OrdinalIgnoreCase),
            Kind.Number => _number.CompareTo(other._number),
            _ => _whole.CompareTo(other._whole),
        };
    }

    public void Write(Utf8JsonWriter writer)
    {
        switch (_kind)
        {
            case Kind.Text or Kind.Word: writer.WriteStringValue(_text); break;
            case Kind.Flag: writer.WriteBooleanValue(_whole == 1); break;
            case Kind.Whole: writer.WriteNumberValue(_whole); break;
            case Kind.Number: writer.WriteNumberValue(_number); break;
            default: writer.WriteNullValue(); break;
        }
    }
}
